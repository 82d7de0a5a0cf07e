package dev.xenvendor.cvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.tree.HeaderPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of the repository leads to the headers, wherever on the way to them it is. */
final class CvsLocationTest {

  private static final HeaderPath PREFIX = HeaderPath.of("sys/arch/xen/include/xen3-public");

  @ParameterizedTest
  @CsvSource({
    "src, src, ''",
    "., '', ''",
    "sys, '', sys",
    "src/sys/arch/xen, src, sys/arch/xen",
    "src/sys/arch/xen/include/xen3-public, src, sys/arch/xen/include/xen3-public",
    "src/sys/arch/xen/include/xen3-public/io, src, sys/arch/xen/include/xen3-public/io",
    "netbsd/src/, netbsd/src, ''",
    "src/sys/arch/i386, src/sys/arch/i386, ''",
  })
  void theFolderLeadsToTheHeaders(String folder, String tree, String start) {
    CvsLocation place = CvsLocation.of(folder, PREFIX);
    assertThat(place.tree().orElse("")).isEqualTo(tree);
    assertThat(place.start().map(HeaderPath::value).orElse("")).isEqualTo(start);
    assertThat(place.headers()).isEqualTo(tree.isEmpty() ? PREFIX.value() : tree + "/" + PREFIX);
  }

  @ParameterizedTest
  @CsvSource({
    "/cvsroot, /cvsroot",
    ":local:/cvsroot, /cvsroot",
    ":fork:/cvsroot, /cvsroot",
    ":ext:anoncvs@anoncvs.NetBSD.org:/cvsroot, /cvsroot",
    "anoncvs.NetBSD.org:/cvsroot, /cvsroot",
    ":pserver:anoncvs@anoncvs.NetBSD.org:2401/cvsroot, /cvsroot",
  })
  void aRootNamesAFolderOfItsMachine(String root, String folder) {
    assertThat(new CvsRoot(root).folder()).isEqualTo(folder);
  }

  @Test
  void aRootMustBeNamed() {
    assertThatThrownBy(() -> new CvsRoot(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
