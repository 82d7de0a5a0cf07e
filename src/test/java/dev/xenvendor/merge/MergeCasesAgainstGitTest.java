package dev.xenvendor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.testing.NativeGit.Commit;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the expected results of the golden merges against git's own merge: every unmerged entry of
 * the index, and every file that does not conflict.
 */
final class MergeCasesAgainstGitTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> gitComesToTheSame() {
    NativeGit git = NativeGit.inRepository(folder);
    return MergeCase.all().stream()
        .map(mergeCase -> DynamicTest.dynamicTest(mergeCase.name(), () -> check(git, mergeCase)));
  }

  private static void check(NativeGit git, MergeCase mergeCase) {
    GitMerge ours = GitMerge.of(mergeCase.merge());
    GitMerge gits = gits(git, mergeCase);
    if (mergeCase.whyNotAsGit().isEmpty()) {
      assertThat(ours).as(mergeCase.name()).isEqualTo(gits);
    } else {
      assertThat(ours)
          .as(mergeCase.name() + ": as git after all, so not-as-git.txt can go")
          .isNotEqualTo(gits);
    }
  }

  private static GitMerge gits(NativeGit git, MergeCase mergeCase) {
    git.commit(
        List.of(
            Commit.root("base", mergeCase.tree("base")),
            Commit.on("base", "local", mergeCase.tree("local")),
            Commit.on("base", "vendor", mergeCase.tree("vendor"))));
    return GitMerge.byGit(git, "local", "vendor");
  }
}
