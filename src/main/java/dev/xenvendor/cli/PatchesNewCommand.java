package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.NewFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.TreePaths;
import dev.xenvendor.conflict.ConflictFilter;
import dev.xenvendor.conflict.ConflictFilter.Target;
import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.patch.review.NewPatches;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.baseline.SourceReleaseFinder;
import dev.xenvendor.report.DeclareRendering;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

final class PatchesNewCommand extends Command {

  private final Argument<List<String>> paths =
      syntax.words(
          "0..*",
          "PATH",
          "Only these headers, relative to the root of the tree or to the headers' folder.");

  private final Argument<List<String>> conflicts =
      syntax.options(
          "--from-conflict",
          "N",
          String.class,
          "Only the headers of these conflicts, as numbered by `xenvendor conflicts`.");

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
      // While a merge waits, the work tree has its markers in it.
      boolean merging = workspace.trunk().unfinishedMerge().isPresent();
      Downstream tree =
          merging
              ? committed
              : context.downstream(
                  workspace, committed.config(), workspace.present(committed.vendor()));
      NewPatches.Report report =
          run(new NewPatches(tree), only(workspace, committed), tree.config());
      if (!dryRun.isSet()) {
        NewFiles.write(context.configFolder(workspace), report.files());
      }
      context.show(new DeclareRendering(report, dryRun.isSet()));
      return ExitCode.DONE;
    }
  }

  private NewPatches.Report run(NewPatches declare, Set<HeaderPath> only, VendorConfig config) {
    if (from.given().isEmpty()) {
      return declare.run(only, Collections.emptySortedMap());
    }
    try (Source source = context.source(from.value()).get()) {
      if (source.isRemote()) {
        throw Problem.usage("--from " + source.name() + " is not on this machine")
            .hint("clone it, and name the clone");
      }
      return declare.run(only, new SourceReleaseFinder(config).finalReleases(source));
    }
  }

  private Set<HeaderPath> only(GitWorkspace workspace, Downstream tree) {
    Set<HeaderPath> only = new TreeSet<>();
    for (String path : paths.given().orElse(List.of())) {
      HeaderPath inTree = TreePaths.inTree(path, context.directory(), workspace.root());
      only.add(inTree.below(tree.vendor().prefix()).orElse(inTree));
    }
    List<String> numbers = conflicts.given().orElse(List.of());
    if (!numbers.isEmpty()) {
      only.addAll(conflicting(workspace, tree, numbers));
    }
    return only;
  }

  private Set<HeaderPath> conflicting(
      GitWorkspace workspace, Downstream tree, List<String> numbers) {
    List<Target> targets = new ArrayList<>();
    for (String number : numbers) {
      targets.add(
          ConflictNumber.parse(number)
              .map(Target.Numbered::new)
              .orElseThrow(
                  () ->
                      Problem.usage("--from-conflict takes a number, not '" + number + "'")
                          .hint("xenvendor conflicts lists them, as in 3 or 3.2")));
    }
    return new ConflictFilter(targets, Optional.empty(), Optional.empty(), false)
        .in(new Conflicts(tree, workspace.trunk()).left()).conflicts().stream()
            .flatMap(open -> open.path().below(tree.vendor().prefix()).stream())
            .collect(Collectors.toSet());
  }
}
