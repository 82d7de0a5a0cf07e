package dev.xenvendor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.testing.NativeGit.Commit;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds merges of trees whose files were moved, deleted, changed and added at random against git's:
 * the same paths conflict, with the same sides, and all other files are the same. More of them:
 * {@code -Dxenvendor.merges=5000 -Dxenvendor.seed=7}.
 */
@Tag("slow")
final class TreeMergerAgainstGitTest {

  private static final List<String> PATHS =
      List.of("a", "b", "c", "c/a", "d", "d/a", "d/b", "d/b/c", "e/a");

  private static final int LINES = 8;

  private final Random random = new Random(Integer.getInteger("xenvendor.seed", 1));
  private int contents;

  @TempDir Path folder;

  @Test
  void theSamePathsConflictAndTheOtherFilesAreTheSame() {
    int count = Integer.getInteger("xenvendor.merges", 200);
    NativeGit git = NativeGit.inRepository(folder);
    List<MergeInput> inputs = new ArrayList<>();
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      MergeInput input = randomInput();
      inputs.add(input);
      commits.add(Commit.root("base" + i, input.base()));
      commits.add(Commit.on("base" + i, "local" + i, input.local()));
      commits.add(Commit.on("base" + i, "vendor" + i, input.vendor()));
    }
    git.commit(commits);
    TreeMerger merger = new TreeMerger(new TextMerger());
    for (int i = 0; i < count; i++) {
      MergeInput input = inputs.get(i);
      Labels labels = new Labels("base", "local" + i, "vendor" + i);
      MergeResult ours = merger.merge(input, labels);
      assertThat(readable(GitMerge.of(ours), i))
          .as(() -> described(input))
          .isEqualTo(readable(GitMerge.byGit(git, "local" + i, "vendor" + i), i));
    }
  }

  /** Files are put aside by the name of the branch there, by that of the side here. */
  private static String readable(GitMerge merge, int number) {
    return merge
        .withoutContents()
        .toString()
        .replace("~local" + number, "~local")
        .replace("~vendor" + number, "~vendor");
  }

  private static String described(MergeInput input) {
    StringBuilder text = new StringBuilder();
    List.of(input.base(), input.local(), input.vendor())
        .forEach(
            tree -> {
              text.append("tree:\n");
              tree.files()
                  .forEach(
                      (path, file) -> {
                        String lines = new String(file.bytes(), StandardCharsets.US_ASCII);
                        text.append("  ").append(path).append(": ");
                        text.append(lines.replaceAll(" line .*", ".").replace("\n", " "));
                        text.append('\n');
                      });
            });
    return text.toString();
  }

  private MergeInput randomInput() {
    Map<String, List<String>> base = new TreeMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      add(base, newContent());
    }
    return new MergeInput(tree(base), tree(changed(base)), tree(changed(base)));
  }

  private Map<String, List<String>> changed(Map<String, List<String>> base) {
    Map<String, List<String>> files = new TreeMap<>(base);
    for (int i = random.nextInt(5); i >= 0; i--) {
      if (files.isEmpty() || random.nextInt(4) == 0) {
        add(files, newContent());
        continue;
      }
      String path = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
      List<String> content = Objects.requireNonNull(files.remove(path));
      switch (random.nextInt(5)) {
        case 0 -> {}
        case 1 -> files.put(path, changed(content));
        case 2 -> add(files, changed(content));
        default -> add(files, content);
      }
    }
    return files;
  }

  private void add(Map<String, List<String>> files, List<String> content) {
    String path = PATHS.get(random.nextInt(PATHS.size()));
    boolean free =
        files.keySet().stream()
            .noneMatch(
                taken ->
                    taken.equals(path)
                        || taken.startsWith(path + "/")
                        || path.startsWith(taken + "/"));
    if (free) {
      files.put(path, content);
    }
  }

  private List<String> newContent() {
    List<String> lines = new ArrayList<>();
    contents++;
    for (int i = 0; i < LINES; i++) {
      lines.add("file " + contents + " line " + i + " " + random.nextInt());
    }
    return lines;
  }

  /** Few places and few contents, so that both sides often change the same line. */
  private List<String> changed(List<String> content) {
    List<String> lines = new ArrayList<>(content);
    lines.set(4 * random.nextInt(2), "changed to " + random.nextInt(3));
    return lines;
  }

  private static HeaderTree tree(Map<String, List<String>> files) {
    Map<HeaderPath, HeaderFile> tree = new TreeMap<>();
    files.forEach(
        (path, lines) ->
            tree.put(
                HeaderPath.of(path),
                HeaderFile.regular(
                    (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII))));
    return HeaderTree.of(tree);
  }
}
