package dev.xenvendor.abi;

import dev.xenvendor.c.parse.HeaderView;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The difference of one name between two interfaces.
 *
 * @param views the views in which it differs
 * @param before the old definition in the first of the views; empty for an added name
 * @param after the new definition in the first of the views; empty for a removed name
 * @param details the differences of a changed name
 * @param through the changed names that it uses, if its own definition is the same as before
 */
public record NameChange(
    AbiName name,
    SortedSet<HeaderView> views,
    Optional<AbiEntry> before,
    Optional<AbiEntry> after,
    List<ChangeDetail> details,
    List<AbiName> through) {

  /** The kinds of change. */
  public enum Kind {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Its name in reports. */
    public String word() {
      return word;
    }
  }

  public NameChange {
    details = List.copyOf(details);
    through = List.copyOf(through);
  }

  public Kind kind() {
    if (before.isEmpty()) {
      return Kind.ADDED;
    }
    return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  /** Its place in the new headers; for a removed name, in the old ones. */
  public AbiEntry entry() {
    return after.or(() -> before).orElseThrow();
  }

  /** Returns whether its own definition differs, not only something that this uses. */
  public boolean isOwn() {
    return !before.map(AbiEntry::text).equals(after.map(AbiEntry::text));
  }
}
