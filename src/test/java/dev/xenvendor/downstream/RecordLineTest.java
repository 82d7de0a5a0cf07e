package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A record's lines are read without a YAML parser only where they are as the program writes them.
 */
final class RecordLineTest {

  private static final String ID = "0123456789abcdef0123456789abcdef01234567";
  private static final String OTHER = "f".repeat(40);
  private static final String PRISTINE = "  io/ring.h: {pristine: " + ID + "}\n";
  private static final String PATCHED =
      "  io/ring.h: {pristine: " + ID + ", patched: " + OTHER + "}\n";

  private static RecordLine line(String text) {
    return new RecordLine(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aLineNamesAFileAndWhatItIsOnBothTrees() {
    RecordLine line = line(PRISTINE + PATCHED);

    assertThat(line.next()).isTrue();
    assertThat(line.path()).isEqualTo(HeaderPath.of("io/ring.h"));
    assertThat(line.isPatched()).isFalse();
    assertThat(line.file().pristine().hex()).isEqualTo(ID);
    assertThat(line.file().patched().hex()).isEqualTo(ID);

    assertThat(line.next()).isTrue();
    assertThat(line.begin()).isEqualTo(PRISTINE.length());
    assertThat(line.isPatched()).isTrue();
    assertThat(line.file().pristine().hex()).isEqualTo(ID);
    assertThat(line.file().patched().hex()).isEqualTo(OTHER);
    assertThat(line.end()).isEqualTo(PRISTINE.length() + PATCHED.length());

    assertThat(line.next()).isFalse();
  }

  @Test
  void whereALineIsCutOffThereIsNone() {
    for (String whole : new String[] {PRISTINE, PATCHED}) {
      for (int length = 0; length < whole.length(); length++) {
        String cut = whole.substring(0, length);
        assertThat(line(cut).next()).as(cut).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", ":", "`", "g", "A", " "})
  void anIdIsOfLowerCaseHexadecimalDigits(String wrong) {
    for (int at : new int[] {0, 20, 39}) {
      String id = ID.substring(0, at) + wrong + ID.substring(at + 1);
      assertThat(line(PRISTINE.replace(ID, id)).next()).as(id).isFalse();
      assertThat(line(PATCHED.replace(OTHER, id)).next()).as(id).isFalse();
    }
  }

  @Test
  void aLineWithoutAPathIsNone() {
    assertThat(line(PRISTINE.replace("io/ring.h", "")).next()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"io/ring.h", "io/ring", "io/ring.hh", "io/a.h", "io/z.h", "a.h", "z", "io"})
  void linesAreOrderedAsPathsAre(String path) {
    RecordLine line = line(PRISTINE);
    assertThat(line.next()).isTrue();
    assertThat(Integer.signum(line.compareTo(HeaderPath.of(path))))
        .isEqualTo(Integer.signum("io/ring.h".compareTo(path)));
  }

  @Test
  void aTextIsAllLinesOnlyWhereTheirPathsAscend() {
    String later = PRISTINE.replace("io/ring.h", "sched.h");
    assertThat(areAll(PRISTINE + later)).isTrue();
    assertThat(areAll(later + PRISTINE)).isFalse();
    assertThat(areAll(PRISTINE + PATCHED)).isFalse();
    assertThat(areAll(PRISTINE + later.replace("pristine", "is"))).isFalse();
  }

  private static boolean areAll(String text) {
    return RecordLine.areAll(text.getBytes(StandardCharsets.US_ASCII));
  }
}
