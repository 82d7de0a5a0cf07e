package dev.xenvendor.abi;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.IncludeGraph;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Headers in the place of those that the tree's own headers include and that are not to be found
 * where the profile says: one of the vendor's, where the name of the include ends as its path does,
 * else nothing. One unknown header of the system must not hide all else that is wrong.
 *
 * @param files the headers, and what stands in for others
 * @param unknown what is included and nothing is known of
 */
record SubstituteHeaders(HeaderTree files, Set<String> unknown) {

  /**
   * Adds them to a tree.
   *
   * @param prefix the folder of the vendor's headers, where includes are looked for
   * @param own the tree's own headers
   */
  static SubstituteHeaders of(
      HeaderTree files, HeaderPath prefix, List<HeaderPath> own, CEnvironment environment) {
    IncludeGraph graph = new IncludeGraph(files, environment);
    Map<HeaderPath, HeaderFile> all = new HashMap<>(files.files());
    Set<String> unknown = new TreeSet<>();
    for (HeaderPath header : own) {
      for (String name : graph.unresolved(header)) {
        Optional<String> meant = meant(name, prefix, files);
        if (meant.isEmpty()) {
          unknown.add(name);
        }
        String text = meant.map(vendors -> "#include <" + vendors + ">\n").orElse("");
        place(prefix, name).ifPresent(path -> all.putIfAbsent(path, header(text)));
      }
    }
    return new SubstituteHeaders(HeaderTree.of(all), unknown);
  }

  /** The vendor's header that an include may mean, whatever its leading folders. */
  private static Optional<String> meant(String name, HeaderPath prefix, HeaderTree files) {
    String rest = name;
    while (true) {
      if (place(prefix, rest).filter(files::contains).isPresent()) {
        return Optional.of(rest);
      }
      int slash = rest.indexOf('/');
      if (slash < 0) {
        return Optional.empty();
      }
      rest = rest.substring(slash + 1);
    }
  }

  /** Where an include is looked for; nowhere, if its name leads out of the folder. */
  private static Optional<HeaderPath> place(HeaderPath prefix, String name) {
    try {
      return Optional.of(prefix.resolve(HeaderPath.of(name)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static HeaderFile header(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
