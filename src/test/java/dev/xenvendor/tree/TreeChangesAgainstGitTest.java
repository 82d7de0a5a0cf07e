package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.diff.Rename;
import dev.xenvendor.diff.TreeChanges;
import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.testing.NativeGit.Commit;
import dev.xenvendor.testing.RandomTexts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The changes between generated trees, and the renames among them, are those of {@code git diff
 * -M50%}.
 *
 * <p>No text is empty, since {@code git diff} follows empty files where a merge does not, and every
 * text ends in a line feed, since git before 2.44 leaves an open last line out of its measure.
 */
final class TreeChangesAgainstGitTest {

  private static final int PAIRS = 300;

  private static final List<String> FOLDERS = List.of("", "", "io/", "xsm/", "arch/x86/");
  private static final List<String> NAMES = List.of("a.h", "b.h", "c.h", "d.h");

  @TempDir Path folder;

  /** Two trees to be told apart. */
  private record Pair(HeaderTree before, HeaderTree after) {}

  @Test
  void generatedTreesChangeAsGitSeesIt() {
    NativeGit git = NativeGit.inRepository(folder);
    List<Pair> pairs = pairs();
    List<SortedSet<String>> gits = changesSeenByGit(git, pairs);
    for (int i = 0; i < PAIRS; i++) {
      Pair pair = pairs.get(i);
      TreeChanges changes = TreeChanges.between(pair.before(), pair.after());
      assertThat(asGitWrites(changes)).as("seed %d", i).isEqualTo(gits.get(i));
    }
  }

  @Test
  void manyOfThemHoldRenamesOfChangedFiles() {
    long renames = 0;
    for (Pair pair : pairs()) {
      renames +=
          TreeChanges.between(pair.before(), pair.after()).moved().stream()
              .filter(rename -> !pair.before().get(rename.from()).equals(after(pair, rename)))
              .count();
    }
    assertThat(renames).isGreaterThan(PAIRS / 2);
  }

  private static Object after(Pair pair, Rename rename) {
    return pair.after().get(rename.to());
  }

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int seed = 0; seed < PAIRS; seed++) {
      RandomTexts texts = new RandomTexts(seed);
      Map<HeaderPath, List<String>> before = new TreeMap<>();
      Map<HeaderPath, List<String>> after = new TreeMap<>();
      int kinds = 8 + texts.upTo(18);
      for (int files = 1 + texts.upTo(6); files > 0; files--) {
        List<String> lines = texts.lines(12, kinds);
        lines.add("last");
        before.put(path(texts), lines);
      }
      before.forEach(
          (path, lines) -> {
            List<String> kept = edited(texts, lines, kinds);
            switch (texts.upTo(5)) {
              case 0 -> after.put(path, kept);
              case 1, 2, 3 -> after.put(path(texts), kept);
              default -> {
                // It is gone.
              }
            }
          });
      for (int copies = texts.upTo(3); copies > 0; copies--) {
        List<List<String>> all = List.copyOf(before.values());
        after.put(path(texts), edited(texts, all.get(texts.upTo(all.size())), kinds));
      }
      pairs.add(new Pair(tree(before), tree(after)));
    }
    return pairs;
  }

  private static HeaderPath path(RandomTexts texts) {
    String below = FOLDERS.get(texts.upTo(FOLDERS.size()));
    return HeaderPath.of(below + NAMES.get(texts.upTo(NAMES.size())));
  }

  private static List<String> edited(RandomTexts texts, List<String> lines, int kinds) {
    List<String> edited = texts.edited(lines, texts.upTo(4), kinds);
    return edited.isEmpty() ? lines : edited;
  }

  private static HeaderTree tree(Map<HeaderPath, List<String>> texts) {
    SortedMap<HeaderPath, HeaderFile> files = new TreeMap<>();
    texts.forEach(
        (path, lines) -> {
          String text = String.join("\n", lines) + "\n";
          files.put(path, HeaderFile.regular(text.getBytes(StandardCharsets.US_ASCII)));
        });
    return HeaderTree.of(files);
  }

  private static SortedSet<String> asGitWrites(TreeChanges changes) {
    SortedSet<String> written = new TreeSet<>();
    changes.added().forEach(path -> written.add("A " + path));
    changes.deleted().forEach(path -> written.add("D " + path));
    changes.changed().forEach(path -> written.add("M " + path));
    changes.moved().forEach(rename -> written.add("R " + rename.from() + " " + rename.to()));
    return written;
  }

  /** All the pairs in one process, each answered by a line of its ids and one for each change. */
  private static List<SortedSet<String>> changesSeenByGit(NativeGit git, List<Pair> pairs) {
    List<Commit> commits = new ArrayList<>();
    StringBuilder questions = new StringBuilder();
    for (Pair pair : pairs) {
      commits.add(Commit.root("before-" + commits.size(), pair.before()));
      commits.add(Commit.root("after-" + commits.size(), pair.after()));
      questions.append(pair.before().id()).append(' ').append(pair.after().id()).append('\n');
    }
    git.commit(commits);
    byte[] answers =
        git.run(
            questions.toString().getBytes(StandardCharsets.US_ASCII),
            "diff-tree",
            "--stdin",
            "-r",
            "-M50%",
            "--name-status");
    List<SortedSet<String>> changes = new ArrayList<>();
    for (String line : new String(answers, StandardCharsets.US_ASCII).split("\n")) {
      if (line.matches("[0-9a-f]{40} [0-9a-f]{40}")) {
        changes.add(new TreeSet<>());
      } else {
        String change = line.replaceFirst("^([A-Z])\\d*\t", "$1 ").replace('\t', ' ');
        changes.get(changes.size() - 1).add(change);
      }
    }
    return changes;
  }
}
