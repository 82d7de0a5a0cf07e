package dev.xenvendor.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.release.Committer;
import dev.xenvendor.testing.Accepted;
import java.time.Instant;
import java.util.Optional;

/** What a saved merge says of itself is read or refused; what is written of it reads back. */
final class SavedMergeFuzzTest {

  private static final Committer BY = Committer.ofImport(Instant.EPOCH);

  @FuzzTest
  void whatIsReadAndWrittenReadsBack(byte[] input) {
    Optional<SavedMerge> saved = Accepted.of(() -> SavedMergeYaml.read("name", BY, input));
    saved.ifPresent(
        read ->
            assertThat(SavedMergeYaml.read("name", BY, SavedMergeYaml.write(read)))
                .isEqualTo(read));
  }
}
