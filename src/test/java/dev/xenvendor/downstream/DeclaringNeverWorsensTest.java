package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.DeclaredMerge;
import dev.xenvendor.testing.LocalEdits;
import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.tree.HeaderTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Whatever plain git merges cleanly, the declared tree merges cleanly, too, to the same bytes. */
@Tag("slow")
final class DeclaringNeverWorsensTest {

  private static final int CASES = 12;
  private static final int RELEASES = 2;

  @TempDir Path folder;

  @RepeatedTest(CASES)
  void aDeclaredTreeMergesNoWorseThanGitMerges(RepetitionInfo run) {
    GeneratedTrees trees = new GeneratedTrees(700 + run.getCurrentRepetition());
    HeaderTree release = trees.release();
    HeaderTree next = trees.next(release);
    HeaderTree local =
        new LocalEdits(800 + run.getCurrentRepetition())
            .in(trees.partlyPatched(GeneratedTrees.PATCHES, release), next, 4);
    DeclaredMerge merge = new DeclaredMerge(release, local).declare();
    merge.requireDeclared();
    NativeGit git = NativeGit.inRepository(folder);

    List<String> worse = new ArrayList<>();
    for (int number = 1; number <= RELEASES; number++) {
      worse.addAll(merge.worseThan(git, next));
      next = trees.next(next);
    }

    assertThat(worse).isEmpty();
  }
}
