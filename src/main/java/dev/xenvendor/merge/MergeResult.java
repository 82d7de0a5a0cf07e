package dev.xenvendor.merge;

import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A merged tree, file by file in path order.
 *
 * @param files every file that a side holds and that the merge has something to say of
 */
public record MergeResult(List<MergedFile> files) {

  public MergeResult {
    files = List.copyOf(files);
  }

  public boolean isClean() {
    return files.stream().allMatch(file -> file.conflict().isEmpty());
  }

  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    // Two files may share one conflict: the two names that local and vendor gave a file.
    Set<Conflict> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MergedFile file : files) {
      file.conflict().filter(seen::add).ifPresent(conflicts::add);
    }
    return conflicts;
  }

  public long count(Outcome outcome) {
    return files.stream().filter(file -> file.outcome() == outcome).count();
  }

  /** What became of the files, in words: how many were updated, merged, added and so on. */
  public String summary() {
    List<String> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      long count = outcome == Outcome.CONFLICT ? conflicts().size() : count(outcome);
      if (count > 0 && outcome != Outcome.UNCHANGED) {
        boolean plural = outcome == Outcome.CONFLICT && count > 1;
        counts.add(count + " " + outcome.word() + (plural ? "s" : ""));
      }
    }
    return counts.isEmpty() ? "no header changes" : String.join(", ", counts);
  }

  /** The merged files; where hunks conflict, with markers. */
  public HeaderTree tree() {
    Map<HeaderPath, HeaderFile> tree = new LinkedHashMap<>();
    files.forEach(file -> file.result().ifPresent(result -> tree.put(file.path(), result)));
    return HeaderTree.of(tree);
  }
}
