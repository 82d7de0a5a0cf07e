package dev.xenvendor.c.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeadingCommentsTest {

  private static final String BODY = "/*\n * A page.\n */\nstruct page { int n; };\n";

  private static boolean isAllThatDiffers(String head) {
    return LeadingComments.areOnlyDifference(
        (head + BODY).getBytes(ISO_8859_1), BODY.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        " \t\r\n\n",
        "/* $Id$ */\n",
        "/* $Id$ */\n\n",
        "\t/**/ \r\n/* two */\n",
      })
  void takesOffBlankLinesAndWholeComments(String head) {
    assertThat(isAllThatDiffers(head)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#define A\n",
        "/* $Id$ */ int n;\n",
        "int n; /* $Id$ */\n",
        "/* $Id$\n",
        "/* a /* b */\n",
        "/* a /*/\n",
        "/*/\n",
        "/\n",
        "// joined \\\n",
        "/* $Id$ */ \\\n",
        "/* $Id$ */",
      })
  void keepsWhatTheCompilerMaySee(String head) {
    assertThat(isAllThatDiffers(head)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "/* only */", "/* only */\n"})
  void aTextMayBeNothingElse(String text) {
    assertThat(LeadingComments.end(text.getBytes(ISO_8859_1))).isEqualTo(text.length());
  }
}
