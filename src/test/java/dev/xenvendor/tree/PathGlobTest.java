package dev.xenvendor.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "xen.h, xen.h",
    "io/ring.h, io/ring.h",
    "*.h, xen.h",
    "io/*.h, io/ring.h",
    "*/ring.h, io/ring.h",
    "*, xen.h",
    "x?n.h, xen.h",
    "**, xen.h",
    "**, arch-x86/hvm/save.h",
    "**/*.h, xen.h",
    "**/*.h, io/ring.h",
    "**/*.h, arch-x86/hvm/save.h",
    "foreign/**, foreign/Makefile",
    "foreign/**, foreign/a/b/c",
    "arch-x86/**/save.h, arch-x86/save.h",
    "arch-x86/**/save.h, arch-x86/hvm/save.h",
    "arch-x86/**/save.h, arch-x86/hvm/deep/save.h",
    "sys/**/*.[ch], sys/dev/xbd.c",
    "sys/**/*.[ch], sys/xbd.h",
    "arch-x86_[0-9][0-9].h, arch-x86_64.h",
    "[!.]*, xen.h",
    "[^.]*, xen.h",
    "[]x]en.h, xen.h",
    "[]x]en.h, ]en.h",
    "[a-]b, -b",
    "[&a]b, &b",
    "a[b, a[b",
    "a.(h|c)+$^{2}, a.(h|c)+$^{2}",
    "Müller.?, Müller.h",
  })
  void aGlobHolds(String glob, String path) {
    assertThat(new PathGlob(glob).matches(HeaderPath.of(path))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "xen.h, xenXh",
    "xen.h, io/xen.h",
    "xen.h, xen.hh",
    "XEN.h, xen.h",
    "*.h, io/ring.h",
    "*, io/ring.h",
    "io/*, io/a/ring.h",
    "io?ring.h, io/ring.h",
    "x?n.h, xn.h",
    "**/*.h, xen.c",
    "**/ring.h, string.h",
    "foreign/**, foreign",
    "foreign/**, foreigner/a",
    "foreign/**, a/foreign/b",
    "arch-x86/**/save.h, arch-x86/unsave.h",
    "sys/**/*.[ch], sys/dev/xbd.o",
    "[!.]*, .hidden",
    "[^.]*, .hidden",
    "io[!x]ring.h, io/ring.h",
    "[&&a]b, bb",
    "[a-c].h, d.h",
  })
  void aGlobDoesNotHold(String glob, String path) {
    assertThat(new PathGlob(glob).matches(HeaderPath.of(path))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/xen.h", "io/", "/", "/**"})
  void aGlobIsRelativeAndEndsInAName(String glob) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PathGlob(glob))
        .withMessageContaining("'" + glob + "'");
  }

  @Test
  void globsAreEqualByTheirText() {
    assertThat(new PathGlob("**/*.h"))
        .isEqualTo(new PathGlob("**/*.h"))
        .hasSameHashCodeAs(new PathGlob("**/*.h"))
        .isNotEqualTo(new PathGlob("*.h"))
        .hasToString("**/*.h");
  }
}
