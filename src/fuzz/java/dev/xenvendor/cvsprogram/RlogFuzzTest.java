package dev.xenvendor.cvsprogram;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.testing.Accepted;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What {@code cvs rlog} prints is read or refused. */
final class RlogFuzzTest {

  @FuzzTest
  void isReadOrRefused(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Optional<CvsHistory> history = Accepted.of(() -> Rlog.read(text.lines().toList(), "src/inc"));
    history.ifPresent(
        read -> read.files().forEach((path, file) -> assertThat(file.path()).isEqualTo(path)));
  }
}
