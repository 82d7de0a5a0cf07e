package dev.xenvendor.abi;

import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.StandardHeaders;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.IncludePath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replacements for headers that the tree's own headers include and that do not exist where the
 * profile says: a vendor header whose path ends in the included name, else an empty file. One
 * unknown system header must not hide all other findings.
 *
 * @param files the headers, and the replacements
 * @param unknown the includes that resolve to no file
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
    IncludeGraph graph = environment.includes(files);
    Map<HeaderPath, HeaderFile> all = new HashMap<>(files.files());
    Set<String> unknown = new TreeSet<>();
    for (HeaderPath header : own) {
      for (String name : graph.unresolved(header)) {
        if (!StandardHeaders.TEXTS.containsKey(name)) {
          Optional<HeaderPath> meant =
              IncludePath.suffixes(name)
                  .filter(path -> files.contains(prefix.resolve(path)))
                  .findFirst();
          if (meant.isEmpty()) {
            unknown.add(name);
          }
          String text = meant.map(vendors -> "#include <" + vendors + ">\n").orElse("");
          IncludePath.normal(name)
              .ifPresent(path -> all.putIfAbsent(prefix.resolve(path), header(text)));
        }
      }
    }
    return new SubstituteHeaders(HeaderTree.of(all), unknown);
  }

  private static HeaderFile header(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
