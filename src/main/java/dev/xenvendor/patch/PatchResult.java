package dev.xenvendor.patch;

import dev.xenvendor.patch.definition.MovedDefinitions;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The effect of one patch on a tree, file by file. */
public record PatchResult(
    LocalPatch patch, SortedMap<HeaderPath, FileEdit> edits, List<MovedDefinitions> taken) {

  /** Returns whether the patch is in the tree now, in at least one file. */
  public boolean applies() {
    return edits.values().stream().anyMatch(FileEdit::isThere);
  }

  /** Returns whether another tree has the patch where this one, without it, had to get it. */
  public boolean isShownBy(PatchResult other) {
    return !other.taken.isEmpty() || changed().stream().anyMatch(other.carrying()::contains);
  }

  /** Returns what would be done to some of the files if it were made once more. */
  SortedMap<HeaderPath, FileEdit> holding(Set<HeaderPath> files) {
    SortedMap<HeaderPath, FileEdit> again = new TreeMap<>();
    edits.forEach(
        (path, edit) -> {
          if (files.contains(path)) {
            boolean made = edit.isThere() && !(edit instanceof FileEdit.Elsewhere);
            again.put(path, made ? new FileEdit.Holds() : edit);
          }
        });
    return again;
  }

  /** This result with what became of other files. */
  PatchResult with(SortedMap<HeaderPath, FileEdit> others) {
    SortedMap<HeaderPath, FileEdit> all = new TreeMap<>(edits);
    all.putAll(others);
    return new PatchResult(patch, all, taken);
  }

  /** Returns whether the tree had it already wherever it has it now. */
  public boolean changedNothing() {
    return changed().isEmpty();
  }

  /** Of a release as published: whether upstream has it itself. */
  public boolean isUpstreams() {
    return applies()
        && changedNothing()
        && edits.values().stream().noneMatch(FileEdit.Elsewhere.class::isInstance);
  }

  /** The files in which the patch was made now. */
  public List<HeaderPath> changed() {
    return files(FileEdit::changes);
  }

  /** The files that carried it before. */
  public List<HeaderPath> carrying() {
    return files(FileEdit::holds);
  }

  /** The files in which it should have been made, but could not be. */
  public List<HeaderPath> failing() {
    return files(FileEdit::fails);
  }

  /** Returns whether not the patch is wrong, but a header that cannot be read. */
  public boolean isUnreadable() {
    return edits.values().stream().anyMatch(FileEdit.Unreadable.class::isInstance);
  }

  /** The files that have no part in it, or cannot have it. */
  public List<HeaderPath> withoutIt() {
    return files(edit -> !edit.isThere());
  }

  private List<HeaderPath> files(Predicate<FileEdit> wanted) {
    return edits.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns why the patch does not apply, from the first file with a reason. */
  public String reason() {
    if (edits.isEmpty()) {
      return "no file matches";
    }
    return edits.entrySet().stream()
        .flatMap(entry -> entry.getValue().why().map(w -> entry.getKey() + ": " + w).stream())
        .findFirst()
        .orElse("");
  }
}
