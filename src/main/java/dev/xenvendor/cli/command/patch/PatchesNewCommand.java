package dev.xenvendor.cli.command.patch;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.AtomicFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.TreePaths;
import dev.xenvendor.conflict.ConflictChoice;
import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.patch.review.NewPatches;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.baseline.SourceReleaseFinder;
import dev.xenvendor.report.patch.NewPatchesRendering;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The command {@code patches new}, which declares undeclared edits as local patches. */
final class PatchesNewCommand extends Command {

  private final Argument<List<String>> paths =
      syntax.words(
          "0..*",
          "PATH",
          "Only these headers, and those in these folders, relative to the root of the tree or to"
              + " the headers' folder.");

  private final Argument<List<String>> conflicts =
      syntax.options(
          "--from-conflict",
          "N",
          String.class,
          "Only the headers of these conflicts, as numbered by `xenvendor conflicts`, and habits"
              + " found there in every header. Of a resolved conflict, what is left of local's"
              + " edits.");

  private final Argument<String> from =
      syntax.option(
          "--from",
          "SOURCE",
          String.class,
          "A local source; candidates are tried on its releases and on those of the vendor"
              + " branch.");

  private final Flag dryRun =
      syntax.flag(List.of("-n", "--dry-run"), "Report what would be declared; write nothing.");

  PatchesNewCommand(Context context) {
    super(
        context,
        "new",
        "Declare undeclared edits: write a local patch for each, of the most specific kind that"
            + " reproduces it.");
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openGit()) {
      Downstream committed = context.committed(workspace);
      ConflictChoice chosen = ConflictChoice.of(committed, workspace.trunk(), numbers());
      // While a merge waits, the work tree has markers in it, but not where it is resolved.
      boolean merging = workspace.trunk().unfinishedMerge().isPresent();
      Downstream tree = merging && !chosen.isSettled() ? committed : context.present(workspace);
      Set<HeaderPath> only = named(workspace, committed);
      only.addAll(chosen.headers());
      NewPatches.Report report =
          run(new NewPatches(tree), only, chosen.habitFiles(only, tree), tree.config());
      if (!dryRun.isSet()) {
        AtomicFiles.write(context.configFolder(workspace), report.files());
      }
      context.show(new NewPatchesRendering(report, dryRun.isSet()));
      return ExitCode.DONE;
    }
  }

  private NewPatches.Report run(
      NewPatches declare, Set<HeaderPath> only, Set<HeaderPath> habits, VendorConfig config) {
    if (from.given().isEmpty()) {
      return declare.run(only, habits, Collections.emptySortedMap());
    }
    try (Source source = context.source(from.value()).get()) {
      if (source.isRemote()) {
        throw Problem.usage("--from " + source.name() + " is not on this machine")
            .hint("clone it, and name the clone");
      }
      return declare.run(only, habits, new SourceReleaseFinder(config).finalReleases(source));
    }
  }

  private Set<HeaderPath> named(GitWorkspace workspace, Downstream tree) {
    Set<HeaderPath> only = new TreeSet<>();
    for (String path : paths.given().orElse(List.of())) {
      HeaderPath inTree = TreePaths.inTree(path, context.directory(), workspace.root());
      HeaderPath header = inTree.below(tree.vendor().prefix()).orElse(inTree);
      requireHeaders(header, workspace, tree);
      only.add(header);
    }
    return only;
  }

  private static void requireHeaders(HeaderPath header, GitWorkspace workspace, Downstream tree) {
    boolean isHere =
        workspace.file(tree.vendor(), tree.vendor().prefix().resolve(header)).toFile().exists();
    Set<HeaderPath> known = new TreeSet<>(tree.local().paths());
    known.addAll(tree.pristine().paths());
    if (isHere || known.stream().anyMatch(path -> path.equals(header) || path.isBelow(header))) {
      return;
    }
    String meant =
        known.stream()
            .map(HeaderPath::value)
            .filter(path -> path.endsWith("/" + header.value()))
            .findFirst()
            .map(path -> ", did you mean '" + path + "'?")
            .orElse("");
    throw Problem.usage("there is no header '" + header + "' in " + tree.vendor().prefix() + meant)
        .hint("xenvendor patches lists the headers with undeclared changes");
  }

  private List<ConflictNumber> numbers() {
    List<ConflictNumber> numbers = new ArrayList<>();
    for (String number : conflicts.given().orElse(List.of())) {
      numbers.add(
          ConflictNumber.parse(number)
              .orElseThrow(
                  () ->
                      Problem.usage("--from-conflict takes a number, not '" + number + "'")
                          .hint("xenvendor conflicts lists them, as in 3 or 3.2")));
    }
    return numbers;
  }
}
