package dev.xenvendor.cli;

import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.conflict.FinishMerge;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.FinishRendering;
import dev.xenvendor.report.UndoMergeRendering;
import dev.xenvendor.update.UndoMerge;
import java.util.stream.Stream;

/** The options of {@code merge} that act on a merge that was begun before. */
final class MergeActions {

  private final Flag finish;
  private final Flag allowBroken;
  private final Flag abort;
  private final Flag undo;

  MergeActions(Syntax syntax) {
    finish = syntax.flag("--continue", "Commit the merge after its conflicts are resolved.");
    allowBroken =
        syntax.flag(
            "--allow-broken",
            "With --continue: also commit headers that the merge leaves not well formed.");
    abort = syntax.flag("--abort", "Abort the merge in progress.");
    undo =
        syntax.flag(
            "--undo",
            "Undo the last merge after it was committed, if it is not pushed and no commit follows"
                + " it. An import stays.");
  }

  boolean isGiven() {
    return count() > 0;
  }

  private long count() {
    return Stream.of(finish, abort, undo).filter(Flag::isSet).count();
  }

  /**
   * Refuses several actions, and an action beside other arguments.
   *
   * @param isElseGiven whether there are arguments that begin a merge
   */
  void requireAlone(boolean isElseGiven) {
    if (count() > 1 || (isGiven() && isElseGiven)) {
      throw Problem.usage("--continue, --abort and --undo take no other arguments");
    }
    if (allowBroken.isSet() && !finish.isSet()) {
      throw Problem.usage("--allow-broken requires --continue");
    }
  }

  int run(Context context, Downstream tree, Trunk trunk) {
    if (undo.isSet()) {
      context.show(new UndoMergeRendering(new UndoMerge(tree, trunk).run()));
      return ExitCode.DONE;
    }
    FinishMerge finisher = new FinishMerge(tree, trunk);
    FinishMerge.Report report =
        abort.isSet() ? finisher.abort() : finisher.commit(allowBroken.isSet());
    context.show(new FinishRendering(tree.vendor(), report, abort.isSet()));
    return report.isFinished() ? ExitCode.DONE : ExitCode.FINDING;
  }
}
