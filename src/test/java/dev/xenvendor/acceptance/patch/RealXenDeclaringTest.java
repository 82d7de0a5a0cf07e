package dev.xenvendor.acceptance.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.testing.DeclaredMerge;
import dev.xenvendor.testing.LocalEdits;
import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On Xen's stable branches, declaring local edits leaves no conflict that plain git has not. */
@NeedsXenGit
final class RealXenDeclaringTest {

  private static final int NEWEST = 21;
  private static final int RUNS = Integer.getInteger("xenvendor.declaring.runs", 2);
  private static final int FILES = 12;

  @TempDir Path folder;

  static IntStream pairs() {
    return IntStream.range(0, NEWEST);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aDeclaredTreeMergesNoWorseThanGitMerges(int minor) {
    String branch = "refs/heads/stable-4." + minor;
    String next = "refs/heads/stable-4." + (minor + 1);
    String newest = "refs/heads/stable-4." + Math.min(NEWEST + 1, minor + 3);
    HeaderTree base = tree(XenGit.git().run("merge-base", branch, next));
    HeaderTree stable = tree(branch);
    HeaderTree vendor = tree(next);
    HeaderTree later = tree(newest);
    NativeGit git = NativeGit.inRepository(folder);
    List<String> worse = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      HeaderTree from = run % 2 == 0 ? base : stable;
      HeaderTree local = new LocalEdits(100L * minor + run).in(stable, vendor, FILES);
      DeclaredMerge merge = new DeclaredMerge(from, local).declare();
      String what = "run " + run + ": ";
      merge.requireDeclared();
      merge.worseThan(git, vendor).forEach(w -> worse.add(what + w));
      merge.worseThan(git, later).forEach(w -> worse.add(what + "then " + w));
    }
    assertThat(worse).isEmpty();
  }

  private static HeaderTree tree(String commit) {
    Map<String, String> blobs = XenGit.git().blobs(XenGit.tree(commit));
    byte[] ids = (String.join("\n", blobs.values()) + "\n").getBytes(StandardCharsets.US_ASCII);
    String all = XenGit.git().attempt(ids, "cat-file", "--batch").out();
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    int at = 0;
    for (String path : blobs.keySet()) {
      int line = all.indexOf('\n', at);
      int size = Integer.parseInt(all.substring(all.lastIndexOf(' ', line) + 1, line));
      byte[] bytes = all.substring(line + 1, line + 1 + size).getBytes(StandardCharsets.ISO_8859_1);
      files.put(HeaderPath.of(path), HeaderFile.of(FileMode.REGULAR, bytes));
      at = line + size + 2;
    }
    return HeaderTree.of(files);
  }
}
