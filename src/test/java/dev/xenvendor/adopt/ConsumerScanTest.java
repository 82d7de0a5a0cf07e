package dev.xenvendor.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsumerScanTest {

  private static ConsumerScan users(String prefix, Map<String, String> code) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    for (String header : List.of("xen.h", "memory.h", "io/ring.h")) {
      files.put(HeaderPath.of(prefix + "/" + header), file("#include \"xen.h\"\n"));
    }
    code.forEach((path, text) -> files.put(HeaderPath.of(path), file(text)));
    return ConsumerScan.of(HeaderTree.of(files), HeaderPath.of(prefix));
  }

  private static HeaderFile file(String text) {
    return HeaderFile.regular(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void codeIsFoundByHowItSpellsTheHeaders() {
    ConsumerScan users =
        users(
            "include/xen/interface",
            Map.of(
                "drivers/xen/a.c", " # include <xen/interface/io/ring.h>\n",
                "arch/b.S", "#include \"../include/xen/interface/memory.h\"\n",
                "lib/c.c", "#include <memory.h>\n#include \"ring.h\"\n",
                "doc/d.txt", "#include <xen/interface/xen.h>\n"));
    assertThat(users.globs()).containsExactly("arch/*.[chS]", "drivers/xen/*.[chS]");
    assertThat(users.includeDirs()).containsOnly(Map.entry("xen", HeaderPath.of("include/xen")));
  }

  @Test
  void aFolderInTheSearchPathNeedsNoName() {
    ConsumerScan users =
        users("inc", Map.of("a.c", "#include <io/ring.h>\n", "src/b.c", "#include <xen.h>\n"));
    assertThat(users.globs()).containsExactly("*.[chS]", "src/*.[chS]");
    assertThat(users.includeDirs()).isEmpty();
  }

  @Test
  void manyFoldersAreNamedByWhatTheyAreIn() {
    Map<String, String> code = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      code.put("sys/dev/x" + i + "/a.c", "#include <xen/xen.h>\n");
    }
    code.put("sys/kern/a.c", "#include <xen/xen.h>\n");
    assertThat(users("sys/xen", code).globs())
        .containsExactly("sys/dev/**/*.[chS]", "sys/kern/**/*.[chS]");
  }

  @Test
  void barriersThatTheTreeDefinesAreProvided() {
    assertThat(users("inc", Map.of("b.h", "#define xen_mb() x\n# define  wmb() y\n")).provided())
        .containsExactly("memcpy", "memset", "wmb", "xen_mb");
  }
}
