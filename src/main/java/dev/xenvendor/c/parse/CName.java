package dev.xenvendor.c.parse;

import org.jspecify.annotations.Nullable;

/** A C name in its name space: {@code struct x} and {@code x} are two names. */
public record CName(Space space, String text) implements Comparable<CName> {

  /** The name spaces at file level. */
  public enum Space {
    /** Of structs, unions and enums, which share one. */
    TAG,
    /** Of types, enumerators, variables and functions. */
    ORDINARY,
    /** Of macros, which the preprocessor replaces everywhere. */
    MACRO
  }

  public static CName tag(String text) {
    return new CName(Space.TAG, text);
  }

  public static CName ordinary(String text) {
    return new CName(Space.ORDINARY, text);
  }

  public static CName macro(String text) {
    return new CName(Space.MACRO, text);
  }

  // A record's own two are put together by Java when they are first called, and slower ever after.

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof CName other && space == other.space && text.equals(other.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(CName other) {
    int bySpace = space.compareTo(other.space);
    return bySpace != 0 ? bySpace : text.compareTo(other.text);
  }
}
