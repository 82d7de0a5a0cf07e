package dev.xenvendor.c.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;

/** Whatever a header holds, its definitions stand in it, and what is wrong is said of it. */
final class CHeaderFuzzTest {

  private static final HeaderPath PATH = HeaderPath.of("a.h");

  @FuzzTest
  void definitionsStandInTheHeader(byte[] input) {
    HeaderTree tree = HeaderTree.of(Map.of(PATH, HeaderFile.regular(input)));
    CHeader header = new CHeaderReader(tree, CEnvironment.plain(), Target.I386).read(PATH);
    assertThat(header.path()).isEqualTo(PATH);
    assertThat(header.definitions())
        .allSatisfy(
            definition ->
                assertThat(definition.place().range().end())
                    .isBetween(definition.place().range().start(), input.length));
  }
}
