package dev.xenvendor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class EscapingWriterTest {

  private static String written(boolean color, boolean commands, String... texts) {
    StringWriter target = new StringWriter();
    PrintWriter writer =
        EscapingWriter.around(new PrintWriter(target), () -> color, () -> commands);
    for (String text : texts) {
      writer.print(text);
    }
    writer.flush();
    return target.toString();
  }

  @Test
  void leavesPlainTextAsItIs() {
    String text = "a: b::c\n\tStruktur ä → 1 # [x]\r\n:one\n#[x]\n";
    assertThat(written(false, false, text)).isEqualTo(text);
  }

  @Test
  void escapesControlCharacters() {
    assertThat(written(true, false, "a\u001b]0;t\u0007\rb\u007f\u009b2J\u202e\u200bc"))
        .isEqualTo("a\\x1b]0;t\\x07\\x0db\\x7f\\x9b2J\\u202e\\u200bc");
  }

  @Test
  void letsColorsThroughWhereTheyAreUsed() {
    assertThat(written(true, false, "\u001b[31;1merror\u001b[0m")).contains("\u001b[31;1merror");
    assertThat(written(false, false, "\u001b[31;1merror")).isEqualTo("\\x1b[31;1merror");
    assertThat(written(true, false, "\u001b[2J")).isEqualTo("\\x1b[2J");
  }

  @Test
  void writesNoCommandOfACiService() {
    assertThat(written(false, false, "::error::x\n  ::x\n:", ":x"))
        .isEqualTo(":\\x3aerror::x\n  :\\x3ax\n:\\x3ax");
    assertThat(written(false, false, "x ##[command]y")).isEqualTo("x ##\\x5bcommand]y");
    assertThat(written(false, false, "##[group]")).isEqualTo("##\\x5bgroup]");
    assertThat(written(false, true, "::error::x\n")).isEqualTo("::error::x\n");
  }
}
