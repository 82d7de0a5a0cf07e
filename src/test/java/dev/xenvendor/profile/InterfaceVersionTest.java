package dev.xenvendor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterfaceVersionTest {

  private static final String NAME = "__XEN_LATEST_INTERFACE_VERSION__";

  @ParameterizedTest
  @CsvSource({
    "xen-compat.h, '#define NAME 0x00030209', 0x00030209",
    "xen-compat.h, 'int a;\n  #  define\tNAME 0x0003020A // newest', 0x0003020A",
    "xen-compat.h, '// #define NAME 0x00030209', ",
    "xen-compat.h, '#define OLD_NAME 0x00030209', ",
    "xen-compat.h, '', ",
    "xen.h, '#define NAME 0x00030209', ",
  })
  void itIsReadFromItsDefinition(String file, String text, String version) {
    byte[] bytes = text.replace("NAME", NAME).getBytes(StandardCharsets.ISO_8859_1);
    HeaderTree tree = HeaderTree.of(Map.of(HeaderPath.of(file), HeaderFile.regular(bytes)));
    assertThat(InterfaceVersion.of(tree)).isEqualTo(Optional.ofNullable(version));
  }
}
