package dev.xenvendor.git;

import dev.xenvendor.resolution.DamagedResolution;
import dev.xenvendor.tree.GitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The entries of a commit that keeps resolutions. Each is a folder named by the conflict that it
 * resolves and by its own content, {@code ab/cdef…-0123…}, so that different people add different
 * names, and two commits unite without a conflict.
 *
 * @param trees the tree objects by name
 * @param damaged what is no entry
 */
record ResolutionEntries(SortedMap<String, ObjectId> trees, List<DamagedResolution> damaged) {

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{38}-[0-9a-f]{40}");

  private static final int DEPTH = 2;

  static ResolutionEntries none() {
    return new ResolutionEntries(new TreeMap<>(), new ArrayList<>());
  }

  /** The name under which a resolution of a conflict is kept. */
  static String name(GitId conflict, GitId content) {
    return prefix(conflict) + content.hex();
  }

  /** Returns how the names of all resolutions of a conflict begin. */
  static String prefix(GitId conflict) {
    String hex = conflict.hex();
    return hex.substring(0, 2) + '/' + hex.substring(2) + '-';
  }

  /** The id of the conflict that a name begins with. */
  static GitId conflict(String name) {
    return GitId.of(name.substring(0, name.indexOf('-')).replace("/", ""));
  }

  static ResolutionEntries of(Repository jgit, ObjectId commit) throws IOException {
    ResolutionEntries entries = none();
    try (RevWalk commits = new RevWalk(jgit);
        TreeWalk walk = new TreeWalk(jgit)) {
      walk.addTree(commits.parseCommit(commit).getTree());
      while (walk.next()) {
        if (isFolder(walk) && walk.getDepth() + 1 < DEPTH) {
          walk.enterSubtree();
        } else {
          entries.add(walk);
        }
      }
    }
    return entries;
  }

  private static boolean isFolder(TreeWalk walk) {
    return FileMode.TREE.equals(walk.getRawMode(0));
  }

  private void add(TreeWalk walk) {
    String name = walk.getPathString();
    ObjectId tree = walk.getObjectId(0);
    if (isFolder(walk) && NAME.matcher(name).matches() && name.endsWith(tree.name())) {
      trees.put(name, tree);
    } else {
      damaged.add(new DamagedResolution(name, "it is not named by what it holds"));
    }
  }

  /**
   * Adds what other entries have gained since a common ancestor, and removes what they have lost.
   */
  void takeIn(ResolutionEntries other, ResolutionEntries ancestor) {
    other.trees.forEach(
        (name, tree) -> {
          if (!ancestor.trees.containsKey(name)) {
            trees.put(name, tree);
          }
        });
    ancestor.trees.keySet().stream()
        .filter(name -> !other.trees.containsKey(name))
        .forEach(trees::remove);
    damaged.addAll(other.damaged);
  }
}
