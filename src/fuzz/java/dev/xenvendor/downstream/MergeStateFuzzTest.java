package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.testing.Accepted;
import java.util.Optional;

/** The state of a merge is read or refused; what is written of it reads back. */
final class MergeStateFuzzTest {

  @FuzzTest
  void whatIsReadAndWrittenReadsBack(byte[] input) {
    Optional<MergeState> state = Accepted.of(() -> MergeStateYaml.read("state", input));
    state.ifPresent(
        read ->
            assertThat(MergeStateYaml.read("state", MergeStateYaml.write(read))).isEqualTo(read));
  }
}
