package dev.xenvendor.cheader;

import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a type stand in memory, in bytes.
 *
 * @param type as C code refers to it, as in {@code struct page}
 * @param fields in the order of the declaration; those of an unnamed struct or union as the fields
 *     of the one around it
 */
public record Layout(String type, long size, long alignment, List<Field> fields) {

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
   * Whether this type may stand for the other, byte for byte, whatever the two are called. It may
   * be aligned less, since it is packed, and name what is padding there.
   */
  public boolean agreesWith(Layout other) {
    return size == other.size && fields.containsAll(other.fields);
  }
}
