package dev.xenvendor.c.parse;

import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.token.Attributes;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The environment in which a header is read or compiled: the code before it, and the include path.
 *
 * @param prelude the code that a consumer has before the header
 * @param macros the macros that are predefined, by name
 * @param undefined the names that stay undefined, even if the compiler predefines them
 * @param roots the folders in which includes are searched after the folder of the including header,
 *     in order
 * @param provided the names that the tree defines for the headers, including attributes
 * @param limits what exceeds these is not read
 */
public record CEnvironment(
    String prelude,
    Map<String, String> macros,
    Set<String> undefined,
    List<IncludeRoot> roots,
    Set<String> provided,
    Limits limits) {

  private static final String TOOLS = "__XEN_TOOLS__";

  /**
   * What Xen's headers expect their consumer to have; harmless for the headers of others, which
   * have no {@code xen.h}. The values of the errors differ by machine; the headers only name them.
   * Without {@code xen-compat.h}, which not every tree takes in, no header says which interface
   * version is the newest, and all conditions on it would be as for the oldest.
   */
  private static final String XEN_PRELUDE =
      """
      #include <stdarg.h>
      #include <stddef.h>
      #include <stdint.h>
      #define E2BIG 1
      #define EACCES 2
      #define EAGAIN 3
      #define EBUSY 4
      #define EEXIST 5
      #define EINVAL 6
      #define EIO 7
      #define EISCONN 8
      #define EISDIR 9
      #define ENOENT 10
      #define ENOMEM 11
      #define ENOSPC 12
      #define ENOSYS 13
      #define ENOTEMPTY 14
      #define EPERM 15
      #define EROFS 16
      typedef struct xenvendor_file FILE;
      #define DECLARE_BITMAP(name, bits) \\
        unsigned long name[((bits) + 8 * sizeof(long) - 1) / (8 * sizeof(long))]
      #ifdef __has_include
      # if __has_include("xen.h")
      #  include "xen.h"
      # endif
      # if !__has_include("xen-compat.h")
      #  define __XEN_LATEST_INTERFACE_VERSION__ 0xffffffff
      #  if defined(__XEN_TOOLS__) && !defined(__XEN_INTERFACE_VERSION__)
      #   define __XEN_INTERFACE_VERSION__ __XEN_LATEST_INTERFACE_VERSION__
      #  endif
      # endif
      #else
      # include "xen.h"
      #endif
      """;

  public CEnvironment {
    macros = Map.copyOf(macros);
    undefined = Set.copyOf(undefined);
    roots = List.copyOf(roots);
    provided = Set.copyOf(provided);
  }

  /** Nothing before, nothing defined, and includes that only look beside the including header. */
  public static CEnvironment plain() {
    return new CEnvironment("", Map.of(), Set.of(), List.of(), Set.of(), Limits.DEFAULT);
  }

  /**
   * Returns what Xen's own headers need, by themselves, in a tree whose root they are; for guests.
   */
  public static CEnvironment xen() {
    return new CEnvironment(XEN_PRELUDE, Map.of(), Set.of(), List.of(), Set.of(), Limits.DEFAULT);
  }

  /** The same in a tree of an operating system, which has what its {@code <sys/cdefs.h>} brings. */
  public static CEnvironment system() {
    return xen()
        .define("__packed", "__attribute__((__packed__))")
        .define("__unused", "__attribute__((__unused__))");
  }

  public CEnvironment withPrelude(String other) {
    return new CEnvironment(other, macros, undefined, roots, provided, limits);
  }

  public CEnvironment withRoots(List<IncludeRoot> other) {
    return new CEnvironment(prelude, macros, undefined, other, provided, limits);
  }

  public CEnvironment withLimits(Limits other) {
    return new CEnvironment(prelude, macros, undefined, roots, provided, other);
  }

  /** With names that the tree defines, wherever that is. */
  public CEnvironment provide(Set<String> names) {
    return new CEnvironment(prelude, macros, undefined, roots, names, limits);
  }

  /** With the provided names that a text uses as attributes defined as empty. */
  CEnvironment withAttributesOf(CTokens text) {
    CEnvironment more = this;
    for (String attribute : new Attributes(text).of(provided)) {
      if (!macros.containsKey(attribute) && !undefined.contains(attribute)) {
        more = more.define(attribute, "");
      }
    }
    return more;
  }

  public CEnvironment define(String macro, String value) {
    Map<String, String> more = new LinkedHashMap<>(macros);
    more.put(macro, value);
    Set<String> less = new HashSet<>(undefined);
    less.remove(macro);
    return new CEnvironment(prelude, more, less, roots, provided, limits);
  }

  /** Returns the environment without a macro that the compiler may predefine for its own system. */
  public CEnvironment undefine(String macro) {
    Map<String, String> less = new LinkedHashMap<>(macros);
    less.remove(macro);
    Set<String> more = new HashSet<>(undefined);
    more.add(macro);
    return new CEnvironment(prelude, less, more, roots, provided, limits);
  }

  /** Returns the includes of a tree's headers, as a compiler in this environment finds them. */
  public IncludeGraph includes(HeaderTree tree) {
    return new IncludeGraph(tree, roots, limits);
  }

  /** As Xen's own tools see the headers: with the interfaces that guests do not get. */
  CEnvironment forTools() {
    return define(TOOLS, "1");
  }
}
