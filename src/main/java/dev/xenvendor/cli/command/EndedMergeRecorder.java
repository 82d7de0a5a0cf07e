package dev.xenvendor.cli.command;

import dev.xenvendor.conflict.resolve.RecordCommittedMerge;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.EndedMerge;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.GitId;

/** Records the resolutions of a merge that plain git committed since the last run. */
final class EndedMergeRecorder {

  private final Context context;
  private final GitWorkspace workspace;

  EndedMergeRecorder(Context context, GitWorkspace workspace) {
    this.context = context;
    this.workspace = workspace;
  }

  /** Records them once. No command depends on it: what goes wrong is a warning. */
  void run() {
    Trunk trunk = workspace.trunk();
    trunk
        .endedMerge()
        .ifPresent(
            ended -> {
              try {
                ended.commit().ifPresent(commit -> record(ended, commit));
              } catch (Problem problem) {
                context
                    .console()
                    .err()
                    .println(
                        "warning: the resolutions of the merge that git committed are not"
                            + " recorded: "
                            + problem.text());
              }
              trunk.forgetEndedMerge();
            });
  }

  private void record(EndedMerge ended, GitId commit) {
    String head = ended.state().head().hex();
    VendorConfig config = context.configAt(workspace, head, ended.state().vendor());
    Downstream before = context.downstream(workspace, config, workspace.at(head));
    new RecordCommittedMerge(
            before, workspace.trunk().resolutions(config.vendor()), context.layoutProbe())
        .run(ended.state(), commit, workspace.at(commit.hex()));
  }
}
