package dev.xenvendor.downstream;

import dev.xenvendor.merge.Labels;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Header trees, edits in them and patches for them, the same in every run. */
final class GeneratedTrees {

  /** Lines that the patches are about, and others. */
  static final Labels LABELS = new Labels("base", "local", "vendor");

  private static final List<String> LINES =
      List.of(
          "#define push() do { wmb(); put(); mb(); } while (0)",
          "extern int trailing; \t",
          "extern int same;",
          "",
          "/* mb() in a remark */",
          "  ");

  /** A set of patches in which every kind of reach is: all headers, some, and one by name. */
  static final PatchSet PATCHES =
      new PatchSet(
          List.of(
              patch("ident", "ident-line: {files: '**/*.h', keyword: BSD, form: '/* $BSD$ */'}"),
              patch("strip", "strip-trailing-whitespace: {files: ['**/*.h']}"),
              patch("glue", "insert-lines: {files: '**/*.h', after: include-guard, lines: [glue]}"),
              patch("mb", "replace-tokens: {files: 'io/*.h', tokens: {'mb()': 'mfence()'}}"),
              patch("end", "insert-lines: {file: io/h1.h, before: end-of-guard, lines: ['', end]}"),
              patch(
                  "index",
                  "qualify-fields: {file: h0.h, struct: page0, fields: [cons, prod],"
                      + " qualifier: volatile}")));

  private final Random random;
  private int unique;

  GeneratedTrees(long seed) {
    this.random = new Random(seed);
  }

  static LocalPatch patch(String id, String change) {
    String yaml = "id: " + id + "\ndescription: Ours.\nchange:\n  " + change + "\n";
    return PatchYaml.read(
        id + ".yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> Optional.empty());
  }

  /** A release: a few headers, most with an include guard. */
  HeaderTree release() {
    Map<HeaderPath, List<String>> files = new TreeMap<>();
    for (int i = 0; i < 6; i++) {
      List<String> lines = new ArrayList<>();
      boolean guarded = i < 2 || random.nextInt(4) > 0;
      if (guarded) {
        lines.addAll(List.of("/* Header " + i + ". */", "#ifndef H" + i, "#define H" + i));
      }
      lines.addAll(List.of("struct page" + i + " {", "  int cons, prod;", "  int size;", "};"));
      for (int count = 5 + random.nextInt(25); count > 0; count--) {
        lines.add(random.nextInt(3) == 0 ? any(LINES) : line("extern int theirs"));
      }
      if (guarded) {
        lines.add("#endif");
      }
      files.put(HeaderPath.of((i % 2 == 0 ? "" : "io/") + "h" + i + ".h"), lines);
    }
    return tree(files);
  }

  /** The next release: lines changed, put in and taken out between the guard and its end. */
  HeaderTree next(HeaderTree release) {
    Map<HeaderPath, List<String>> files = lines(release);
    for (List<String> lines : files.values()) {
      for (int edits = random.nextInt(5); edits > 0; edits--) {
        int at = 7 + random.nextInt(Math.max(1, lines.size() - 8));
        switch (random.nextInt(3)) {
          case 0 -> lines.add(at, line("extern int newer"));
          case 1 -> lines.set(Math.min(at, lines.size() - 2), line("extern int changed"));
          default -> lines.remove(Math.min(at, lines.size() - 2));
        }
      }
    }
    if (random.nextInt(3) == 0) {
      files.put(HeaderPath.of("io/new" + unique++ + ".h"), new ArrayList<>(any(files)));
    }
    if (random.nextInt(4) == 0) {
      files.remove(HeaderPath.of("io/h5.h"));
    }
    return tree(files);
  }

  /** The tree with the patches, each but in some of the files. */
  HeaderTree partlyPatched(PatchSet patches, HeaderTree release) {
    Map<String, Set<HeaderPath>> leftOut = new HashMap<>();
    for (LocalPatch patch : patches.patches()) {
      Set<HeaderPath> without = new HashSet<>(release.paths());
      without.removeIf(path -> random.nextInt(3) > 0);
      leftOut.put(patch.id(), without);
    }
    return patches.apply(PatchTarget.of(release), leftOut).tree();
  }

  /**
   * Lines put into a tree, which are returned.
   *
   * @param margin how many lines at a file's top and end stay as they are
   */
  List<String> insert(Map<HeaderPath, List<String>> files, int count, int margin) {
    List<String> inserted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> lines = any(files);
      String line = line("extern int residue");
      lines.add(margin + random.nextInt(lines.size() + 1 - 2 * margin), line);
      inserted.add(line);
    }
    return inserted;
  }

  static Map<HeaderPath, List<String>> lines(HeaderTree tree) {
    Map<HeaderPath, List<String>> files = new TreeMap<>();
    tree.files().forEach((path, f) -> files.put(path, new ArrayList<>(text(f).lines().toList())));
    return files;
  }

  static HeaderTree tree(Map<HeaderPath, List<String>> lines) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    lines.forEach(
        (path, each) ->
            files.put(
                path,
                HeaderFile.regular(
                    (String.join("\n", each) + "\n").getBytes(StandardCharsets.ISO_8859_1))));
    return HeaderTree.of(files);
  }

  static String text(HeaderFile file) {
    return new String(file.bytes(), StandardCharsets.ISO_8859_1);
  }

  /** All of a tree, to be compared. */
  static Map<String, String> texts(HeaderTree tree) {
    return texts(tree, path -> true);
  }

  static Map<String, String> texts(HeaderTree tree, Predicate<HeaderPath> wanted) {
    Map<String, String> texts = new TreeMap<>();
    tree.only(wanted).files().forEach((path, file) -> texts.put(path.value(), text(file)));
    return texts;
  }

  private String line(String words) {
    return words + unique++ + ";";
  }

  private String any(List<String> lines) {
    return lines.get(random.nextInt(lines.size()));
  }

  private List<String> any(Map<HeaderPath, List<String>> files) {
    return new ArrayList<>(files.values()).get(random.nextInt(files.size()));
  }
}
