package dev.xenvendor.downstream;

import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A change of trunk, computed to the last byte before any of it is written. Paths are seen from the
 * root of the repository.
 *
 * @param files what the work tree shall hold; empty for a file that goes away
 * @param unmerged what the index holds for files that conflict; where there is anything, no commit
 *     is made, and the merge waits to be continued
 * @param resolved what the index remembers of conflicts that are resolved from the start; where
 *     there is anything, no commit is made either
 * @param otherParent the commit that is merged, where the commit is to record it
 * @param state what to remember until the merge is finished
 * @param there which of the files the work tree holds already, so that they are only committed
 * @param index what the index holds where that is not what the work tree holds
 */
public record TrunkChange(
    Map<HeaderPath, Optional<HeaderFile>> files,
    List<Stage> unmerged,
    List<Stage> resolved,
    String message,
    Optional<GitId> otherParent,
    Optional<MergeState> state,
    Set<HeaderPath> there,
    Map<HeaderPath, Optional<HeaderFile>> index) {

  /** A change of files that the work tree does not hold yet. */
  public TrunkChange(
      Map<HeaderPath, Optional<HeaderFile>> files,
      List<Stage> unmerged,
      String message,
      Optional<GitId> otherParent,
      Optional<MergeState> state) {
    this(files, unmerged, List.of(), message, otherParent, state, Set.of(), Map.of());
  }

  /** The same change with conflicts that are resolved from the start. */
  public TrunkChange withResolved(List<Stage> stages) {
    return new TrunkChange(files, unmerged, stages, message, otherParent, state, there, index);
  }

  /** Returns whether it can wait as a merge in progress: it records what would be continued. */
  public boolean isResumable() {
    return state.isPresent() || otherParent.isPresent();
  }

  /** The same change with another message. */
  public TrunkChange withMessage(String other) {
    return new TrunkChange(files, unmerged, resolved, other, otherParent, state, there, index);
  }

  /** The entries of the index that change; those of paths in conflict are {@link #unmerged}. */
  public Map<HeaderPath, Optional<HeaderFile>> indexed() {
    Map<HeaderPath, Optional<HeaderFile>> entries = new TreeMap<>(files);
    entries.putAll(index);
    return entries;
  }

  /** The files that get a content. */
  public SortedSet<HeaderPath> written() {
    SortedSet<HeaderPath> written = paths(Optional::isPresent);
    written.removeAll(there);
    return written;
  }

  /** The files that go away. */
  public SortedSet<HeaderPath> deleted() {
    return paths(Optional::isEmpty);
  }

  private SortedSet<HeaderPath> paths(Predicate<Optional<HeaderFile>> wanted) {
    SortedSet<HeaderPath> paths = new TreeSet<>();
    files.forEach(
        (path, file) -> {
          if (wanted.test(file)) {
            paths.add(path);
          }
        });
    return paths;
  }
}
