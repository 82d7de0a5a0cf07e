package dev.xenvendor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.testing.NativeGit.Commit;
import dev.xenvendor.testing.RandomTexts;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated merges come out as git's own do: what conflicts, and every byte of what does not. */
final class TextMergerAgainstGitTest {

  private static final int TRIPLES = 800;

  private static final String CONFLICT = "conflict";

  @TempDir Path folder;

  /** One merge. */
  private record Triple(byte[] base, byte[] local, byte[] vendor) {

    @Override
    public String toString() {
      return "base:\n%s\nlocal:\n%s\nvendor:\n%s\n"
          .formatted(text(base), text(local), text(vendor));
    }

    private static String text(byte[] text) {
      return new String(text, StandardCharsets.US_ASCII);
    }
  }

  @Test
  void generatedMergesComeOutAsGitsDo() {
    NativeGit git = NativeGit.inRepository(folder);
    SortedMap<HeaderPath, Triple> triples = triples();
    Map<HeaderPath, String> gits = mergedByGit(git, triples);
    triples.forEach(
        (path, triple) ->
            assertThat(merged(triple))
                .as("%s: %s", path, triple)
                .isEqualTo(gits.getOrDefault(path, "missing")));
  }

  @Test
  void enoughOfThemConflictAndEnoughDoNot() {
    long conflicts =
        triples().values().stream().filter(triple -> merged(triple).equals(CONFLICT)).count();
    assertThat(conflicts).isBetween(TRIPLES / 4L, TRIPLES * 3 / 4L);
  }

  private static SortedMap<HeaderPath, Triple> triples() {
    SortedMap<HeaderPath, Triple> triples = new TreeMap<>();
    for (int seed = 0; seed < TRIPLES; seed++) {
      RandomTexts texts = new RandomTexts(seed);
      int kinds = 2 + texts.upTo(18);
      List<String> base = texts.lines(40, kinds);
      List<String> local = texts.edited(base, 1 + texts.upTo(4), kinds);
      List<String> vendor = texts.edited(base, 1 + texts.upTo(4), kinds);
      triples.put(
          HeaderPath.of("seed-%03d.h".formatted(seed)),
          new Triple(texts.text(base), texts.text(local), texts.text(vendor)));
    }
    return triples;
  }

  /** The id of the merged text. */
  private static String merged(Triple triple) {
    MergedText merged = new TextMerger().merge(triple.base(), triple.local(), triple.vendor());
    return merged.isClean()
        ? GitId.ofBlob(merged.settledBy(hunk -> hunk.local().text())).hex()
        : CONFLICT;
  }

  /** All the merges in one, each as a file of its own. */
  private static Map<HeaderPath, String> mergedByGit(
      NativeGit git, SortedMap<HeaderPath, Triple> triples) {
    SortedMap<HeaderPath, HeaderFile> base = new TreeMap<>();
    SortedMap<HeaderPath, HeaderFile> local = new TreeMap<>();
    SortedMap<HeaderPath, HeaderFile> vendor = new TreeMap<>();
    triples.forEach(
        (path, triple) -> {
          base.put(path, HeaderFile.regular(triple.base()));
          local.put(path, HeaderFile.regular(triple.local()));
          vendor.put(path, HeaderFile.regular(triple.vendor()));
        });
    git.commit(
        List.of(
            Commit.root("base", HeaderTree.of(base)),
            Commit.on("base", "local", HeaderTree.of(local)),
            Commit.on("base", "vendor", HeaderTree.of(vendor))));
    String[] result =
        git.run(
                "merge-tree",
                "--write-tree",
                "--no-messages",
                "--name-only",
                "-z",
                "local",
                "vendor")
            .split("\0");
    Map<HeaderPath, String> merged = new TreeMap<>();
    for (String line : git.run("ls-tree", "-r", "-z", result[0]).split("\0")) {
      String[] entry = line.split("[ \t]", 4); // mode, type, id, path
      merged.put(HeaderPath.of(entry[3]), entry[2]);
    }
    for (String conflicted : List.of(result).subList(1, result.length)) {
      merged.put(HeaderPath.of(conflicted), CONFLICT);
    }
    return merged;
  }
}
