package dev.xenvendor.c.compiler;

import static dev.xenvendor.c.parse.Headers.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.c.parse.CEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class CompilerFilesTest {

  private static final Path MEMORY = Path.of("/dev/shm");

  @Test
  void areAllGoneInTheEnd() {
    Path sources;
    try (CompilerFiles files = CompilerFiles.write(tree("a.h", "int a;\n"), CEnvironment.plain())) {
      sources = files.sources();
      assertThat(sources.resolve("a.h")).hasContent("int a;\n");
      assertThat(sources.resolve(files.addUnit("int b;\n"))).hasContent("int b;\n");
    }
    assertThat(sources.getParent()).doesNotExist();
  }

  @Test
  void lieInMemoryUnlessTheyAreMany() {
    assumeThat(Files.isWritable(MEMORY)).isTrue();
    String large = "/*" + " ".repeat(5 << 20) + "*/\n";
    try (CompilerFiles few = CompilerFiles.write(tree("a.h", large), CEnvironment.plain());
        CompilerFiles many =
            CompilerFiles.write(tree("a.h", large, "b.h", large), CEnvironment.plain())) {
      assertThat(few.sources()).startsWith(MEMORY);
      assertThat(many.sources().startsWith(MEMORY)).isFalse();
      assertThat(many.sources().resolve("b.h")).exists();
    }
  }
}
