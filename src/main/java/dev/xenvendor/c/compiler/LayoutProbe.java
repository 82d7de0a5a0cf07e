package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Outcome;
import dev.xenvendor.c.compiler.CCompiler.Running;
import dev.xenvendor.c.compiler.HeaderCompiler.AssemblyRun;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the system's C compiler how types are laid out, and whether code compiles at all. No header
 * or library of the system takes part, so any compiler that knows the target will do.
 */
public final class LayoutProbe {

  private final Optional<CCompiler> compiler;
  private final String reason;

  private LayoutProbe(SystemCompiler system) {
    this.compiler = system.compiler();
    this.reason = system.reason();
  }

  public static LayoutProbe with(CCompiler compiler) {
    return new LayoutProbe(SystemCompiler.of(compiler));
  }

  /** With the compiler that the environment variables lead to. */
  public static LayoutProbe system(Map<String, String> environment) {
    return new LayoutProbe(SystemCompiler.find(environment));
  }

  /** The compiler that it asks. */
  public SystemCompiler compiler() {
    return new SystemCompiler(compiler, reason);
  }

  /**
   * The layouts of types on each target.
   *
   * @param unit C code that defines or includes them, read after the environment's prelude
   * @param types as C code refers to them: {@code struct page}, {@code union page}, {@code page_t}
   */
  public Map<Target, LayoutResult> layouts(
      HeaderTree tree,
      CEnvironment environment,
      String unit,
      Collection<String> types,
      Set<Target> targets) {
    if (compiler.isEmpty()) {
      return each(targets, target -> new LayoutResult.NoCompiler(reason));
    }
    // All targets at once, since each takes its time.
    try (HeaderCompiler headers = new HeaderCompiler(compiler.get(), tree, environment)) {
      Map<Target, Asked> asked =
          each(targets, target -> ask(headers, tree, environment, unit, types, target));
      return each(targets, target -> layouts(Objects.requireNonNull(asked.get(target))));
    }
  }

  /** Types that the compiler is being asked about. */
  private record Asked(ConstantProbe questions, TypeQuestions types, AssemblyRun run) {}

  private static Asked ask(
      HeaderCompiler headers,
      HeaderTree tree,
      CEnvironment environment,
      String unit,
      Collection<String> types,
      Target target) {
    ConstantProbe questions = new ConstantProbe();
    TypeQuestions ofTypes =
        new TypeQuestions(
            questions, types, new CHeaderReader(tree, environment, target).visibleTo(unit));
    return new Asked(
        questions, ofTypes, headers.compile(environment, target, unit + questions.text()));
  }

  private static LayoutResult layouts(Asked asked) {
    Outcome outcome = asked.run.await();
    if (outcome instanceof Outcome.Broken broken) {
      return new LayoutResult.NoCompiler(broken.reason());
    }
    Outcome.Finished finished = (Outcome.Finished) outcome;
    if (finished.status() != 0) {
      return new LayoutResult.DoesNotCompile(messages(finished));
    }
    return asked
        .questions
        .answers(asked.run.data())
        .map(asked.types::layouts)
        .filter(asked.types::isAnswered)
        .<LayoutResult>map(layouts -> new LayoutResult.Layouts(layouts, asked.types.absent()))
        .orElseGet(
            () ->
                new LayoutResult.NoCompiler(
                    "what the C compiler wrote is not the assembly asked for"));
  }

  /** Whether C code compiles for each target, read after the environment's prelude. */
  public Map<Target, CompileResult> compile(
      HeaderTree tree, CEnvironment environment, String unit, Set<Target> targets) {
    if (compiler.isEmpty()) {
      return each(targets, target -> new CompileResult.NoCompiler(reason));
    }
    try (HeaderCompiler headers = new HeaderCompiler(compiler.get(), tree, environment)) {
      Map<Target, Running> running =
          each(targets, target -> headers.check(environment, target, unit));
      return each(targets, target -> compiled(Objects.requireNonNull(running.get(target)).await()));
    }
  }

  private static CompileResult compiled(Outcome outcome) {
    if (outcome instanceof Outcome.Broken broken) {
      return new CompileResult.NoCompiler(broken.reason());
    }
    Outcome.Finished finished = (Outcome.Finished) outcome;
    return finished.status() == 0
        ? new CompileResult.Compiles()
        : new CompileResult.DoesNotCompile(messages(finished));
  }

  private static List<String> messages(Outcome.Finished finished) {
    List<String> messages = finished.messages().lines().limit(100).toList();
    return messages.isEmpty()
        ? List.of("the C compiler ended with status " + finished.status() + " and said nothing")
        : messages;
  }

  private static <R> Map<Target, R> each(Set<Target> targets, Function<Target, R> result) {
    Map<Target, R> results = new EnumMap<>(Target.class);
    targets.forEach(target -> results.put(target, result.apply(target)));
    return results;
  }
}
