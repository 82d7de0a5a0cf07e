package dev.xenvendor.impact;

import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of the API that an update removes or moves. */
public sealed interface RemovedApi {

  /** The name to look for in consumers, without {@code struct} and the like. */
  String name();

  /** The name as C code refers to it. */
  default String spelling() {
    return name();
  }

  /** The header that has it, or had it. */
  HeaderPath header();

  /** Returns what replaces it, where that is known. */
  Optional<String> now();

  /** Returns whether code that uses it no longer compiles. */
  default boolean breaks() {
    return true;
  }

  /** Returns why it is no longer as it was, to follow the name, as in {@code which 3.3.0 lacks}. */
  String why(String release);

  /** A use of it in words, as in {@code uses mb(), which 3.3.0 no longer calls (now xen_mb)}. */
  default String told(String release) {
    return verb()
        + ' '
        + spelling()
        + ", "
        + why(release)
        + now().map(n -> " (now " + n + ')').orElse("");
  }

  /** Returns what consumers do with it. */
  default String verb() {
    return "uses";
  }

  /** A macro, or an enumerator. */
  record Macro(String name, HeaderPath header, Optional<String> now) implements RemovedApi {

    @Override
    public String why(String release) {
      return "which " + release + " no longer has";
    }
  }

  /**
   * A type.
   *
   * @param word {@code struct}, {@code union} or {@code enum}; empty for a typedef
   */
  record Type(String word, String name, HeaderPath header, Optional<String> now)
      implements RemovedApi {

    /** The type that C code refers to in these words. */
    static Type of(String spelling, HeaderPath header) {
      int blank = spelling.indexOf(' ');
      String word = blank < 0 ? "" : spelling.substring(0, blank);
      return new Type(word, spelling.substring(blank + 1), header, Optional.empty());
    }

    @Override
    public String spelling() {
      return word.isEmpty() ? name : word + ' ' + name;
    }

    @Override
    public String why(String release) {
      return "which " + release + " no longer has";
    }
  }

  /**
   * A field.
   *
   * @param types what those who have such a struct call it, one of which a consumer must name for
   *     its field of this name to be this one
   */
  record Field(String name, HeaderPath header, String struct, List<String> types)
      implements RemovedApi {

    @Override
    public Optional<String> now() {
      return Optional.empty();
    }

    @Override
    public String spelling() {
      return "the field " + name;
    }

    @Override
    public String why(String release) {
      return "which " + struct + " no longer has in " + release;
    }
  }

  /**
   * A function that the headers' macros called and now do not: code that uses the macros and it
   * together did so for a reason.
   *
   * @param macros those of the header, one of which a consumer must use for its call to be meant
   */
  record Call(String name, HeaderPath header, Set<String> macros, Optional<String> now)
      implements RemovedApi {

    @Override
    public String spelling() {
      return name + "()";
    }

    @Override
    public boolean breaks() {
      return false;
    }

    @Override
    public String why(String release) {
      return "which " + release + " no longer calls";
    }
  }

  /** A header. */
  record Header(HeaderPath header, Optional<String> now) implements RemovedApi {

    @Override
    public String name() {
      return header.value();
    }

    @Override
    public String verb() {
      return "includes";
    }

    @Override
    public String why(String release) {
      return "which " + release + " no longer has";
    }
  }

  /**
   * A type that a local patch moves into a header of the tree's own.
   *
   * @param to that header, seen from the root of the tree
   */
  record Moved(String word, String name, HeaderPath header, HeaderPath to, String patch)
      implements RemovedApi {

    @Override
    public String spelling() {
      return word.isEmpty() ? name : word + ' ' + name;
    }

    @Override
    public Optional<String> now() {
      return Optional.empty();
    }

    @Override
    public boolean breaks() {
      return false;
    }

    @Override
    public String why(String release) {
      return "which moves " + where();
    }

    /** Returns where it moves, as in {@code to sys/xen_md.h (local patch blkif)}. */
    public String where() {
      return "to " + to + " (local patch " + patch + ')';
    }
  }
}
