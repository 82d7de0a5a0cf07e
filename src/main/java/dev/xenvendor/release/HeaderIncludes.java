package dev.xenvendor.release;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.IncludePath;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which other headers of its release a header includes by {@code #include "…"}. */
public final class HeaderIncludes {

  private static final Pattern INCLUDE =
      Pattern.compile("[ \t]*#[ \t]*include[ \t]*\"([^\"]+)\".*", Pattern.DOTALL);

  /** Headers of other machines than x86, which only they include. */
  private static final Pattern FOREIGN = Pattern.compile("(^|/)arch-(?!x86)");

  private HeaderIncludes() {}

  /**
   * Finds them, except for those of other machines than x86.
   *
   * @param published the paths of all the release's headers
   * @return by path, the first line that includes each, counted from 1
   */
  public static SortedMap<HeaderPath, Integer> of(
      HeaderPath header, byte[] text, Set<HeaderPath> published) {
    SortedMap<HeaderPath, Integer> includes = new TreeMap<>();
    String folder = header.parent().map(parent -> parent.value() + '/').orElse("");
    int number = 0;
    for (byte[] line : Lines.split(text)) {
      number++;
      Matcher include = INCLUDE.matcher(new String(line, StandardCharsets.ISO_8859_1));
      if (include.matches()) {
        Optional<HeaderPath> included = IncludePath.normal(folder + include.group(1));
        if (included.filter(path -> isOfRelease(path, published)).isPresent()) {
          includes.putIfAbsent(included.get(), number);
        }
      }
    }
    return includes;
  }

  private static boolean isOfRelease(HeaderPath path, Set<HeaderPath> published) {
    return published.contains(path) && !FOREIGN.matcher(path.value()).find();
  }
}
