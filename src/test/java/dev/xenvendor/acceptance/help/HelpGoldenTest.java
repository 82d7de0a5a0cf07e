package dev.xenvendor.acceptance.help;

import dev.xenvendor.acceptance.fixture.Golden;
import dev.xenvendor.acceptance.fixture.Programs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every help text in one file, so that a change of wording shows in review. */
final class HelpGoldenTest {

  @Test
  void everyCommandHelps() {
    StringBuilder text = new StringBuilder();
    help("", text);
    Golden.assertSame(Golden.HELP, text.toString());
  }

  /** The help of a command, and then that of the commands it lists. */
  private static void help(String command, StringBuilder text) {
    String line = (command + " --help").strip();
    String help = Programs.xenvendor(line.split(" ")).exits(0).out();
    text.append("$ xenvendor ").append(line).append('\n').append(help).append('\n');
    for (String listed : listed(help)) {
      help((command + ' ' + listed).strip(), text);
    }
  }

  private static List<String> listed(String help) {
    return help.lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .filter(line -> !line.startsWith("   "))
        .map(line -> line.strip().split(" ")[0])
        .toList();
  }
}
