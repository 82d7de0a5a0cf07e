package dev.xenvendor.cli.command.merge;

import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.conflict.resolve.FinishMerge;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.handover.ResumeMerge;
import dev.xenvendor.handover.SaveMerge;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.handover.SavedMerges;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.conflict.ResumedMergeRendering;
import dev.xenvendor.report.conflict.SavedMergeRendering;
import dev.xenvendor.report.merge.FinishMergeRendering;
import dev.xenvendor.report.merge.UndoMergeRendering;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.update.UndoMerge;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options of {@code merge} that act on a merge that was begun before. */
final class MergeActions {

  private final Flag finish;
  private final Flag allowBroken;
  private final Flag abort;
  private final Flag undo;
  private final Argument<String> save;
  private final Argument<String> resume;

  MergeActions(Syntax syntax) {
    finish = syntax.flag("--continue", "Commit the merge after its conflicts are resolved.");
    allowBroken =
        syntax.flag(
            "--allow-broken", "With --continue: also commit headers that are not well formed.");
    abort = syntax.flag("--abort", "Abort the merge in progress.");
    undo =
        syntax.flag(
            "--undo",
            "Undo the last merge after it was committed, if it is not pushed and no commit follows"
                + " it. An import stays.");
    save =
        syntax.option(
            "--save",
            "NAME",
            String.class,
            "Save the merge in progress as a ref that can be pushed; the merge stays in progress.");
    resume =
        syntax.option(
            "--resume",
            "NAME",
            String.class,
            "Resume a merge that was saved, here or in another clone, on the same commit.");
  }

  boolean isGiven() {
    return count() > 0;
  }

  private long count() {
    return Stream.of(finish, abort, undo).filter(Flag::isSet).count()
        + Stream.of(save, resume).filter(argument -> argument.given().isPresent()).count();
  }

  /**
   * Refuses several actions, and an action beside other arguments.
   *
   * @param isElseGiven whether there are arguments that begin a merge
   */
  void requireAlone(boolean isElseGiven) {
    if (count() > 1 || (isGiven() && isElseGiven)) {
      throw Problem.usage(
          "--continue, --abort, --undo, --save and --resume take no other arguments");
    }
    if (allowBroken.isSet() && !finish.isSet()) {
      throw Problem.usage("--allow-broken requires --continue");
    }
  }

  int run(Context context, GitWorkspace workspace, Downstream tree) {
    Trunk trunk = workspace.trunk();
    SavedMerges saves = workspace.savedMerges(tree.vendor());
    if (undo.isSet()) {
      context.show(new UndoMergeRendering(new UndoMerge(tree, trunk).run()));
      return ExitCode.DONE;
    }
    if (save.given().isPresent()) {
      Downstream present = context.present(workspace);
      SaveMerge.Report report = new SaveMerge(tree, present, trunk, saves).run(save.given().get());
      context.show(new SavedMergeRendering(tree.vendor(), report));
      return ExitCode.DONE;
    }
    if (resume.given().isPresent()) {
      ResumeMerge.Report report = new ResumeMerge(tree, trunk, saves).run(resume.given().get());
      context.show(new ResumedMergeRendering(tree.vendor(), report));
      return ExitCode.DONE;
    }
    return end(context, tree, trunk, saves);
  }

  private int end(Context context, Downstream tree, Trunk trunk, SavedMerges saves) {
    Optional<GitId> head = trunk.head();
    FinishMerge finisher = new FinishMerge(tree, trunk);
    FinishMerge.Report report =
        abort.isSet() ? finisher.abort() : finisher.commit(allowBroken.isSet());
    List<SavedMerge> saved =
        saves.all().stream().filter(one -> head.filter(one.head()::equals).isPresent()).toList();
    context.show(new FinishMergeRendering(tree.vendor(), report, abort.isSet(), saved));
    return report.isFinished() ? ExitCode.DONE : ExitCode.FINDING;
  }
}
