package dev.xenvendor.acceptance.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.xenvendor.acceptance.docs.DocumentBlock.Step;
import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.c.compiler.SystemCompiler;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the documentation as a reader does: runs its commands in order, and compares what they
 * print. docs/architecture.md, "Documentation that is run", has the rules for its authors.
 */
@Tag("slow")
final class GuideTest {

  private static final List<String> DOCUMENTS = List.of("README.md", "docs/guide.md", "docs/ci.md");
  private static final Pattern INLINE = Pattern.compile("`(xenvendor [^`]*)`");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> sessionsPrintWhatTheDocumentsSay() {
    return DOCUMENTS.stream()
        .flatMap(document -> sessions(document).stream())
        .map(session -> dynamicTest(session.get(0).place(), () -> follow(session)));
  }

  /** Returns the blocks to run, divided where one begins in an empty folder, by the demo. */
  private static List<List<DocumentBlock>> sessions(String document) {
    List<List<DocumentBlock>> sessions = new ArrayList<>();
    for (DocumentBlock block : DocumentBlock.of(document)) {
      List<Step> steps = block.steps();
      if (block.reason().isPresent() || steps.isEmpty()) {
        continue;
      }
      if (steps.get(0).command().startsWith("xenvendor demo ")) {
        sessions.add(new ArrayList<>());
      }
      assertThat(sessions).as("%s: begin with xenvendor demo", block.place()).isNotEmpty();
      sessions.get(sessions.size() - 1).add(block);
    }
    return sessions;
  }

  private void follow(List<DocumentBlock> session) throws IOException {
    Programs.requireGit();
    if (session.stream()
        .flatMap(block -> block.steps().stream())
        .anyMatch(step -> step.command().startsWith("cvs "))) {
      CvsStory.requireCvs();
    }
    boolean compiles = SystemCompiler.find(System.getenv()).compiler().isPresent();
    assumeTrue(compiles, "there is no C compiler");
    Session run = new Session(Files.createTempDirectory(folder, "home"));
    for (DocumentBlock block : session) {
      block.steps().forEach(step -> run.follow(block.place(), step));
    }
  }

  /** A block is run, or says why not; the reason still holds. */
  @Test
  void whatIsNotRunSaysWhy() {
    for (String document : DOCUMENTS) {
      for (DocumentBlock block : DocumentBlock.of(document)) {
        if (block.reason().isPresent()) {
          NotRun.checkReason(block);
        } else {
          assertThat(block.lines().get(0)).as(block.place()).startsWith("$ ");
        }
      }
    }
  }

  /** Commands within sentences, of every document, are known to the program. */
  @Test
  void theProgramKnowsWhatSentencesName() throws IOException {
    try (Stream<Path> files = Files.list(Project.FOLDER.resolve("docs"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        NotRun.parse(commands(Files.readString(file)));
      }
    }
    NotRun.parse(commands(Files.readString(Project.FOLDER.resolve("README.md"))));
  }

  private static Stream<String> commands(String text) {
    return INLINE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(command -> command.replace("`", "").replaceAll("\\s+", " "))
        .filter(command -> !command.matches(".*[…|\\[].*|xenvendor [A-Z].*"));
  }

  /** A shell in which a session is followed, and whose home is the folder it began in. */
  private static final class Session {

    private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{7,40}\\b");
    private static final Pattern SHELL_SYNTAX = Pattern.compile("[|&;<>$*'\"()~]| -C ");

    private final Path home;
    private final Map<String, String> environment;
    private Path directory;

    Session(Path home) throws IOException {
      this.home = home.toRealPath();
      this.directory = this.home;
      this.environment = environment(this.home);
      copyFilesForCi(Files.createDirectories(this.home.resolve("xenvendor/docs/ci")));
    }

    private static void copyFilesForCi(Path target) throws IOException {
      try (Stream<Path> files = Files.list(Project.FOLDER.resolve("docs/ci"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, target.resolve(file.getFileName().toString()));
        }
      }
    }

    private static Map<String, String> environment(Path home) throws IOException {
      Path programs = Files.createDirectory(home.resolve(".bin"));
      List<String> words = Programs.java();
      String start = String.join(" ", words.stream().map(word -> "'" + word + "'").toList());
      for (String name : List.of("xenvendor", "git-xenvendor")) {
        Path program = programs.resolve(name);
        Files.writeString(program, "#!/bin/sh\nexec " + start + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
      }
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.putAll(
          Map.of(
              "HOME", home.toString(),
              "PATH", programs + ":" + System.getenv("PATH"),
              "GIT_CONFIG_GLOBAL", "/dev/null",
              "GIT_CONFIG_NOSYSTEM", "1",
              "GIT_AUTHOR_NAME", "Demo",
              "GIT_AUTHOR_EMAIL", "dev@example.org",
              "GIT_COMMITTER_NAME", "Demo",
              "GIT_COMMITTER_EMAIL", "dev@example.org"));
      return environment;
    }

    void follow(String place, Step step) {
      Run run = run(step.command());
      String printed = run.out() + run.err();
      boolean fails = step.shown().stream().anyMatch(line -> line.startsWith("error: "));
      assertThat(run.exit() > 1)
          .as("%s%n$ %s%nexit %d%n%s", place, step.command(), run.exit(), printed)
          .isEqualTo(fails);
      assertThat(stable(printed))
          .as("%s%n$ %s", place, step.command())
          .matches(Pattern.compile(expected(step.shown()), Pattern.DOTALL));
    }

    private Run run(String commandLine) {
      String[] parts = commandLine.split("(^| && )cd ", 2);
      Run run = parts[0].isEmpty() ? new Run(0, "", "") : execute(parts[0]);
      if (parts.length == 2) {
        directory = directory.resolve(parts[1]).normalize();
      }
      return run;
    }

    /** Runs the program in this process, as far as no shell is needed, because that is faster. */
    private Run execute(String commandLine) {
      List<String> words = List.of(commandLine.split(" "));
      if (words.get(0).equals("xenvendor") && !SHELL_SYNTAX.matcher(commandLine).find()) {
        List<String> arguments = new ArrayList<>(List.of("-C", directory.toString()));
        arguments.addAll(words.subList(1, words.size()));
        return Programs.xenvendor(environment, "".getBytes(UTF_8), arguments);
      }
      return Programs.execute(directory, environment, List.of("sh", "-c", commandLine));
    }

    private String stable(String text) {
      return HEX.matcher(text.replace(home.toString(), "/home/dev")).replaceAll("COMMIT");
    }

    /** The pattern of what is printed; a command without any lines below it may print anything. */
    private static String expected(List<String> shown) {
      if (shown.isEmpty()) {
        return ".*";
      }
      StringBuilder pattern = new StringBuilder();
      for (String line : shown) {
        String stable = HEX.matcher(line).replaceAll("COMMIT");
        pattern.append(stable.strip().equals("…") ? "(?:[^\n]*\n)*" : pattern(stable) + " *\n+");
      }
      return pattern.toString();
    }

    private static String pattern(String line) {
      return String.join("[^\n]*", Stream.of(line.split("…", -1)).map(Pattern::quote).toList());
    }
  }
}
