package dev.xenvendor.c.parse;

import dev.xenvendor.tree.HeaderPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A machine for which layouts are computed. */
public enum Target {
  I386("i386"),
  X86_64("x86_64");

  private static final Map<String, String> I386_MACROS =
      Map.of(
          "__GNUC__", "4",
          "__i386__", "1",
          "__i386", "1",
          "__ILP32__", "1",
          "__SIZEOF_LONG__", "4",
          "__SIZEOF_POINTER__", "4",
          "__SIZE_TYPE__", "unsigned int",
          "__PTRDIFF_TYPE__", "int");

  private static final Map<String, String> X86_64_MACROS =
      Map.of(
          "__GNUC__", "4",
          "__x86_64__", "1",
          "__x86_64", "1",
          "__LP64__", "1",
          "__SIZEOF_LONG__", "8",
          "__SIZEOF_POINTER__", "8",
          "__SIZE_TYPE__", "unsigned long",
          "__PTRDIFF_TYPE__", "long");

  private static final Pattern ARCHITECTURE = Pattern.compile("(^|/)arch-");

  private final String word;

  Target(String word) {
    this.word = word;
  }

  /** Its name in configuration and reports. */
  public String word() {
    return word;
  }

  public static Optional<Target> ofWord(String word) {
    return Arrays.stream(values()).filter(target -> target.word.equals(word)).findFirst();
  }

  /**
   * Returns whether a header may be meant for this target: those of an architecture are in {@code
   * arch-…}, and those of one half of x86 say so in their name.
   */
  public boolean mayUse(HeaderPath header) {
    String path = header.value();
    String other = this == I386 ? "x86_64" : "x86_32";
    boolean foreign = ARCHITECTURE.matcher(path).find() && !path.contains("arch-x86");
    return !foreign && !path.contains(other);
  }

  public List<String> compilerOptions() {
    return switch (this) {
      case I386 -> List.of("-m32");
      case X86_64 -> List.of("-m64");
    };
  }

  /** Returns what a GNU C compiler for it defines by itself, as far as headers look at it. */
  Map<String, String> macros() {
    return switch (this) {
      case I386 -> I386_MACROS;
      case X86_64 -> X86_64_MACROS;
    };
  }
}
