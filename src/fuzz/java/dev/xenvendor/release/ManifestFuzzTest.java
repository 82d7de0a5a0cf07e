package dev.xenvendor.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.testing.Accepted;
import java.util.Optional;

/** A manifest is read or refused; what is written of it reads back. */
final class ManifestFuzzTest {

  @FuzzTest
  void whatIsReadAndWrittenReadsBack(byte[] input) {
    Optional<Manifest> manifest = Accepted.of(() -> ManifestYaml.read("1.0.yaml", input));
    manifest.ifPresent(
        read ->
            assertThat(ManifestYaml.read("1.0.yaml", ManifestYaml.write("a release", read)))
                .isEqualTo(read));
  }
}
