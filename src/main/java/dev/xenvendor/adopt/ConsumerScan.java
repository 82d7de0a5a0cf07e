package dev.xenvendor.adopt;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.IncludePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a tree that includes headers below a prefix, and how it spells these includes.
 *
 * @param globs patterns for its files, for the profile
 * @param includeDirs folders by the names that includes use
 * @param provided names that the tree defines for the headers
 */
record ConsumerScan(
    List<String> globs, SortedMap<String, HeaderPath> includeDirs, SortedSet<String> provided) {

  private static final Pattern CODE = Pattern.compile(".*\\.(?:[chS]|cc|cpp|hpp)");
  private static final long MOST_BYTES = 1 << 20;

  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^[ \t]*#[ \t]*include[ \t]*([\"<])([^\">\n]+)[\">]");

  private static final Pattern PROVIDED =
      Pattern.compile(
          "(?m)^[ \t]*#[ \t]*define[ \t]+((?:xen_)?(?:mb|rmb|wmb)|__packed|__unused)\\b");

  /** More single folders than this are named by what they are in. */
  private static final int MOST_FOLDERS = 8;

  /** Looks through a tree. */
  static ConsumerScan of(HeaderTree tree, HeaderPath prefix) {
    Search search = new Search(prefix, tree);
    tree.files().forEach(search::look);
    return new ConsumerScan(globs(search.folders), search.dirs, search.provided);
  }

  /** One search through a tree. */
  private static final class Search {
    private final HeaderPath prefix;
    private final HeaderTree tree;
    private final SortedSet<String> folders = new TreeSet<>();
    private final SortedMap<String, HeaderPath> dirs = new TreeMap<>();
    private final SortedSet<String> provided = new TreeSet<>(List.of("memcpy", "memset"));

    Search(HeaderPath prefix, HeaderTree tree) {
      this.prefix = prefix;
      this.tree = tree;
    }

    void look(HeaderPath path, HeaderFile file) {
      boolean isCode = CODE.matcher(path.value()).matches() && file.mode().isFile();
      if (!isCode || path.isBelow(prefix) || file.size() > MOST_BYTES) {
        return;
      }
      String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
      String folder = path.parent().map(HeaderPath::value).orElse("");
      Matcher include = INCLUDE.matcher(text);
      boolean uses = false;
      while (include.find()) {
        boolean quoted = include.group(1).equals("\"");
        uses |= (quoted && isBeside(folder, include.group(2))) || isSpelled(include.group(2));
      }
      if (uses) {
        folders.add(folder);
      }
      Matcher definition = PROVIDED.matcher(text);
      while (definition.find()) {
        provided.add(definition.group(1));
      }
    }

    private boolean isBeside(String folder, String included) {
      return IncludePath.normal(folder + '/' + included)
          .filter(path -> path.isBelow(prefix) && tree.contains(path))
          .isPresent();
    }

    /**
     * Returns whether an include names a header as with a folder above the prefix in the search
     * path.
     */
    private boolean isSpelled(String included) {
      for (int slash = included.indexOf('/');
          slash >= 0;
          slash = included.indexOf('/', slash + 1)) {
        String lead = included.substring(0, slash);
        if (isEndOfPrefix(lead) && isHeader(included.substring(slash + 1))) {
          name(lead);
          return true;
        }
      }
      boolean telling = included.indexOf('/') > 0 || included.startsWith("xen");
      return telling && isHeader(included);
    }

    private boolean isEndOfPrefix(String lead) {
      return prefix.value().equals(lead) || prefix.value().endsWith('/' + lead);
    }

    private boolean isHeader(String path) {
      return IncludePath.normal(prefix + "/" + path).filter(tree::contains).isPresent();
    }

    /** With {@code xen/interface} for {@code include/xen/interface}, {@code xen} is a folder. */
    private void name(String lead) {
      int slash = lead.indexOf('/');
      String first = slash < 0 ? lead : lead.substring(0, slash);
      String above = prefix.value().substring(0, prefix.value().length() - lead.length());
      dirs.put(first, HeaderPath.of(above + first));
    }
  }

  /** One glob for each folder; where these are many, for what they are in. */
  private static List<String> globs(SortedSet<String> folders) {
    List<String> globs = new ArrayList<>();
    if (folders.size() <= MOST_FOLDERS) {
      folders.forEach(folder -> globs.add((folder.isEmpty() ? "" : folder + '/') + "*.[chS]"));
      return globs;
    }
    Map<String, Integer> tops = new TreeMap<>();
    for (String folder : folders) {
      int slash = folder.indexOf('/', folder.indexOf('/') + 1);
      tops.merge(slash < 0 ? folder : folder.substring(0, slash), 1, Integer::sum);
    }
    tops.keySet().removeIf(top -> isIn(top, tops.keySet()));
    tops.keySet().forEach(top -> globs.add((top.isEmpty() ? "" : top + "/**/") + "*.[chS]"));
    return globs;
  }

  private static boolean isIn(String folder, Set<String> others) {
    return others.stream().anyMatch(other -> !other.isEmpty() && folder.startsWith(other + '/'));
  }

  /**
   * Returns what it says of the compiler's view, as a value of the profile's {@code abi}.
   *
   * @param targets the machines that the headers are compiled for
   */
  String abi(List<String> targets) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("  targets: [").append(String.join(", ", targets)).append("]\n");
    if (!includeDirs.isEmpty()) {
      yaml.append("  include-dirs:\n");
      includeDirs.forEach(
          (name, folder) ->
              yaml.append("    ").append(name).append(": ").append(folder).append('\n'));
    }
    return yaml.append("  provided: [")
        .append(String.join(", ", provided))
        .append("]\n")
        .toString();
  }
}
