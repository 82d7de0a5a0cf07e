package dev.xenvendor.merge;

import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A merged tree, file by file in path order.
 *
 * @param files every file in which the sides differ and that the merge has something to say of
 * @param untouched the files that are the same on every side
 */
public record MergeResult(List<MergedFile> files, HeaderTree untouched) {

  public MergeResult {
    files = List.copyOf(files);
  }

  /** The same merge with another file instead of each that is listed. */
  public MergeResult mapped(UnaryOperator<MergedFile> to) {
    return new MergeResult(files.stream().map(to).toList(), untouched);
  }

  /** The same merge that lists every file of the result, also those that no side changed. */
  public MergeResult inFull() {
    return listing(untouched.paths());
  }

  /** The same merge that lists some of the files, too, that no side changed. */
  public MergeResult listing(Collection<HeaderPath> paths) {
    SortedMap<HeaderPath, MergedFile> listed = new TreeMap<>();
    for (HeaderPath path : paths) {
      untouched.get(path).ifPresent(file -> listed.put(path, MergedFile.unchanged(path, file)));
    }
    if (listed.isEmpty()) {
      return this;
    }
    HeaderTree rest = untouched.without(listed.keySet());
    List<MergedFile> all = new ArrayList<>(files);
    all.addAll(listed.values());
    all.sort(Comparator.comparing(MergedFile::path));
    return new MergeResult(all, rest);
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

  /** Returns what became of the files, in words: how many were updated, merged, added and so on. */
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
    Map<HeaderPath, HeaderFile> merged = new LinkedHashMap<>();
    files.forEach(file -> file.result().ifPresent(result -> merged.put(file.path(), result)));
    return untouched.with(merged);
  }
}
