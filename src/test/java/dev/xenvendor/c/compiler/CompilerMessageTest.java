package dev.xenvendor.c.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CompilerMessageTest {

  private static final List<IncludeRoot> ROOTS =
      List.of(
          IncludeRoot.named("xen", Optional.of(HeaderPath.of("bsd/sys/xen"))),
          IncludeRoot.at(HeaderPath.of("sys")));

  /** Includes may know a folder by another name than the tree. */
  @Test
  void namesTheFilesOfTheTree() {
    assertThat(
            CompilerMessage.inTree(
                "../root0/xen/interface/xen.h:27: sys/param.h: No such file; see ../root1/a.h",
                ROOTS))
        .isEqualTo("bsd/sys/xen/interface/xen.h:27: sys/param.h: No such file; see sys/a.h");
  }
}
