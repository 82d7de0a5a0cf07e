package dev.xenvendor.merge;

import dev.xenvendor.testing.FileTrees;
import dev.xenvendor.testing.Project;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A golden merge: a folder of {@code src/test/merge-cases}, described there. */
record MergeCase(Path folder) {

  private static final Labels LABELS =
      new Labels("base Xen 3.1.0", "local NetBSD", "vendor Xen 3.3.0");

  static List<MergeCase> all() {
    Path cases = Project.FOLDER.resolve("src/test/merge-cases");
    try (Stream<Path> folders = Files.list(cases)) {
      return folders.filter(Files::isDirectory).sorted().map(MergeCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  HeaderTree tree(String name) {
    return FileTrees.read(folder.resolve(name));
  }

  MergeResult merge() {
    TreeMerger merger = new TreeMerger(new TextMerger());
    MergeInput input = new MergeInput(tree("base"), tree("local"), tree("vendor"));
    return merger.merge(input, LABELS);
  }

  /** What a result says of files and conflicts, a line each. */
  static String summary(MergeResult result) {
    StringBuilder summary = new StringBuilder();
    for (MergedFile file : result.inFull().files()) {
      summary.append(file.outcome().word()).append(' ').append(file.path());
      file.from().ifPresent(from -> summary.append(" from ").append(from));
      summary.append('\n');
    }
    for (Conflict conflict : result.conflicts()) {
      String kind = conflict.kind().word();
      summary.append("conflict ").append(kind).append(' ').append(conflict.path()).append('\n');
    }
    return summary.toString();
  }

  String expectedSummary() {
    return read("expected.txt");
  }

  /** Takes what comes out for what should. */
  void update(MergeResult result) {
    FileTrees.replace(folder.resolve("expected"), result.tree());
    try {
      Files.writeString(folder.resolve("expected.txt"), summary(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why the merge comes to something else than git's; empty where it does not. */
  String whyNotAsGit() {
    return Files.exists(folder.resolve("not-as-git.txt")) ? read("not-as-git.txt").strip() : "";
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
