package dev.xenvendor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.GoldenFiles;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Golden merges: every folder of {@code src/test/merge-cases} is a test. */
final class MergeCasesTest {

  @TestFactory
  Stream<DynamicTest> theMergeIsAsExpected() {
    return MergeCase.all().stream()
        .map(mergeCase -> DynamicTest.dynamicTest(mergeCase.name(), () -> check(mergeCase)));
  }

  private static void check(MergeCase mergeCase) {
    MergeResult result = mergeCase.merge();
    if (GoldenFiles.WRITE) {
      mergeCase.update(result);
    }
    assertThat(MergeCase.summary(result))
        .as(mergeCase.name())
        .isEqualTo(mergeCase.expectedSummary());
    assertThat(texts(result.tree()))
        .as(mergeCase.name())
        .isEqualTo(texts(mergeCase.tree("expected")));
  }

  /** Bytes as characters, control characters spelled out, so that a difference can be read. */
  private static Map<String, String> texts(HeaderTree tree) {
    Map<String, String> texts = new TreeMap<>();
    tree.files().forEach((path, file) -> texts.put(path.value(), text(file)));
    return texts;
  }

  private static String text(HeaderFile file) {
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    String mode = file.mode() == FileMode.REGULAR ? "" : "(" + file.mode().octal() + ") ";
    return mode + text.replace("\r", "\\r").replace("\0", "\\0");
  }
}
