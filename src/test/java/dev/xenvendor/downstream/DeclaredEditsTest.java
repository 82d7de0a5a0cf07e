package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.propose.PatchSearch;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** However a tree was edited, what is proposed declares all of it. */
final class DeclaredEditsTest {

  private static final Version RELEASE = new Version("3.1.0");

  private static Residue residue(PatchSet patches, HeaderTree release, HeaderTree local) {
    return Residue.of(patches, LocalCopy.of(RELEASE, release, local));
  }

  @RepeatedTest(5)
  void theDeclarationLeavesNoResidue(RepetitionInfo run) {
    GeneratedTrees trees = new GeneratedTrees(600 + run.getCurrentRepetition());
    HeaderTree release = trees.release();
    Map<HeaderPath, List<String>> lines =
        GeneratedTrees.lines(trees.next(trees.partlyPatched(GeneratedTrees.PATCHES, release)));
    trees.insert(lines, 3, 0);
    HeaderTree local = GeneratedTrees.tree(lines);
    assertThat(residue(PatchSet.NONE, release, local).isNone()).isFalse();

    PatchSet declared =
        new PatchSearch(
                LocalCopy.of(RELEASE, release, local),
                Collections.emptySortedMap(),
                CEnvironment.system())
            .declare(PatchSet.NONE, path -> true);

    Residue left = residue(declared, release, local);
    assertThat(left.hunks()).isEmpty();
    assertThat(left.isNone()).isTrue();
  }
}
