package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Outcome.Finished;
import dev.xenvendor.c.compiler.ConstantProbe.Answers;
import dev.xenvendor.c.compiler.HeaderCompiler.AssemblyRun;
import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Enumeration;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds a survey group by group. */
final class HeaderSurveyBuilder {

  /** The most runs of the compiler; each omits the questions that failed in the one before. */
  private static final int MOST_TRIES = 5;

  private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final HeaderCompiler compiler;
  private final HeaderTree tree;
  private final CEnvironment environment;
  private final Target target;

  private final SortedMap<HeaderPath, CHeader> headers = new TreeMap<>();
  private final Map<String, Layout> layouts = new HashMap<>();
  private final Map<String, BigInteger> constants = new HashMap<>();
  private final Set<String> undefined = new TreeSet<>();

  HeaderSurveyBuilder(
      HeaderCompiler compiler, HeaderTree tree, CEnvironment environment, Target target) {
    this.compiler = compiler;
    this.tree = tree;
    this.environment = environment;
    this.target = target;
  }

  /** The questions to a group: their numbers, by name. */
  private record Asked(
      ConstantProbe questions,
      LayoutQueries types,
      Map<String, Integer> macros,
      Map<String, Integer> values) {}

  /**
   * Asks about headers that compile together.
   *
   * @return those that do not, with their first errors: then nothing came of it
   */
  Map<HeaderPath, CompilerMessage> ask(List<HeaderPath> group) throws NoCompiler {
    Map<HeaderPath, CHeader> read =
        new CHeaderReader(tree, environment, target).readTogether(group);
    Asked asked = questions(read.values().stream().flatMap(CHeader::all).toList());
    Reply reply = reply(new HeaderUnit(group), asked.questions);
    reply.answers().ifPresent(answers -> keep(read, asked, answers));
    return reply.blamed();
  }

  private void keep(Map<HeaderPath, CHeader> read, Asked asked, Answers answers) {
    read.forEach(headers::putIfAbsent);
    asked.types.layouts(answers).forEach(layouts::putIfAbsent);
    asked.macros.forEach(
        (macro, question) -> {
          if (!answers.has(question)) {
            undefined.add(macro);
          }
        });
    asked.values.forEach(
        (name, question) ->
            answers
                .constants(question, 2)
                .ifPresent(value -> constants.putIfAbsent(name, value(value[0], value[1]))));
  }

  private static BigInteger value(long negative, long bits) {
    BigInteger value = BigInteger.valueOf(bits);
    return negative == 0 && bits < 0 ? value.add(WRAP) : value;
  }

  private static Asked questions(List<CDefinition> definitions) {
    ConstantProbe questions = new ConstantProbe();
    List<String> types = new ArrayList<>();
    Map<String, Integer> macros = new LinkedHashMap<>();
    Map<String, Integer> values = new LinkedHashMap<>();
    ConstantCandidates candidates = new ConstantCandidates(definitions);
    for (CDefinition definition : definitions) {
      if (definition instanceof Macro macro) {
        macros.computeIfAbsent(macro.name(), questions::isDefined);
        if (candidates.mayBeConstant(macro)) {
          values.computeIfAbsent(macro.name(), name -> questions.signedConstant(name, name));
        }
      } else if (definition instanceof Enumeration enumeration) {
        enumeration
            .enumerators()
            .forEach(
                enumerator ->
                    values.computeIfAbsent(
                        enumerator.name(), name -> questions.signedConstant(name, "")));
      }
      if (isType(definition)) {
        types.add(definition.spelling());
      }
    }
    return new Asked(questions, new LayoutQueries(questions, types, definitions), macros, values);
  }

  private static boolean isType(CDefinition definition) {
    return switch (definition.kind()) {
      case STRUCT, UNION, TYPEDEF -> true;
      case ENUM -> !definition.name().isEmpty();
      default -> false;
    };
  }

  /**
   * @param failed the headers that do not compile
   */
  HeaderSurvey survey(SortedMap<HeaderPath, String> failed) {
    return new HeaderSurvey(headers, layouts, constants, undefined, failed, Optional.empty());
  }

  /** The compiler's answers, or else the headers that it rejected. */
  private record Reply(Optional<Answers> answers, Map<HeaderPath, CompilerMessage> blamed) {}

  private Reply reply(HeaderUnit unit, ConstantProbe questions) throws NoCompiler {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      AssemblyRun run = compiler.compile(environment, target, unit.text() + questions.text());
      Finished finished = run.await().finished();
      if (finished.status() == 0) {
        Answers answers =
            questions
                .answers(run.data())
                .orElseThrow(
                    () -> new NoCompiler("the C compiler's output is not the expected assembly"));
        return new Reply(Optional.of(answers), Map.of());
      }
      Map<HeaderPath, CompilerMessage> blamed =
          unit.blamed(questions.errorsElsewhere(finished.messages()));
      if (!blamed.isEmpty()) {
        return new Reply(Optional.empty(), blamed);
      }
      if (!questions.drop(finished.messages())) {
        break;
      }
    }
    throw new NoCompiler("the C compiler does not answer the questions about the headers");
  }
}
