package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitIdTest {

  private static final String HEX = "0123456789abcdef0123456789abcdef01234567";

  @ParameterizedTest
  @CsvSource({
    "'', e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "'hello\n', ce013625030ba8dba906f756967f9e9ca394464a",
  })
  void aBlobHasTheIdGitGivesIt(String content, String id) {
    assertThat(GitId.ofBlob(content.getBytes(StandardCharsets.US_ASCII)).hex()).isEqualTo(id);
  }

  @Test
  void anIdIsReadAndWrittenAsHexDigits() {
    assertThat(GitId.of(HEX).hex()).isEqualTo(HEX);
    assertThat(GitId.of(HEX)).hasToString(HEX);
    assertThat(GitId.of(HEX).abbreviated()).isEqualTo("0123456");
  }

  @Test
  void digitsMayBeOfEitherCase() {
    assertThat(GitId.of("ABCDEF6789abcdef0123456789abcdef01234567").hex())
        .isEqualTo("abcdef6789abcdef0123456789abcdef01234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456",
        "0123456789abcdef0123456789abcdef0123456",
        "0123456789abcdef0123456789abcdef012345678",
        "0123456789abcdef0123456789abcdef0123456g",
        "refs/heads/0123456789abcdef0123456789abc",
      })
  void anythingButFortyHexDigitsIsNoId(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GitId.of(text))
        .withMessage("not a git object id: " + text);
  }

  @Test
  void anIdIsReadFromTheMiddleOfBytes() {
    byte[] bytes = new byte[3 + GitId.LENGTH];
    System.arraycopy(GitId.of(HEX).bytes(), 0, bytes, 3, GitId.LENGTH);
    assertThat(GitId.ofBytes(bytes, 3)).isEqualTo(GitId.of(HEX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1123456789abcdef0123456789abcdef01234567",
        "0123456789abcdef1123456789abcdef01234567",
        "0123456789abcdef0123456789abcdef01234568",
      })
  void idsThatDifferAnywhereDiffer(String other) {
    assertThat(GitId.of(other)).isNotEqualTo(GitId.of(HEX));
    assertThat(GitId.of(HEX)).isLessThan(GitId.of(other));
  }

  @Test
  void equalIdsAreEqual() {
    assertThat(GitId.of(HEX)).isEqualTo(GitId.of(HEX)).hasSameHashCodeAs(GitId.of(HEX));
    assertThat(GitId.of(HEX)).isEqualByComparingTo(GitId.of(HEX));
  }

  @ParameterizedTest
  @CsvSource({
    "7fffffffffffffffffffffffffffffffffffffff, 8000000000000000000000000000000000000000",
    "00000000000000007fffffffffffffffffffffff, 00000000000000008000000000000000ffffffff",
    "000000000000000000000000000000007fffffff, 0000000000000000000000000000000080000000",
  })
  void idsAreOrderedByTheirDigits(String lower, String higher) {
    assertThat(GitId.of(lower)).isLessThan(GitId.of(higher));
  }
}
