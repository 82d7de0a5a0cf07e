package dev.xenvendor.git.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Git's index is read, or refused as one that cannot be read. */
final class RawIndexFuzzTest {

  @TempDir static Path folder;

  @FuzzTest
  void isReadOrRefused(byte[] input) throws IOException {
    Path file = Files.write(folder.resolve("index"), input);
    RawIndex index;
    try {
      index = RawIndex.read(file);
    } catch (IOException e) {
      return; // the callers name the file
    }
    for (int entry = 0; entry < index.size(); entry++) {
      assertThat(index.stage(entry)).isBetween(0, 3);
      assertThat(index.id(entry).hex()).hasSize(40);
      assertThat(index.path(entry)).isNotNull();
      index.mode(entry);
      index.isLeftOut(entry);
      index.isSmudged(entry);
    }
  }
}
