package dev.xenvendor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files here are ten lines of ten bytes each, so that a letter changed is a tenth of the file. */
final class RenameDetectorTest {

  @Test
  void aFileOfTheSameContentIsTheSameFile() {
    assertThat(renames(Map.of("a.h", "abcdefghij"), Map.of("xsm/b.h", "abcdefghij")))
        .containsExactly("a.h -> xsm/b.h");
  }

  @Test
  void aFileThatStaysWasNotMoved() {
    assertThat(
            renames(Map.of("a.h", "abcdefghij"), Map.of("a.h", "abcdefghij", "b.h", "abcdefghij")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefghij, abcdefghiJ, true",
    "abcdefghij, abcdeFGHIJ, true", // just half
    "abcdefghij, abcdEFGHIJ, false",
    "abcdefghij, jihgfedcba, true", // the order does not count
    "abcdefghij, abcdefghijklmnopqrst, true", // half of the larger file
    "abcdefghij, abcdefghijklmnopqrstu, false",
    "abcdefghij, abcde, true",
    "abcdefghij, abcd, false",
  })
  void aFileAtLeastHalfAlikeIsTheSameFile(String before, String after, boolean moved) {
    assertThat(renames(Map.of("a.h", before), Map.of("b.h", after))).hasSize(moved ? 1 : 0);
  }

  @Test
  void equalContentComesBeforeAnythingElse() {
    assertThat(
            renames(
                Map.of("a.h", "abcdefghij"),
                Map.of("x/a.h", "abcdefghiJ", "other.h", "abcdefghij")))
        .containsExactly("a.h -> other.h");
  }

  @Test
  void ofEqualFilesTheOneThatKeptItsNameIsTheSource() {
    assertThat(
            renames(
                Map.of("a.h", "abcdefghij", "z/b.h", "abcdefghij"),
                Map.of("new/b.h", "abcdefghij")))
        .containsExactly("z/b.h -> new/b.h");
  }

  @Test
  void everySourceIsTakenOnce() {
    assertThat(
            renames(Map.of("a.h", "abcdefghij"), Map.of("b.h", "abcdefghij", "c.h", "abcdefghij")))
        .containsExactly("a.h -> b.h");
  }

  @Test
  void aUniqueNameCountsMoreThanSimilarity() {
    // x/a.h is 0.8 of old/a.h, y/b.h is 0.9 of it.
    assertThat(
            renames(
                Map.of("old/a.h", "abcdefghij"),
                Map.of("x/a.h", "abcdefghIJ", "y/b.h", "abcdefghiJ")))
        .containsExactly("old/a.h -> x/a.h");
  }

  @Test
  void aNameThatIsKeptInTooDifferentAFileDoesNotCount() {
    // x/a.h is 0.7 of old/a.h, below the three quarters a name asks for.
    assertThat(
            renames(
                Map.of("old/a.h", "abcdefghij"),
                Map.of("x/a.h", "abcdefgHIJ", "y/b.h", "abcdefghiJ")))
        .containsExactly("old/a.h -> y/b.h");
  }

  @Test
  void aNameThatSeveralFilesHaveDoesNotCount() {
    assertThat(
            renames(
                Map.of("old/a.h", "abcdefghij"),
                Map.of("x/a.h", "abcdefghIJ", "z/a.h", "abcdefgHIJ", "y/b.h", "abcdefghiJ")))
        .containsExactly("old/a.h -> y/b.h");
  }

  @Test
  void ofSeveralCandidatesTheMostAlikeWins() {
    assertThat(
            renames(Map.of("a.h", "abcdefghij", "b.h", "abcdefGHIJ"), Map.of("c.h", "abcdefghiJ")))
        .containsExactly("a.h -> c.h");
  }

  @Test
  void whatTheBestPairLeavesGoesToTheNextBest() {
    assertThat(
            renames(
                Map.of("a.h", "abcdefghij", "b.h", "abcdefghIJ"),
                Map.of("x.h", "abcdefghiZ", "y.h", "abcdefghYZ")))
        .containsExactlyInAnyOrder("a.h -> x.h", "b.h -> y.h");
  }

  @Test
  void emptyFilesAreNeverMoved() {
    assertThat(renames(Map.of("a.h", ""), Map.of("b.h", ""))).isEmpty();
  }

  @Test
  void anExecutableBitDoesNotStopAMove() {
    HeaderTree after =
        HeaderTree.of(
            Map.of(
                HeaderPath.of("b.h"), HeaderFile.of(FileMode.EXECUTABLE, content("abcdefghij"))));
    assertThat(RenameDetector.detect(tree(Map.of("a.h", "abcdefghij")), after)).hasSize(1);
  }

  @Test
  void aFileDoesNotBecomeALinkByMoving() {
    HeaderTree after =
        HeaderTree.of(
            Map.of(HeaderPath.of("b.h"), HeaderFile.of(FileMode.SYMLINK, content("abcdefghij"))));
    assertThat(RenameDetector.detect(tree(Map.of("a.h", "abcdefghij")), after)).isEmpty();
  }

  @Test
  void lineEndingsDoNotCount() {
    byte[] crLf =
        new String(content("abcdefghij"), StandardCharsets.US_ASCII)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    HeaderTree after = HeaderTree.of(Map.of(HeaderPath.of("b.h"), HeaderFile.regular(crLf)));
    assertThat(RenameDetector.detect(tree(Map.of("a.h", "abcdefghij")), after)).hasSize(1);
  }

  private static List<String> renames(Map<String, String> before, Map<String, String> after) {
    return RenameDetector.detect(tree(before), tree(after)).stream()
        .map(rename -> rename.from() + " -> " + rename.to())
        .toList();
  }

  private static HeaderTree tree(Map<String, String> letters) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    letters.forEach(
        (path, text) -> files.put(HeaderPath.of(path), HeaderFile.regular(content(text))));
    return HeaderTree.of(files);
  }

  private static byte[] content(String letters) {
    return letters.replaceAll("(?s).", "line is $0\n").getBytes(StandardCharsets.US_ASCII);
  }
}
