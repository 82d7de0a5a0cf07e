package dev.xenvendor.cheader;

import dev.xenvendor.cheader.CCompiler.Outcome;
import dev.xenvendor.cheader.CCompiler.Running;
import dev.xenvendor.header.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asks the system's C compiler how types are laid out, and whether code compiles at all. No header,
 * library or assembler of the system takes part, so any compiler that knows the target will do.
 */
public final class LayoutProbe {

  private static final String NONE =
      "no C compiler: CC is not set, and cc, gcc and clang are not on the path";

  private final Optional<CCompiler> compiler;
  private final String reason;

  private LayoutProbe(Optional<CCompiler> compiler, String reason) {
    this.compiler = compiler;
    this.reason = reason;
  }

  public static LayoutProbe with(CCompiler compiler) {
    return new LayoutProbe(Optional.of(compiler), "");
  }

  /** With the compiler that the environment variables lead to. */
  public static LayoutProbe system(Map<String, String> environment) {
    String named = environment.getOrDefault("CC", "").strip();
    String reason =
        named.isEmpty() ? NONE : "no C compiler: CC is " + named + ", which is no program";
    return new LayoutProbe(CCompiler.find(environment), reason);
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
    Map<Target, ProbeUnit> probes =
        each(
            targets,
            target ->
                new ProbeUnit(types, new CHeaderReader(tree, environment, target).visibleTo(unit)));
    Map<Target, String> texts = each(targets, target -> unit + probe(probes, target).text());
    return run(
        compiler.get(),
        tree,
        environment,
        texts,
        List.of("-S", "-o", "-"),
        (target, outcome) -> layouts(probe(probes, target), outcome));
  }

  private static ProbeUnit probe(Map<Target, ProbeUnit> probes, Target target) {
    ProbeUnit probe = probes.get(target);
    if (probe == null) {
      throw new IllegalStateException("no questions for " + target);
    }
    return probe;
  }

  private LayoutResult layouts(ProbeUnit probe, Outcome outcome) {
    if (outcome instanceof Outcome.Broken broken) {
      return new LayoutResult.NoCompiler(broken.reason());
    }
    Outcome.Finished finished = (Outcome.Finished) outcome;
    if (finished.status() != 0) {
      return new LayoutResult.DoesNotCompile(messages(finished));
    }
    return probe
        .answers(finished.output())
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
    return run(
        compiler.get(),
        tree,
        environment,
        each(targets, target -> unit),
        List.of("-fsyntax-only"),
        (target, outcome) -> compiled(outcome));
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

  /** All targets at once, since each takes its time. */
  private static <R> Map<Target, R> run(
      CCompiler compiler,
      HeaderTree tree,
      CEnvironment environment,
      Map<Target, String> units,
      List<String> mode,
      BiFunction<Target, Outcome, R> result) {
    Map<Target, CompilerFiles> files = new EnumMap<>(Target.class);
    try {
      Map<Target, Running> running = new LinkedHashMap<>();
      units.forEach(
          (target, unit) -> {
            String text =
                "#line 1 \"prelude\"\n" + environment.prelude() + "\n#line 1 \"unit\"\n" + unit;
            CompilerFiles written = CompilerFiles.write(tree, environment.roots(), text);
            files.put(target, written);
            running.put(
                target,
                compiler.start(
                    written.sources(),
                    options(environment, target, mode, written),
                    written.scratch(target.word())));
          });
      Map<Target, R> results = new EnumMap<>(Target.class);
      running.forEach((target, run) -> results.put(target, result.apply(target, run.await())));
      return results;
    } finally {
      files.values().forEach(CompilerFiles::close);
    }
  }

  private static List<String> options(
      CEnvironment environment, Target target, List<String> mode, CompilerFiles files) {
    List<String> options = new ArrayList<>(target.compilerOptions());
    // -w: it is for the layout that it is asked, not for its opinion.
    options.addAll(
        List.of("-ffreestanding", "-fno-asynchronous-unwind-tables", "-std=gnu99", "-w"));
    options.add("-fno-diagnostics-show-caret");
    options.addAll(files.includeOptions());
    environment.macros().forEach((name, value) -> options.add("-D" + name + '=' + value));
    options.addAll(mode);
    options.addAll(List.of("-x", "c", CHeaderReader.UNIT.value()));
    return options;
  }

  private static <R> Map<Target, R> each(Set<Target> targets, Function<Target, R> result) {
    Map<Target, R> results = new EnumMap<>(Target.class);
    targets.forEach(target -> results.put(target, result.apply(target)));
    return results;
  }
}
