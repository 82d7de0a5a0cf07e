package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HeaderFileTest {

  private static final byte[] TEXT = "int a;\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aStoredFileIsKnownWithoutItsBytes() {
    AtomicInteger reads = new AtomicInteger();
    HeaderFile stored =
        HeaderFile.stored(
            FileMode.REGULAR,
            GitId.ofBlob(TEXT),
            () -> {
              reads.incrementAndGet();
              return TEXT;
            });
    assertThat(stored.id()).isEqualTo(GitId.ofBlob(TEXT));
    assertThat(stored.withMode(FileMode.EXECUTABLE).id()).isEqualTo(GitId.ofBlob(TEXT));
    assertThat(stored).isEqualTo(HeaderFile.regular(TEXT));
    assertThat(reads).hasValue(0);
    assertThat(stored.bytes()).isEqualTo(TEXT);
  }

  @Test
  void aLazyFileIsIdentifiedByItsBytes() {
    HeaderFile lazy = HeaderFile.lazy(FileMode.REGULAR, () -> TEXT);
    assertThat(lazy.isAtHand()).isFalse();
    assertThat(lazy).isEqualTo(HeaderFile.regular(TEXT));
  }

  @Test
  void filesOfOneContentButAnotherModeDiffer() {
    HeaderFile file = HeaderFile.regular(TEXT);
    HeaderFile executable = file.withMode(FileMode.EXECUTABLE);
    assertThat(executable).isNotEqualTo(file);
    assertThat(executable.sameContent(file)).isTrue();
    assertThat(executable.mode()).isEqualTo(FileMode.EXECUTABLE);
  }

  @Test
  void theSha256IsThatOfTheBytes() {
    assertThat(HeaderFile.regular(new byte[0]).sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @ParameterizedTest
  @EnumSource(FileMode.class)
  void aModeIsReadBackFromItsDigits(FileMode mode) {
    assertThat(FileMode.ofOctal(mode.octal())).isEqualTo(mode);
  }

  @Test
  void aModeGitDoesNotKnowIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileMode.ofOctal("100664"))
        .withMessageContaining("100664");
  }
}
