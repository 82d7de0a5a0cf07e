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
