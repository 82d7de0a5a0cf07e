package dev.xenvendor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RuleTest {

  private static final Path FORMATS = Project.FOLDER.resolve("docs/formats.md");

  @Test
  void theFormatsListEveryRuleAndItsSeverityInThisOrder() throws IOException {
    List<String> rows =
        Files.readAllLines(FORMATS).stream()
            .dropWhile(line -> !line.equals("## What check looks for"))
            .takeWhile(line -> !line.startsWith("`vendor.yaml`"))
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 1) + 1) + 1))
            .toList();
    assertThat(rows)
        .isEqualTo(
            Stream.of(Rule.values())
                .map(rule -> "| `" + rule.word() + "` | " + rule.severity().word() + " |")
                .toList());
  }
}
