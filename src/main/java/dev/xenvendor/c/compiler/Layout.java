package dev.xenvendor.c.compiler;

import java.util.List;
import java.util.Optional;

/**
 * The layout of a type in memory, in bytes.
 *
 * @param fields in the order of the declaration; those of an unnamed struct or union as the fields
 *     of the one around it
 */
public record Layout(long size, long alignment, List<Field> fields) {

  /** A field, named by the way to it, as in {@code u.tcp.port}. */
  public sealed interface Field {

    String path();

    /** One that begins at a byte. */
    record Whole(String path, long offset, long size) implements Field {}

    /** An array at the end that takes no room of its own. */
    record Flexible(String path, long offset) implements Field {}

    /**
     * One that begins at a bit.
     *
     * @param bits its width, as written
     * @param position the first of its bits, counted from the struct's first one, the lowest of a
     *     byte first
     */
    record BitField(String path, String bits, long position) implements Field {}
  }

  public Layout {
    fields = List.copyOf(fields);
  }

  public Optional<Field> field(String path) {
    return fields.stream().filter(field -> field.path().equals(path)).findFirst();
  }

  /**
   * Returns whether values of both types can be exchanged byte for byte, whatever the types are
   * called. This one may be aligned less than the one that it mirrors, and may name what is a gap
   * there.
   */
  public boolean agreesWith(Layout other) {
    return size == other.size
        && fields.containsAll(other.fields)
        && fields.stream().allMatch(field -> other.fields.contains(field) || other.isGap(field));
  }

  /** Returns whether a field of another layout lies where this one has none. */
  public boolean isGap(Field field) {
    return field instanceof Field.Whole gap
        && fields.stream().noneMatch(other -> overlap(gap, other));
  }

  private static boolean overlap(Field.Whole gap, Field other) {
    if (other instanceof Field.Whole whole) {
      return gap.offset < whole.offset + whole.size && whole.offset < gap.offset + gap.size;
    }
    return other instanceof Field.BitField bits
        && bits.position / Byte.SIZE >= gap.offset
        && bits.position / Byte.SIZE < gap.offset + gap.size;
  }
}
