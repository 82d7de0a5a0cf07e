package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.CDefinition.Enumeration;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.CDefinition.Typedef;
import dev.xenvendor.c.parse.CdtParser.TooMuch;
import dev.xenvendor.c.parse.ParserFiles.Source;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier.IASTEnumerator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.IASTPointerOperator;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IEnumerator;

/**
 * The integer values of macros and enumerators, as Eclipse CDT evaluates them: in 64 bits, without
 * a compiler. The headers are not parsed again. A unit of its own defines their types and macros,
 * their enums, and one more enum for the body of each macro.
 */
public final class ConstantValues {

  /** A character that no constant expression contains. */
  private static final Pattern STATEMENT = Pattern.compile("[;{}\"]");

  private static final String UNIT = "/xenvendor-constants.c";

  private final StringBuilder unit = new StringBuilder("#include <stdint.h>\n");

  /** The enumerator that has the value of a macro's body, by the body. */
  private final Map<String, String> bodies = new HashMap<>();

  private final Map<String, Long> values = new HashMap<>();

  private Optional<String> unknown = Optional.empty();

  /** Evaluates all that is defined; of several of one name, the first counts in expressions. */
  public ConstantValues(Collection<CDefinition> definitions) {
    this(definitions, all(definitions, Macro.class).toList());
  }

  /**
   * Evaluates enumerators and macros.
   *
   * @param definitions of several of one name, the first counts in expressions
   * @param asked the macros among them that are evaluated
   */
  public ConstantValues(Collection<CDefinition> definitions, Collection<Macro> asked) {
    all(definitions, Typedef.class).forEach(this::add);
    Set<String> defined = new HashSet<>();
    all(definitions, Macro.class).filter(macro -> defined.add(macro.name())).forEach(this::add);
    all(definitions, Enumeration.class).forEach(this::add);
    asked.stream()
        .filter(macro -> macro.parameters().isEmpty() && !STATEMENT.matcher(macro.body()).find())
        .forEach(macro -> evaluate(macro.body()));
    try {
      evaluate();
    } catch (TooMuch e) {
      values.clear();
      unknown = Optional.of(e.reason());
    }
  }

  private static <T> Stream<T> all(Collection<CDefinition> definitions, Class<T> kind) {
    return definitions.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** A name in parentheses is a cast only where it is a type's; which type does not matter. */
  private void add(Typedef type) {
    unit.append("typedef long ").append(type.name()).append(";\n");
  }

  private void add(Macro macro) {
    unit.append("#define ").append(macro.name());
    macro
        .parameters()
        .ifPresent(names -> unit.append('(').append(String.join(",", names)).append(')'));
    unit.append(' ').append(macro.body()).append('\n');
  }

  private void add(Enumeration enumeration) {
    unit.append(
        enumeration.enumerators().stream()
            .map(each -> each.name() + each.value().map(value -> " = " + value).orElse(""))
            .collect(Collectors.joining(", ", "enum { ", " };\n")));
  }

  /** The second enumerator is there only where the whole body is an expression. */
  private void evaluate(String body) {
    String name = "xenvendor_" + bodies.size();
    if (bodies.putIfAbsent(body, name) == null) {
      unit.append("enum { " + name + " = (" + body + "), " + name + "_end };\n");
    }
  }

  private void evaluate() throws TooMuch {
    CEnvironment environment = CEnvironment.plain();
    ParserFiles files = new ParserFiles(HeaderTree.of(Map.of()), environment);
    Source source = new Source(UNIT, unit.toString());
    for (IASTDeclaration declaration :
        new CdtParser(files)
            .parse(source, Map.of(), environment.limits().parserTime())
            .getDeclarations()) {
      if (declaration instanceof IASTSimpleDeclaration simple
          && simple.getDeclSpecifier() instanceof IASTEnumerationSpecifier enumeration) {
        for (IASTEnumerator enumerator : enumeration.getEnumerators()) {
          keep(enumerator);
        }
      }
    }
  }

  private void keep(IASTEnumerator enumerator) {
    IASTExpression written = enumerator.getValue();
    if ((written == null || written.accept(new OnlyNumbers()))
        && enumerator.getName().resolveBinding() instanceof IEnumerator binding
        && binding.getValue().numberValue() instanceof Long value) {
      values.putIfAbsent(enumerator.getName().toString(), value);
    }
  }

  /** Stops at a pointer or a character, which CDT takes for a number. */
  private static final class OnlyNumbers extends ASTVisitor {

    OnlyNumbers() {
      shouldVisitExpressions = true;
      shouldVisitPointerOperators = true;
    }

    @Override
    public int visit(IASTExpression expression) {
      boolean character =
          expression instanceof IASTLiteralExpression literal
              && literal.getKind() == IASTLiteralExpression.lk_char_constant;
      return character ? PROCESS_ABORT : PROCESS_CONTINUE;
    }

    @Override
    public int visit(IASTPointerOperator operator) {
      return PROCESS_ABORT;
    }
  }

  /** Returns why no value is known, where the parser gave up. */
  public Optional<String> unknown() {
    return unknown;
  }

  /** The value of an enumerator; empty where it is none that is known. */
  public Optional<Long> ofEnumerator(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a macro that was asked for; empty if it is not an integer, or has parameters. */
  public Optional<Long> of(Macro macro) {
    String name = bodies.getOrDefault(macro.body(), "");
    return macro.parameters().isPresent() || !values.containsKey(name + "_end")
        ? Optional.empty()
        : Optional.ofNullable(values.get(name));
  }
}
