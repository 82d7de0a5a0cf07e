package dev.xenvendor.c.token;

import java.util.Set;

/** The words of C, of GNU C and of the preprocessor that are never names. */
public final class CKeywords {

  private static final Set<String> TAGS = Set.of("struct", "union", "enum");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("__alignof __alignof__ __asm __asm__ __attribute __attribute__ __builtin_offsetof"
                  + " __extension__ __inline __inline__ __restrict __restrict__ __typeof __typeof__"
                  + " __volatile __volatile__ _Alignas _Alignof _Bool _Generic _Static_assert asm"
                  + " auto break case char const continue default defined do double else enum extern"
                  + " float for goto if inline int long offsetof register restrict return short"
                  + " signed sizeof static struct switch typedef typeof union unsigned void volatile"
                  + " while")
              .split(" "));

  private CKeywords() {}

  public static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /** Returns whether it introduces the tag of a type. */
  public static boolean isTag(String word) {
    return TAGS.contains(word);
  }
}
