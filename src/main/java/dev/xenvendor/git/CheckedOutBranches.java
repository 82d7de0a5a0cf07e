package dev.xenvendor.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/**
 * Checks whether a branch is checked out in any work tree. Moving such a branch would leave its
 * work tree at the old commit.
 */
final class CheckedOutBranches {

  private CheckedOutBranches() {}

  static boolean here(Repository jgit, String branch) throws IOException {
    Ref head = jgit.exactRef(Constants.HEAD);
    return !jgit.isBare()
        && head != null
        && head.isSymbolic()
        && head.getTarget().getName().equals(branch);
  }

  /** In another work tree of the same repository, of which JGit knows nothing. */
  static boolean elsewhere(Repository jgit, String branch) throws IOException {
    Path own = jgit.getDirectory().toPath().resolve(Constants.HEAD);
    for (Path head : heads(jgit)) {
      if (!head.equals(own)
          && Files.isRegularFile(head)
          && Files.readString(head).strip().equals("ref: " + branch)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> heads(Repository jgit) throws IOException {
    Path common = jgit.getCommonDirectory().toPath();
    List<Path> heads = new ArrayList<>();
    if (!jgit.isBare()) {
      heads.add(common.resolve(Constants.HEAD));
    }
    Path others = common.resolve("worktrees");
    if (Files.isDirectory(others)) {
      try (Stream<Path> folders = Files.list(others)) {
        folders.forEach(folder -> heads.add(folder.resolve(Constants.HEAD)));
      }
    }
    return heads;
  }
}
