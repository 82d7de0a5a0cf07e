package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Outcome;
import dev.xenvendor.c.compiler.HeaderCompiler.AssemblyRun;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the system's C compiler for the layouts of types. Uses no header or library of the system,
 * so any compiler that supports the target serves.
 */
public final class LayoutProbe {

  private final SystemCompiler compiler;

  public LayoutProbe(SystemCompiler compiler) {
    this.compiler = compiler;
  }

  /** With the compiler that the environment variables lead to. */
  public static LayoutProbe system(Map<String, String> environment) {
    return new LayoutProbe(SystemCompiler.find(environment));
  }

  /** The compiler that it asks. */
  public SystemCompiler compiler() {
    return compiler;
  }

  /**
   * The layouts of types on each target.
   *
   * @param unit C code that defines or includes them, read after the environment's prelude
   * @param types as C code refers to them: {@code struct page}, {@code union page}, {@code page_t}
   * @throws NoCompiler where no compiler can tell
   */
  public Map<Target, LayoutResult> layouts(
      HeaderTree tree,
      CEnvironment environment,
      String unit,
      Collection<String> types,
      Set<Target> targets)
      throws NoCompiler {
    // All targets at once, since each takes its time.
    try (HeaderCompiler headers = new HeaderCompiler(compiler.require(), tree, environment)) {
      Map<Target, Asked> asked = new EnumMap<>(Target.class);
      targets.forEach(
          target -> asked.put(target, ask(headers, tree, environment, unit, types, target)));
      Map<Target, LayoutResult> results = new EnumMap<>(Target.class);
      for (Map.Entry<Target, Asked> entry : asked.entrySet()) {
        results.put(entry.getKey(), layouts(entry.getValue()));
      }
      return results;
    }
  }

  /** Types that the compiler is being asked about. */
  private record Asked(ConstantProbe questions, LayoutQueries types, AssemblyRun run) {}

  private static Asked ask(
      HeaderCompiler headers,
      HeaderTree tree,
      CEnvironment environment,
      String unit,
      Collection<String> types,
      Target target) {
    ConstantProbe questions = new ConstantProbe();
    LayoutQueries ofTypes =
        new LayoutQueries(
            questions, types, new CHeaderReader(tree, environment, target).visibleTo(unit));
    return new Asked(
        questions, ofTypes, headers.compile(environment, target, unit + questions.text()));
  }

  private static LayoutResult layouts(Asked asked) throws NoCompiler {
    Outcome.Finished finished = asked.run.await().finished();
    if (finished.status() != 0) {
      return new LayoutResult.DoesNotCompile(messages(finished));
    }
    return asked
        .questions
        .answers(asked.run.data())
        .map(asked.types::layouts)
        .filter(asked.types::isAnswered)
        .<LayoutResult>map(LayoutResult.Layouts::new)
        .orElseThrow(() -> new NoCompiler("the C compiler's output is not the expected assembly"));
  }

  private static List<String> messages(Outcome.Finished finished) {
    List<String> messages = finished.messages().lines().limit(100).toList();
    return messages.isEmpty()
        ? List.of("the C compiler ended with status " + finished.status() + " and printed nothing")
        : messages;
  }
}
