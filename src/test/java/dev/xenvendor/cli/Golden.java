package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.GoldenFiles;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that is compared with a file, most of them under {@code src/test/resources/golden}, so that
 * changed output shows up as a diff. {@code mvn test -Dxenvendor.golden=write} writes the files
 * anew.
 */
final class Golden {

  static final Path FOLDER = Project.FOLDER.resolve("src/test/resources/golden");

  private Golden() {}

  static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertSame(String name, String text) {
    assertSame(FOLDER.resolve(name), text);
  }

  static void assertSame(Path file, String text) {
    try {
      if (GoldenFiles.WRITE) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(text)
          .as("%s; if that is what is wanted: mvn test -Dxenvendor.golden=write", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
