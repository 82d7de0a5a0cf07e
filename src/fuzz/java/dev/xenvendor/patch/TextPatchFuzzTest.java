package dev.xenvendor.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.xenvendor.diff.UnifiedHunk;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.testing.FuzzInput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Unified diffs and the texts they are for: a diff and a text, {@code %%} between. */
final class TextPatchFuzzTest {

  @FuzzTest
  void isRefusedOrApplied(byte[] input) {
    FuzzInput parts = FuzzInput.of(input);
    TextPatch patch;
    try {
      String diff = new String(parts.first(), StandardCharsets.UTF_8);
      patch = new TextPatch(FileSelection.of("a.h"), Optional.empty(), diff);
    } catch (IllegalArgumentException e) {
      return; // said at its place in the file
    }
    assertThat(patch.summary()).startsWith("a diff of ");
    int added = UnifiedHunk.parse(patch.diff()).stream().mapToInt(h -> h.after().size()).sum();
    patch
        .diffed(parts.second())
        .ifPresent(
            text ->
                assertThat(new TextLines(text).size())
                    .isLessThanOrEqualTo(new TextLines(parts.second()).size() + added));
  }
}
