package dev.xenvendor.abi;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;

/** The definition of a name as compilers see it: a number, a macro's text or a type's layout. */
public sealed interface Meaning {

  /** A number: of an enumerator, or of a macro that is an integer constant. */
  record Constant(BigInteger value) implements Meaning {}

  /**
   * The replacement of a macro, with one blank for any white space; with its parameters where it
   * has some. Of an enumerator whose value is unknown, the value as written.
   */
  record Text(String text) implements Meaning {}

  /**
   * A type.
   *
   * @param type what a typedef is another name for, as written; empty for others
   * @param size in bytes; empty if the type is incomplete, or was not measured
   * @param alignment in bytes, within a struct
   * @param members in the order in which they are written, those of structs in it by the way there
   */
  record Shape(String type, OptionalLong size, OptionalLong alignment, List<Member> members)
      implements Meaning {

    public Shape {
      members = List.copyOf(members);
    }
  }

  /**
   * A field.
   *
   * @param path the way to it, as in {@code u.tcp.port}
   * @param type as written, with qualifiers, dimensions and the width of a bit-field
   * @param position of its first bit, counted from the struct's; empty if it was not measured
   * @param size in bytes; empty for a bit-field and for an array without a size
   */
  record Member(String path, String type, OptionalLong position, OptionalLong size) {

    /** Returns whether it begins within a byte, or is not a whole number of them. */
    public boolean isBitField() {
      return type.contains(" : ");
    }
  }
}
