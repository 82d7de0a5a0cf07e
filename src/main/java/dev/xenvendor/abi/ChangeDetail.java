package dev.xenvendor.abi;

import dev.xenvendor.c.parse.HeaderView;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One difference of a changed name, such as a field's offset.
 *
 * @param field the path of the field; empty if the whole type differs
 * @param before the old value; empty if there was none
 * @param after the new value; empty if there is none
 * @param views the views that have this difference
 */
public record ChangeDetail(
    What what,
    String field,
    Optional<String> before,
    Optional<String> after,
    SortedSet<HeaderView> views) {

  /** The aspects that can change. */
  public enum What {
    SIZE("size"),
    ALIGNMENT("alignment"),
    /** What a typedef is another name for, or a field's type as written. */
    TYPE("type"),
    FIELD_ADDED("field-added"),
    FIELD_REMOVED("field-removed"),
    FIELD_RENAMED("field-renamed"),
    /** In bytes, and for a bit-field also the bit, as in {@code 4.3}. */
    OFFSET("offset"),
    FIELD_SIZE("field-size"),
    VALUE("value"),
    /** What a macro is replaced by, where that is no number. */
    TEXT("text");

    private final String word;

    What(String word) {
      this.word = word;
    }

    /** Its name in JSON. */
    public String word() {
      return word;
    }
  }

  /** Of one view, which is for the caller to name. */
  static ChangeDetail of(What what, String field, Optional<String> before, Optional<String> after) {
    return new ChangeDetail(what, field, before, after, new TreeSet<>());
  }

  ChangeDetail in(SortedSet<HeaderView> others) {
    return new ChangeDetail(what, field, before, after, others);
  }

  static ChangeDetail of(What what, String field, String before, String after) {
    return of(what, field, Optional.of(before), Optional.of(after));
  }

  static ChangeDetail numbers(What what, String field, OptionalLong before, OptionalLong after) {
    return of(what, field, text(before), text(after));
  }

  private static Optional<String> text(OptionalLong number) {
    return number.isPresent() ? Optional.of(Long.toString(number.getAsLong())) : Optional.empty();
  }
}
