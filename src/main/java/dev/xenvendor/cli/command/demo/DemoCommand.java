package dev.xenvendor.cli.command.demo;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.demo.DemoStory.Step;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The command {@code demo}, which runs the whole workflow on the embedded sample. */
public final class DemoCommand extends Command {

  private static final String DEFAULT_NAME = "xenvendor-demo";
  private static final HeaderPath UPSTREAM_PATH = HeaderPath.of("xen/include/public");
  private static final Instant TRUNK_DATE = Instant.parse("2008-08-20T10:00:00Z");

  /** The dates of Xen's releases of these numbers. */
  private static final Map<String, Instant> RELEASE_DATES =
      Map.of(
          "3.1.0", Instant.parse("2007-05-18T12:00:00Z"),
          "3.2.0", Instant.parse("2008-01-17T12:00:00Z"),
          "3.3.0", Instant.parse("2008-08-22T12:00:00Z"));

  private final Argument<Path> directory =
      syntax.optionalParameter(
          "DIR", Path.class, "The new directory for its repositories. Default: xenvendor-demo.");

  private final Flag untouched =
      syntax.flag("--untouched", "Only create the upstream and the tree, and do not adopt it.");

  private final ToIntFunction<String[]> program;

  /**
   * @param program runs one command line and returns the exit status
   */
  public DemoCommand(Context context, ToIntFunction<String[]> program) {
    super(
        context,
        "demo",
        "Run the whole workflow on an embedded sample.",
        "Leaves its repositories for you to explore.");
    this.program = program;
  }

  @Override
  public boolean supportsJson() {
    return false;
  }

  @Override
  public Integer call() {
    Path folder = newFolder();
    Path upstream = folder.resolve("upstream");
    Path tree = folder.resolve("os");
    Path declared = folder.resolve("os-declared");
    Style style = context.options().style(context.console());
    SampleFiles sample = new SampleFiles(context.adapters().builtInConfig());
    makeUpstream(upstream, sample);
    makeTrunk(tree, sample.trunk());
    if (untouched.isSet()) {
      say("  " + shown(upstream) + "    the upstream, in three releases");
      say(
          "  "
              + shown(tree)
              + "          the operating system's tree, with 3.1.0 and local changes");
      say("next: cd " + shown(tree));
      say("      xenvendor adopt --vendor sample --from ../upstream");
      return ExitCode.DONE;
    }
    makeTrunk(declared, sample.declaredTrunk());
    say(
        style.bold(
            "A sample of the history of Xen's headers in NetBSD, in " + shown(folder) + ":"));
    say("  " + shown(upstream) + "    the upstream, in three releases");
    say("  " + shown(tree) + "          the operating system's tree, with 3.1.0 and local changes");
    say("  " + shown(declared) + " the same tree, with its changes declared");
    tell(DemoStory.steps(), tree, style);
    tell(DemoStory.declaredSteps(), declared, style);
    say("");
    say(style.bold("This is the end of the demo. Continue from here:"));
    say("  cd " + shown(tree));
    say("  git log --graph --oneline --all");
    say("  git diff upstream/sample/3.3.0 -- sys/arch/xen/include/xen3-public");
    say("  xenvendor import 3.2.0 --from ../upstream --backfill     (too late: it explains why)");
    return ExitCode.DONE;
  }

  private Path newFolder() {
    return directory.given().map(this::namedFolder).orElseGet(this::unnamedFolder);
  }

  private Path unnamedFolder() {
    Path folder = context.directory().resolve(DEFAULT_NAME);
    for (int number = 2; Files.exists(folder); number++) {
      folder = context.directory().resolve(DEFAULT_NAME + "-" + number);
    }
    return folder;
  }

  private Path namedFolder(Path name) {
    Path folder = context.directory().resolve(name);
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw Problem.repository(name + " exists already, and is not an empty directory")
          .hint("name another directory: xenvendor demo DIR");
    }
    return folder;
  }

  private static boolean isEmptyFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private String shown(Path path) {
    Path here = context.directory();
    Path named = path.normalize();
    if (named.equals(here)) {
      return ".";
    }
    return named.startsWith(here) ? here.relativize(named).toString() : named.toString();
  }

  private void tell(List<Step> steps, Path tree, Style style) {
    for (Step step : steps) {
      say("");
      say("# " + step.says());
      say(style.good("$ xenvendor " + String.join(" ", step.arguments())));
      int exit = run(tree, step);
      if (exit != step.exit()) {
        throw new IllegalStateException("the step ended with " + exit + ", not " + step.exit());
      }
    }
  }

  private void makeUpstream(Path upstream, SampleFiles sample) {
    context.adapters().createRepository(upstream);
    for (String version : sample.releases()) {
      context
          .adapters()
          .commitAll(
              upstream,
              sample.release(version).under(UPSTREAM_PATH),
              "Release " + version,
              Optional.ofNullable(RELEASE_DATES.get(version)).orElse(TRUNK_DATE),
              Optional.of(version));
    }
  }

  private void makeTrunk(Path tree, HeaderTree files) {
    context.adapters().createRepository(tree);
    context
        .adapters()
        .commitAll(tree, files, "Headers of 3.1.0, with our changes", TRUNK_DATE, Optional.empty());
  }

  private int run(Path tree, Step step) {
    List<String> arguments = new ArrayList<>(List.of("-C", tree.toString()));
    arguments.add("--color");
    arguments.add(
        context.options().usesColor(context.console().terminal().out()) ? "always" : "never");
    arguments.addAll(step.arguments());
    return program.applyAsInt(arguments.toArray(String[]::new));
  }

  private void say(String line) {
    context.console().print(line + "\n");
  }
}
