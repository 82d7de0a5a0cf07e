package dev.xenvendor.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeaderTargetsTest {

  private static List<String> targets(String... paths) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    for (String path : paths) {
      files.put(HeaderPath.of(path), HeaderFile.regular(new byte[0]));
    }
    return HeaderTargets.of(HeaderTree.of(files));
  }

  @Test
  void aHeaderOfOneHalfOfX86NamesIt() {
    assertThat(targets("xen.h", "arch-x86/xen.h", "arch-x86/xen-x86_64.h"))
        .containsExactly("x86_64");
    assertThat(targets("xen.h", "arch-x86_32.h")).containsExactly("i386");
    assertThat(targets("arch-x86_32.h", "arch-x86_64.h", "arch-ia64.h"))
        .containsExactly("i386", "x86_64");
  }

  @Test
  void headersOfOtherMachinesNameNone() {
    assertThat(targets("xen.h", "arch-arm.h", "arch-arm/hvm/save.h")).isEmpty();
    assertThat(targets("xen.h", "arch-arm.h", "arch-x86/xen-x86_64.h")).containsExactly("x86_64");
  }

  @Test
  void headersOfNoMachineAreForAll() {
    assertThat(targets("xen.h", "io/ring.h")).containsExactly("i386", "x86_64");
    assertThat(targets("xen.h", "arch-x86/cpuid.h")).containsExactly("i386", "x86_64");
  }
}
