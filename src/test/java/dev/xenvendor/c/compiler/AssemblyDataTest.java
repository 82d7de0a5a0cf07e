package dev.xenvendor.c.compiler;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AssemblyDataTest {

  private static String data(String... lines) {
    return new String(AssemblyData.of(String.join("\n", lines)), ISO_8859_1);
  }

  @Test
  void readsNumbersWithTheLowByteFirst() {
    assertThat(data("\t.byte\t1, 0x2,-1", " .value 513", " .long 67305985 # 0x4030201"))
        .isEqualTo("\1\2\u00ff\1\2\1\2\3\4");
    assertThat(data(" .quad -2")).isEqualTo("\u00fe" + "\u00ff".repeat(7));
    assertThat(data(" .quad 18446744073709551615")).isEqualTo("\u00ff".repeat(8));
    assertThat(data(" .long some_symbol+4")).isEqualTo("\0\0\0\0");
  }

  @Test
  void readsStrings() {
    assertThat(data("\t.ascii\t\"a\\\\b\\\"c\\n\\1012\\377\"", "\t.string \"#,\"", " .asciz \"\""))
        .isEqualTo("a\\b\"c\nA2\u00ff#,\0\0");
  }

  @Test
  void readsZerosUpToALimit() {
    assertThat(data(" .zero 3", " .byte 1", " .space 2,0", " .skip 1")).isEqualTo("\0\0\0\1\0\0\0");
    assertThat(AssemblyData.of(" .zero 80000000000\n .byte 1")).hasSize(16 << 20);
  }

  @Test
  void skipsInlineAssemblyAndEverythingElse() {
    assertThat(
            data(
                "x:",
                "#APP",
                " .ascii \"forged\"",
                " .incbin \"/etc/passwd\"",
                "#NO_APP",
                "\t.size\tx, 3",
                " .section .rodata",
                " .byte 7"))
        .isEqualTo("\7");
  }
}
