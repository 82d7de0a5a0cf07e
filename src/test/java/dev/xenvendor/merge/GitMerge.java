package dev.xenvendor.merge;

import dev.xenvendor.testing.NativeGit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a merge comes to, in git's terms.
 *
 * @param unmerged {@code path stage mode id} of every unmerged entry of the index
 * @param clean {@code mode id} of every file that does not conflict
 */
record GitMerge(SortedSet<String> unmerged, SortedMap<String, String> clean) {

  /** The merge of two branches by {@code git merge-tree}. */
  static GitMerge byGit(NativeGit git, String local, String vendor) {
    String[] merged =
        git.run(
                "-c",
                "merge.directoryRenames=false",
                "merge-tree",
                "--write-tree",
                "--no-messages",
                "-z",
                local,
                vendor)
            .split("\0");
    SortedSet<String> unmerged = new TreeSet<>();
    for (String line : List.of(merged).subList(1, merged.length)) {
      String[] entry = line.split("[ \t]", 4); // mode, id, stage, path
      unmerged.add(entry[3] + " " + entry[2] + " " + entry[0] + " " + entry[1]);
    }
    SortedMap<String, String> files = new TreeMap<>();
    for (String line : git.run("ls-tree", "-r", "-z", merged[0]).split("\0")) {
      if (!line.isEmpty()) {
        String[] entry = line.split("[ \t]", 4); // mode, type, id, path
        files.put(entry[3], entry[0] + " " + entry[2]);
      }
    }
    return of(unmerged, files);
  }

  /** What our own merge comes to. */
  static GitMerge of(MergeResult result) {
    SortedSet<String> unmerged = new TreeSet<>();
    for (Conflict conflict : result.conflicts()) {
      for (Conflict.Stage stage : conflict.stages()) {
        String entry = stage.path() + " " + stage.side().stage() + " " + stage.file();
        if (!unmerged.add(entry)) {
          throw new IllegalStateException("an index cannot hold it twice: " + entry);
        }
      }
    }
    SortedMap<String, String> files = new TreeMap<>();
    result.tree().files().forEach((path, file) -> files.put(path.value(), file.toString()));
    return of(unmerged, files);
  }

  private static GitMerge of(SortedSet<String> unmerged, Map<String, String> files) {
    Set<String> conflicted = new HashSet<>();
    unmerged.forEach(entry -> conflicted.add(entry.substring(0, entry.indexOf(' '))));
    SortedMap<String, String> clean = new TreeMap<>(files);
    clean.keySet().removeAll(conflicted);
    return new GitMerge(unmerged, clean);
  }

  /** The same without the contents of unmerged entries, which may hold markers with labels. */
  GitMerge withoutContents() {
    SortedSet<String> entries = new TreeSet<>();
    unmerged.forEach(entry -> entries.add(entry.substring(0, entry.lastIndexOf(' '))));
    return new GitMerge(entries, clean);
  }
}
