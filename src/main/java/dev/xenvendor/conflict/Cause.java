package dev.xenvendor.conflict;

import dev.xenvendor.patch.LocalPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cause of a conflict: the local change at its place. Conflicts with the same cause are usually
 * resolved alike.
 *
 * @param name as {@code --cause} takes it: the ids of the patches, or the kind of the conflict if
 *     no local change is known
 * @param title the local change in words
 */
public record Cause(String name, Kind kind, String title) {

  /** The kinds of cause, by what is known of local's change. */
  public enum Kind {
    /** A local edit that no patch declares; the name is the id that `patches new` would give it. */
    UNDECLARED("undeclared"),
    /** A declared local patch. */
    DECLARED("declared"),
    /** A declared local patch that no longer applies. */
    INAPPLICABLE("inapplicable"),
    /** Nothing. */
    UNKNOWN("unknown");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public boolean isUndeclared() {
    return kind == Kind.UNDECLARED;
  }

  static Cause of(OpenConflict conflict, Explanation known) {
    if (conflict.edited()) {
      return new Cause("edited", Kind.UNKNOWN, "no conflict is left in the file: git add it");
    }
    if (conflict.lost().isPresent()) {
      return new Cause(
          conflict.lost().get().id(), Kind.INAPPLICABLE, conflict.lost().get().reason());
    }
    List<LocalPatch> changes = new ArrayList<>(known.edits());
    if (changes.isEmpty()) {
      changes.addAll(known.patches());
    }
    if (changes.isEmpty()) {
      return new Cause(conflict.kind().word(), Kind.UNKNOWN, "no local change is known");
    }
    String names = changes.stream().map(LocalPatch::id).collect(Collectors.joining("+"));
    return known.edits().isEmpty()
        ? new Cause(
            names,
            Kind.DECLARED,
            changes.stream().map(LocalPatch::summary).collect(Collectors.joining("; ")))
        : new Cause(names, Kind.UNDECLARED, String.join("; ", known.editsInWords()));
  }
}
