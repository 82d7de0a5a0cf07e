package dev.xenvendor.patch.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.patch.MdInclude;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header that takes in what upstream does not carry. */
final class MdHeaderTest {

  private static final HeaderPath FROM = HeaderPath.of("sys/include/public/io/page.h");
  private static final MdHeader HEADER = new MdHeader(HeaderPath.of("sys/include/page-md.h"));

  private static final String ONE = "/* Ours. */\nstruct ours_32 {\n  int a;\n};\n";
  private static final String TWO = "struct ours_64 {\n  long long b;\n};\n";

  private static final String EXISTING =
      """
      #ifndef PAGE_MD_H
      #define PAGE_MD_H

      struct own {
        int own;
      };

      #endif
      """;

  @Test
  void aNewOneHasAGuardAndIncludesTheHeaderThatTheDefinitionsComeFrom() {
    String created = text(HEADER.create(FROM, Optional.of("/* $BSD$ */"), taken(ONE + "\n" + TWO)));
    assertThat(created)
        .isEqualTo(
            """
            /* $BSD$ */

            /*
             * Definitions that upstream does not carry, moved here from
             * sys/include/public/io/page.h, word for word.
             */

            #ifndef _PAGE_MD_H_
            #define _PAGE_MD_H_

            #include "public/io/page.h"

            /* Ours. */
            struct ours_32 {
              int a;
            };

            struct ours_64 {
              long long b;
            };

            #endif /* _PAGE_MD_H_ */
            """);
  }

  @Test
  void aNewOneInATreeWithoutIdentLinesHasNone() {
    assertThat(text(HEADER.create(FROM, Optional.empty(), taken(ONE)))).startsWith("/*\n * Def");
  }

  @Test
  void aNewOneHasTheLineEndsOfWhatWasTaken() {
    byte[] created = HEADER.create(FROM, Optional.of("/* $BSD$ */"), taken(crLf(ONE + "\n" + TWO)));
    assertThat(text(created).replace("\r\n", "")).doesNotContain("\r", "\n").contains("ours_64");
  }

  @Test
  void definitionsAreAddedBeforeTheEndOfTheGuard() {
    assertThat(text(HEADER.with(bytes(EXISTING), taken(ONE + "\n" + TWO))))
        .isEqualTo(EXISTING.replace("#endif", ONE + "\n" + TWO + "\n#endif"));
  }

  @Test
  void theyAreSeparatedFromTheLinesAboveTheEndOfTheGuard() {
    String tight = EXISTING.replace("};\n\n#endif", "};\n#endif");
    assertThat(text(HEADER.with(bytes(tight), taken(ONE))))
        .isEqualTo(EXISTING.replace("#endif", ONE + "\n#endif"));
  }

  @Test
  void withoutAGuardTheyGoToTheEnd() {
    assertThat(text(HEADER.with(bytes("extern int own;"), taken(ONE))))
        .isEqualTo("extern int own;\n\n" + ONE + "\n");
  }

  @Test
  void addedLinesEndAsTheHeadersOwn() {
    assertThat(text(HEADER.with(bytes(crLf(EXISTING)), taken(ONE))))
        .isEqualTo(crLf(EXISTING.replace("#endif", ONE + "\n#endif")));
  }

  @Test
  void bytesStayAsTheyAre() {
    String ours = ONE.replace("Ours", "J\u00f6rg's");
    assertThat(text(HEADER.with(bytes(EXISTING), taken(ours)))).contains("J\u00f6rg's");
  }

  @ParameterizedTest
  @CsvSource({"a;,a;", "  int a;,\tint  a; /* blanks and remarks */"})
  void whatIsThereAlreadyIsKept(String word, String other) {
    String header = EXISTING.replace("#endif", ONE.replace(word, other) + "\n#endif");
    assertThat(text(HEADER.with(bytes(header), taken(ONE)))).isEqualTo(header);
    assertThat(text(HEADER.with(bytes(header), taken(ONE + "\n" + TWO))))
        .isEqualTo(header.replace("#endif", TWO + "\n#endif"));
  }

  @Test
  void addedTwiceTheyAreAddedOnce() {
    byte[] once = HEADER.with(bytes(EXISTING), taken(ONE + "\n" + TWO));
    assertThat(HEADER.with(once, taken(ONE + "\n" + TWO))).isEqualTo(once);
  }

  @Test
  void whatIsThereInAnotherFormIsRefused() {
    String header = EXISTING.replace("#endif", ONE.replace("int a", "long a") + "\n#endif");
    assertThatThrownBy(() -> HEADER.with(bytes(header), taken(ONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ours_32 is already in sys/include/page-md.h, in another form");
  }

  @ParameterizedTest
  @CsvSource({
    "sys/md.h, sys/include/public/io/page.h, include/public/io/page.h",
    "sys/include/public/md.h, sys/include/public/page.h, page.h",
    "sys/md/md.h, sys/include/public/page.h, ../include/public/page.h",
    "md.h, public/page.h, public/page.h",
    "a/b/md.h, page.h, ../../page.h",
  })
  void theIncludeIsSpelledAsSeenFromTheHeader(String to, String from, String spelled) {
    byte[] created =
        new MdHeader(HeaderPath.of(to)).create(HeaderPath.of(from), Optional.empty(), taken(ONE));
    assertThat(text(created)).contains("\n#include \"" + spelled + "\"\n");
  }

  /** What a relocation takes out of a header that holds the given text beside the published one. */
  private static List<MovedDefinitions> taken(String text) {
    String guard = "#ifndef A_H\n#define A_H\n\n";
    HeaderPath path = HeaderPath.of("a.h");
    PatchTarget target =
        PatchTarget.of(
            HeaderTree.of(Map.of(path, HeaderFile.regular(bytes(guard + text + "#endif\n")))),
            HeaderTree.of(Map.of(path, HeaderFile.regular(bytes(guard + "#endif\n")))));
    return new RelocateDefinitions(
            path,
            "md.h",
            List.of("struct ours_*"),
            Optional.of(new MdInclude(path, "#include \"md.h\"")),
            Optional.empty())
        .apply(target)
        .taken();
  }

  private static String crLf(String text) {
    return text.replace("\n", "\r\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
