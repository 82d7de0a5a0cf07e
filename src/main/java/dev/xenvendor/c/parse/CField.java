package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.Place.Origin;
import dev.xenvendor.c.token.ByteRange;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field of a struct or union.
 *
 * @param name empty for a nameless bit-field and for a struct or union whose fields count as those
 *     of the one around it
 * @param type as written, blanks apart and without what {@code qualifiers} holds, as in {@code
 *     struct page *}; of a struct or union written in place only what it is, as in {@code union}
 * @param qualifiers {@code const}, {@code volatile} and {@code restrict} where they hold for the
 *     field itself; for a pointer these follow its last asterisk
 * @param dimensions as written, outermost first; the empty text for one without a size
 * @param bits the width of a bit-field, as written
 * @param members of a struct or union written in place
 * @param declaration from its first token to the end of its semicolon
 * @param specifiers the part of the declaration that all its names share, from its first token: the
 *     type without asterisks and dimensions
 * @param qualifierAt the offset at which to insert a qualifier for the field itself, followed by a
 *     blank: before the type, or after the last asterisk
 * @param siblings the other names that the same declaration declares
 * @param origin whether the declaration is written in the header, or a macro made it
 */
public record CField(
    Optional<String> name,
    String type,
    Set<String> qualifiers,
    List<String> dimensions,
    Optional<String> bits,
    List<CField> members,
    ByteRange declaration,
    ByteRange specifiers,
    int qualifierAt,
    List<String> siblings,
    Origin origin) {

  /** Returns whether it is written in the header, so that it can be edited there. */
  public boolean isWritten() {
    return origin == Origin.WRITTEN;
  }

  /** The fields of the same struct as seen under two conditions. */
  static List<CField> merge(List<CField> some, List<CField> others) {
    return Stream.concat(some.stream(), others.stream())
        .distinct()
        .sorted(Comparator.comparingInt(field -> field.declaration().start()))
        .toList();
  }

  /** It, and the fields of the struct or union that is written in place of its type. */
  public Stream<CField> withMembers() {
    return Stream.concat(Stream.of(this), members.stream().flatMap(CField::withMembers));
  }

  /**
   * Fields by the way to them, as in {@code u.tcp.port}: also those of a struct or union that is
   * written in place, unless it is an array or pointed to.
   */
  public static Map<String, CField> byPath(List<CField> fields) {
    Map<String, CField> paths = new LinkedHashMap<>();
    addPaths("", fields, paths);
    return paths;
  }

  private static void addPaths(String prefix, List<CField> fields, Map<String, CField> paths) {
    for (CField field : fields) {
      field.name().ifPresent(name -> paths.putIfAbsent(prefix + name, field));
      if (field.dimensions().isEmpty() && field.type().indexOf('*') < 0) {
        String inner = field.name().map(name -> prefix + name + '.').orElse(prefix);
        addPaths(inner, field.members(), paths);
      }
    }
  }

  /** Returns its type with qualifiers and dimensions, as in {@code volatile char[16]}. */
  public String fullType() {
    StringBuilder full = new StringBuilder();
    qualifiers.forEach(qualifier -> full.append(qualifier).append(' '));
    full.append(type);
    dimensions.forEach(dimension -> full.append('[').append(dimension).append(']'));
    bits.ifPresent(width -> full.append(" : ").append(width));
    return full.toString();
  }

  /** Returns whether it is an array that takes no room of its own. */
  public boolean isFlexible() {
    return !dimensions.isEmpty() && (dimensions.get(0).isEmpty() || dimensions.get(0).equals("0"));
  }
}
