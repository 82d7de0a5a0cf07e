package dev.xenvendor.git.repository;

import dev.xenvendor.downstream.GitOperation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** Tells by the files that git leaves which of its commands was begun and not ended. */
public final class OperationInProgress {

  private static final GitOperation BISECT =
      new GitOperation("a bisect", "git bisect reset", false);

  private OperationInProgress() {}

  /** Returns what git is in the middle of, but for a merge. */
  public static Optional<GitOperation> of(Repository jgit) {
    Path git = jgit.getDirectory().toPath();
    if (Files.exists(git.resolve("rebase-apply/applying"))) {
      return begun("applying patches", "am");
    }
    if (Files.exists(git.resolve("rebase-merge")) || Files.exists(git.resolve("rebase-apply"))) {
      return begun("a rebase", "rebase");
    }
    if (Files.exists(git.resolve("CHERRY_PICK_HEAD"))) {
      return begun("a cherry-pick", "cherry-pick");
    }
    if (Files.exists(git.resolve("REVERT_HEAD"))) {
      return begun("a revert", "revert");
    }
    if (Files.exists(git.resolve("sequencer/todo"))) {
      return begun("a sequence of cherry-picks or reverts", "cherry-pick");
    }
    return Files.exists(git.resolve("BISECT_LOG")) ? Optional.of(BISECT) : Optional.empty();
  }

  private static Optional<GitOperation> begun(String name, String command) {
    String git = "git " + command;
    return Optional.of(new GitOperation(name, git + " --continue, or " + git + " --abort", true));
  }
}
