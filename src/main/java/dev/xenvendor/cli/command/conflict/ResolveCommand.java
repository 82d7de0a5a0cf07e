package dev.xenvendor.cli.command.conflict;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.conflict.ConflictFilter;
import dev.xenvendor.conflict.HunkNumbers;
import dev.xenvendor.conflict.Resolution;
import dev.xenvendor.conflict.resolve.Resolve;
import dev.xenvendor.conflict.resolve.ResolveSession;
import dev.xenvendor.conflict.resolve.UndoResolve;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.conflict.ResolveRendering;
import dev.xenvendor.report.conflict.UndoResolveRendering;
import dev.xenvendor.report.format.Format;
import java.util.ArrayList;
import java.util.List;

/** The command {@code resolve}, which resolves conflicts by taking a text. */
public final class ResolveCommand extends Command {

  private final Argument<List<String>> arguments =
      syntax.words(
          "0..*",
          "PATH|NUMBER",
          "What to resolve: files or folders, relative to the root of the tree or to the headers'"
              + " folder, or numbers from `xenvendor conflicts`, as in 3 or 3.2.");

  private final Argument<String> hunk =
      syntax.option(
          "--hunk",
          "N|all",
          String.class,
          "Only these hunks of each file, as in 1,3-5, or all hunks.");

  private final Argument<Resolution> taking =
      syntax.option("--take", "SIDE", Resolution.class, "What to take: ${COMPLETION-CANDIDATES}.");

  private final ConflictSelection selection = new ConflictSelection(syntax);

  private final Flag allSuggested =
      syntax.flag("--all-suggested", "Take every suggestion; conflicts without one stay open.");

  private final Flag interactive =
      syntax.flag(
          List.of("-i", "--interactive"),
          "Go through the conflicts one by one, like git add -p; each answer takes effect at once.");

  private final Flag undo =
      syntax.flag(
          "--undo",
          "Restore conflicts or hunks as the merge left them, even after git add. Default: all"
              + " that are resolved.");

  private final Flag dryRun =
      syntax.flag(List.of("-n", "--dry-run"), "Show what would change; write nothing.");

  public ResolveCommand(Context context) {
    super(
        context,
        "resolve",
        "Resolve conflicts by taking a text.",
        "A path or a number without --hunk takes the side's whole file and drops cleanly merged"
            + " changes of the other side; with --hunk, --cause or --kind, keeps them.");
  }

  @Override
  public Integer call() {
    requireUnambiguous();
    try (GitWorkspace workspace = context.openToWrite()) {
      if (undo.isSet()) {
        return undo(workspace);
      }
      Resolve resolve =
          new Resolve(context.committed(workspace), workspace.trunk(), context.layoutProbe());
      ConflictFilter filter = filter(workspace);
      if (interactive.isSet()) {
        ResolveSession session = new ResolveSession(resolve, undoResolve(workspace), filter);
        new InteractiveResolve(context, workspace, session).run();
        return ExitCode.DONE;
      }
      Resolve.Report report =
          resolve.run(
              new Resolve.Request(
                  filter,
                  hunk.given().map(ResolveCommand::hunks),
                  taking.given().orElse(Resolution.SUGGESTED),
                  dryRun.isSet()));
      context.show(new ResolveRendering(report));
      return ExitCode.DONE;
    }
  }

  private int undo(GitWorkspace workspace) {
    UndoResolve.Report report = undoResolve(workspace).run(filter(workspace).targets());
    context.show(new UndoResolveRendering(report));
    return ExitCode.DONE;
  }

  private UndoResolve undoResolve(GitWorkspace workspace) {
    return new UndoResolve(context.committed(workspace), workspace.trunk(), context.layoutProbe());
  }

  private ConflictFilter filter(GitWorkspace workspace) {
    List<String> named = arguments.given().orElse(List.of());
    return selection.filter(named, context.directory(), workspace.root(), false);
  }

  private void requireUnambiguous() {
    if (interactive.isSet()) {
      requireOnlyAChoice();
      return;
    }
    if (undo.isSet()) {
      requireNothingElse();
      return;
    }
    boolean isChosen = arguments.given().isPresent() || selection.isGiven();
    List<String> missing = new ArrayList<>();
    if (taking.given().isEmpty() && !allSuggested.isSet()) {
      missing.add("--take SIDE");
    }
    if (!isChosen && !allSuggested.isSet()) {
      missing.add("PATH|NUMBER");
    }
    if (!missing.isEmpty()) {
      throw Problem.usage("missing: " + String.join(", ", missing));
    }
    if (allSuggested.isSet()
        && taking.given().filter(side -> side != Resolution.SUGGESTED).isPresent()) {
      throw Problem.usage("--all-suggested takes suggestions, not " + taking.value());
    }
  }

  private void requireNothingElse() {
    if (isTold() || selection.isGiven()) {
      throw Problem.usage("--undo takes paths and numbers only");
    }
  }

  private void requireOnlyAChoice() {
    if (isTold() || undo.isSet()) {
      throw Problem.usage("--interactive asks what to take: name paths, numbers or a cause only");
    }
    if (context.options().format() != Format.TEXT) {
      throw Problem.usage("--interactive prints text only");
    }
  }

  /** Returns whether the options already say what is to be done. */
  private boolean isTold() {
    return taking.given().isPresent()
        || hunk.given().isPresent()
        || allSuggested.isSet()
        || dryRun.isSet();
  }

  private static HunkNumbers hunks(String hunk) {
    return HunkNumbers.parse(hunk)
        .orElseThrow(
            () -> Problem.usage("--hunk takes numbers, as in 1,3-5, or 'all', not '" + hunk + "'"));
  }
}
