package dev.xenvendor.testing;

import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What native git makes of a merge.
 *
 * @param git has its objects
 * @param conflicts the paths that it leaves unmerged
 * @param clean the blob ids of all others
 */
public record GitVerdict(NativeGit git, Set<String> conflicts, Map<String, String> clean) {

  /** The merge of two trees that come from one. */
  public static GitVerdict of(NativeGit git, HeaderTree base, HeaderTree local, HeaderTree vendor) {
    git.commit(
        List.of(
            NativeGit.Commit.root("base", base),
            NativeGit.Commit.on("base", "local", local),
            NativeGit.Commit.on("base", "vendor", vendor)));
    List<String> merged =
        git.run(
                "-c",
                "merge.directoryRenames=false",
                "merge-tree",
                "--write-tree",
                "--name-only",
                "--no-messages",
                "local",
                "vendor")
            .lines()
            .toList();
    Map<String, String> files = new TreeMap<>();
    git.run("ls-tree", "-r", merged.get(0))
        .lines()
        .map(line -> line.split("[ \t]", 4))
        .forEach(entry -> files.put(entry[3], entry[2]));
    Set<String> conflicts = new TreeSet<>(merged.subList(1, merged.size()));
    files.keySet().removeAll(conflicts);
    return new GitVerdict(git, conflicts, files);
  }

  /**
   * In what a merge is worse: conflicts where git has none, and files that come out differently.
   *
   * @param everyLine what is done to every line of a kind, upstream's new ones among them
   */
  public List<String> worse(MergeResult merge, UnaryOperator<HeaderTree> everyLine) {
    List<String> worse = new ArrayList<>();
    Set<String> unmerged = new TreeSet<>();
    merge.conflicts().forEach(c -> c.paths().forEach(path -> unmerged.add(path.value())));
    for (String path : unmerged) {
      if (!conflicts.contains(path)) {
        worse.add(path + " conflicts");
      }
    }
    clean.forEach(
        (name, id) -> {
          HeaderPath path = HeaderPath.of(name);
          Optional<HeaderFile> ours = merge.tree().get(path);
          if (!unmerged.contains(name)
              && !ours.filter(f -> f.id().hex().equals(id)).isPresent()
              && !ours.equals(everyLine.apply(tree(path, id)).get(path))) {
            worse.add(path + " comes out differently");
          }
        });
    return worse;
  }

  private HeaderTree tree(HeaderPath path, String id) {
    byte[] bytes = git.run(new byte[0], "cat-file", "blob", id);
    return HeaderTree.of(Map.of(path, HeaderFile.regular(bytes)));
  }
}
