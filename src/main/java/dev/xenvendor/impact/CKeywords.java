package dev.xenvendor.impact;

import java.util.Set;

/** The words of C that are nobody's names. */
final class CKeywords {

  private static final Set<String> TYPE_WORDS =
      Set.of("char", "const", "int", "long", "short", "signed", "unsigned", "void", "volatile");

  private static final Set<String> TAGGED = Set.of("struct", "union", "enum");

  private static final Set<String> OTHERS =
      Set.of(
          "__alignof__",
          "__asm",
          "__asm__",
          "__attribute__",
          "__builtin_offsetof",
          "__extension__",
          "__typeof__",
          "__volatile",
          "__volatile__",
          "asm",
          "case",
          "defined",
          "do",
          "else",
          "for",
          "goto",
          "if",
          "offsetof",
          "return",
          "sizeof",
          "switch",
          "typeof",
          "while");

  private CKeywords() {}

  static boolean isKeyword(String word) {
    return OTHERS.contains(word) || isTypeWord(word) || isTagWord(word);
  }

  /** Whether it introduces the tag of a type. */
  static boolean isTagWord(String word) {
    return TAGGED.contains(word);
  }

  /** Whether it is part of a built-in type's name. */
  static boolean isTypeWord(String word) {
    return TYPE_WORDS.contains(word);
  }
}
