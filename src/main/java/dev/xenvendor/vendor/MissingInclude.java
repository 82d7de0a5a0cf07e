package dev.xenvendor.vendor;

import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.header.IncludePath;
import dev.xenvendor.header.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header's include of another one of the release, which the tree does not take in.
 *
 * @param line where the header includes it, counted from 1
 * @param included the header that is left out, by its path in the release
 */
public record MissingInclude(HeaderPath header, int line, HeaderPath included) {

  private static final Pattern INCLUDE =
      Pattern.compile("[ \t]*#[ \t]*include[ \t]*\"([^\"]+)\".*", Pattern.DOTALL);

  /** Headers of other machines than x86, which only they include. */
  private static final Pattern FOREIGN = Pattern.compile("(^|/)arch-(?!x86)");

  /**
   * Finds them in headers of a release of which the whole is at hand: also what headers lead to
   * that are left out themselves.
   */
  static List<MissingInclude> inRelease(HeaderTree taken, HeaderTree release) {
    List<MissingInclude> all = new ArrayList<>();
    HeaderTree looked = taken;
    List<MissingInclude> found = in(looked, release.paths());
    while (!found.isEmpty()) {
      all.addAll(found);
      Map<HeaderPath, HeaderFile> more = new HashMap<>(looked.files());
      found.forEach(f -> more.put(f.included(), release.get(f.included()).orElseThrow()));
      looked = HeaderTree.of(more);
      found = in(looked, release.paths());
    }
    return all;
  }

  /**
   * Finds them in a tree's headers.
   *
   * @param published the paths of all the release's headers
   */
  public static List<MissingInclude> in(HeaderTree headers, Set<HeaderPath> published) {
    List<MissingInclude> missing = new ArrayList<>();
    if (headers.paths().containsAll(published)) {
      return missing;
    }
    for (Map.Entry<HeaderPath, HeaderFile> header : headers.files().entrySet()) {
      if (header.getValue().mode().isFile() && published.contains(header.getKey())) {
        addFrom(header.getKey(), header.getValue().bytes(), headers, published, missing);
      }
    }
    return missing;
  }

  private static void addFrom(
      HeaderPath header,
      byte[] text,
      HeaderTree headers,
      Set<HeaderPath> published,
      List<MissingInclude> missing) {
    String folder = header.parent().map(parent -> parent.value() + '/').orElse("");
    int number = 0;
    for (byte[] line : Lines.split(text)) {
      number++;
      Matcher include = INCLUDE.matcher(new String(line, StandardCharsets.ISO_8859_1));
      if (include.matches()) {
        Optional<HeaderPath> included = IncludePath.normal(folder + include.group(1));
        if (included.filter(path -> isLeftOut(path, headers, published)).isPresent()) {
          missing.add(new MissingInclude(header, number, included.get()));
        }
      }
    }
  }

  private static boolean isLeftOut(HeaderPath path, HeaderTree headers, Set<HeaderPath> published) {
    return published.contains(path)
        && !headers.contains(path)
        && !FOREIGN.matcher(path.value()).find();
  }

  /** The headers that must come in, each once. */
  public static SortedSet<HeaderPath> included(List<MissingInclude> missing) {
    SortedSet<HeaderPath> included = new TreeSet<>();
    missing.forEach(one -> included.add(one.included()));
    return included;
  }
}
