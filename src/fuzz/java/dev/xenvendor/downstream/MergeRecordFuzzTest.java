package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.testing.Accepted;
import java.util.Optional;

/** The record of a merge is read or refused; what is written of it reads back. */
final class MergeRecordFuzzTest {

  @FuzzTest
  void whatIsReadAndWrittenReadsBack(byte[] input) {
    Optional<byte[]> written =
        Accepted.of(() -> MergeRecordYaml.write(MergeRecordYaml.read("merged.yaml", input)));
    if (written.isPresent()) {
      MergeRecord read = MergeRecordYaml.read("merged.yaml", input);
      MergeRecord again = MergeRecordYaml.read("merged.yaml", written.get());
      assertThat(again).usingRecursiveComparison().ignoringFields("files").isEqualTo(read);
      assertThat(again.files()).isEqualTo(read.files());
    }
  }
}
