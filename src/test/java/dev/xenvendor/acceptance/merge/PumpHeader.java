package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A header of a small upstream, and releases of it. */
final class PumpHeader {

  static final String FILE = "sys/pump/pump.h";

  static final String BASE =
      """
      #ifndef PUMP_H
      #define PUMP_H
      struct first { int a; };

      /* Levels. */
      #define LOW 1

      #ifdef CONFIG_PAE
      typedef long word_t;
      #else
      typedef int word_t;
      #endif

      struct last { int z; };
      #endif
      """;

  static final String EXTRA = "struct extra {\n    int b;\n};\n";

  static final String PROFILE =
      """
      schema: 1
      name: pump
      upstream: {url: "https://example.org/pump.git", path: include}
      prefix: sys/pump
      """;

  private PumpHeader() {}

  static String release(Path folder, String version, String header) throws IOException {
    Path headers = Files.createDirectories(folder.resolve(version).resolve("include"));
    Files.writeString(headers.resolve("pump.h"), header);
    return folder.resolve(version).toString();
  }

  static String before(String text, String anchor, String inserted) {
    assertThat(text).contains(anchor);
    return text.replace(anchor, inserted + anchor);
  }
}
