package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the guide from an empty folder: runs its commands in order, and compares what they print.
 * In the guide, {@code …} stands for lines or parts of them, and a comment {@code <!-- not run: why
 * -->} is before a block that cannot be followed.
 */
@Tag("slow")
final class GuideTest {

  private static final String INDENT = "    ";
  private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{7,40}\\b");
  private static final Pattern COMMENT = Pattern.compile(" {2,}# .*");

  @TempDir Path folder;
  private Path directory;

  /** A command of the guide, and the lines that the guide shows below it. */
  private record Step(String command, List<String> shown) {}

  @BeforeEach
  void anEmptyFolder() {
    Programs.requireGit();
    directory = folder.toAbsolutePath();
  }

  @Test
  void theReleaseEngineersPartPrintsWhatItSays() throws IOException {
    follow(steps("docs/guide.md", "# Guide", "### Import into a CVS repository"), 9);
  }

  @Test
  void theDevelopersPartPrintsWhatItSays() throws IOException {
    follow(steps("docs/guide.md", "## Developer with a conflict", "## CI"), 22);
  }

  @Test
  void theReadmePrintsWhatItSays() throws IOException {
    follow(steps("README.md", "# xenvendor", "## Why not …"), 5);
    assertThat(directory.resolve("conflicts.html")).exists();
  }

  /** A block that no test follows is rare, and says why. */
  @Test
  void whatIsNotRunSaysWhy() throws IOException {
    List<String> marked =
        Files.readAllLines(Project.FOLDER.resolve("docs/guide.md")).stream()
            .filter(line -> line.startsWith("<!-- not run"))
            .toList();
    assertThat(marked).hasSize(5).allMatch(line -> line.matches("<!-- not run: .+ -->"));
  }

  private void follow(List<Step> steps, int least) {
    assertThat(steps).hasSizeGreaterThanOrEqualTo(least);
    for (Step step : steps) {
      String printed = run(step.command());
      assertThat(stable(printed))
          .as("$ %s", step.command())
          .matches(Pattern.compile(expected(step.shown()), Pattern.DOTALL));
    }
  }

  private static List<Step> steps(String file, String begin, String end) throws IOException {
    List<Step> steps = new ArrayList<>();
    boolean skipped = false;
    boolean inStep = false;
    List<String> lines = Files.readAllLines(Project.FOLDER.resolve(file));
    assertThat(lines).contains(begin, end);
    for (String line : lines.subList(lines.indexOf(begin), lines.size())) {
      if (line.equals(end)) {
        break;
      }
      boolean isCode = line.startsWith(INDENT);
      if (!line.isEmpty() && !isCode) {
        skipped = line.startsWith("<!-- not run");
        inStep = false;
      } else if (isCode && !skipped && line.startsWith(INDENT + "$ ")) {
        String command = COMMENT.matcher(line.substring(INDENT.length() + 2)).replaceAll("");
        steps.add(new Step(command, new ArrayList<>()));
        inStep = true;
      } else if (isCode && inStep) {
        steps.get(steps.size() - 1).shown().add(line.substring(INDENT.length()));
      }
    }
    return steps;
  }

  private String run(String commandLine) {
    String[] parts = commandLine.split(" && cd ", 2);
    List<String> words = List.of(parts[0].split(" "));
    Run run = words.get(0).equals("xenvendor") ? program(words) : shell(parts[0]);
    if (parts.length == 2) {
      directory = directory.resolve(parts[1]).normalize();
    }
    assertThat(run.exit()).as("%s%n%s", commandLine, run.err()).isLessThanOrEqualTo(1);
    return run.out() + run.err();
  }

  private Run program(List<String> words) {
    List<String> arguments = new ArrayList<>(List.of("-C", directory.toString()));
    arguments.addAll(words.subList(1, words.size()));
    return Programs.xenvendor(System.getenv(), "".getBytes(StandardCharsets.UTF_8), arguments);
  }

  private Run shell(String command) {
    return Programs.execute(directory, Map.of(), List.of("sh", "-c", command));
  }

  private String stable(String text) {
    return HEX.matcher(text.replace(folder.toAbsolutePath().toString(), "/home/dev"))
        .replaceAll("COMMIT");
  }

  /** The pattern of what is printed; a command without any lines below it may print anything. */
  private static String expected(List<String> shown) {
    if (shown.isEmpty()) {
      return ".*";
    }
    return shown.stream()
        .map(line -> HEX.matcher(line).replaceAll("COMMIT"))
        .map(line -> line.strip().equals("…") ? "(?:[^\n]*\n)*" : pattern(line) + " *\n+")
        .collect(Collectors.joining());
  }

  private static String pattern(String line) {
    return List.of(line.split("…", -1)).stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("[^\n]*"));
  }
}
