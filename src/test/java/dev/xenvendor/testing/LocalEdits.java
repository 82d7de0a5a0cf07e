package dev.xenvendor.testing;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Edits as people make them in headers, the same in every run with the same seed. */
public final class LocalEdits {

  private final Random random;
  private int unique;

  public LocalEdits(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A tree with some edits in some of its headers, most of them near what the next release changes.
   *
   * @param files how many headers are edited
   */
  public HeaderTree in(HeaderTree tree, HeaderTree next, int files) {
    Map<HeaderPath, HeaderFile> edited = new TreeMap<>(tree.files());
    List<HeaderPath> changed = new ArrayList<>(tree.differences(next));
    changed.removeIf(path -> !tree.contains(path) || !path.value().endsWith(".h"));
    List<HeaderPath> all = new ArrayList<>(tree.paths());
    all.removeIf(path -> !path.value().endsWith(".h"));
    for (int i = 0; i < files; i++) {
      List<HeaderPath> from = changed.isEmpty() || random.nextInt(3) == 0 ? all : changed;
      HeaderPath path = any(from);
      HeaderFile file = edited.getOrDefault(path, HeaderFile.regular(new byte[0]));
      List<String> lines = lines(file);
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        edit(lines);
      }
      edited.put(path, HeaderFile.of(file.mode(), text(lines)));
    }
    return HeaderTree.of(edited);
  }

  private void edit(List<String> lines) {
    int at = place(lines);
    switch (random.nextInt(7)) {
      case 0 -> lines.add(at, "extern int ours" + unique++ + ";\n");
      case 1 ->
          lines.addAll(
              at,
              List.of("\n", "#ifdef OURS\n", "#include \"ours" + unique++ + ".h\"\n", "#endif\n"));
      case 2 -> lines.addAll(at, List.of("/* ours " + unique++ + " */\n", "int more;\n", "\n"));
      case 3, 4 -> replace(lines, at, "uint32_t", "u32");
      case 5 -> replace(lines, at, "unsigned", "u_" + unique++);
      default -> {
        if (at < lines.size() && !lines.get(at).startsWith("#")) {
          lines.set(at, lines.get(at).replace("\n", " /* ours */\n"));
        }
      }
    }
  }

  /** Replaces a word in the first line from the given one on that has it. */
  private static void replace(List<String> lines, int from, String word, String by) {
    for (int at = from; at < lines.size(); at++) {
      if (lines.get(at).contains(word)) {
        lines.set(at, lines.get(at).replace(word, by));
        return;
      }
    }
  }

  private int place(List<String> lines) {
    if (random.nextInt(4) == 0) {
      for (int at = 0; at < lines.size(); at++) {
        if (lines.get(at).contains("_LATEST_INTERFACE_VERSION__ ")) {
          return Math.min(lines.size(), at + random.nextInt(3));
        }
      }
    }
    return random.nextInt(lines.size() + 1);
  }

  private static List<String> lines(HeaderFile file) {
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    return new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
  }

  private static byte[] text(List<String> lines) {
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
