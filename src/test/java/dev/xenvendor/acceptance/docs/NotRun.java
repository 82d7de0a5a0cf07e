package dev.xenvendor.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The reasons for which a block of the documentation is not run, and what each requires of it. */
enum NotRun {
  NETWORK("it needs a network") {
    @Override
    void check(DocumentBlock block) {
      assertThat(block.lines()).as(block.place()).anyMatch(line -> line.contains("https://"));
    }
  },
  MAVEN("it builds the program") {
    @Override
    void check(DocumentBlock block) {
      assertThat(block.lines()).as(block.place()).allMatch(line -> line.startsWith("mvn "));
    }
  },
  RELEASE("it needs a release") {
    @Override
    void check(DocumentBlock block) {
      assertThat(block.lines()).as(block.place()).anyMatch(line -> line.contains("VERSION"));
    }
  },
  OWN_ID("the ids differ from tree to tree") {
    @Override
    void check(DocumentBlock block) {
      assertThat(block.steps())
          .as(block.place())
          .allMatch(s -> s.command().matches(".* [0-9a-f]{7}"));
      parse(block.steps().stream().map(DocumentBlock.Step::command));
    }
  },
  /** Commands, each with a remark: the program must know their words. */
  OVERVIEW("an overview") {
    @Override
    void check(DocumentBlock block) {
      assertThat(block.lines()).as(block.place()).allMatch(line -> line.startsWith("xenvendor "));
      parse(block.lines().stream());
    }
  },
  FILE("part of a file") {
    @Override
    void check(DocumentBlock block) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      assertThat(yaml.<Object>load(String.join("\n", block.lines())))
          .as(block.place())
          .isInstanceOf(Map.class);
    }
  };

  /** The beginning of a reason that names a file of the tests, which has every line. */
  private static final String RECORDED = "recorded in ";

  private static final Pattern REMARK = Pattern.compile(" {2,}\\S.*");

  private final String reason;

  NotRun(String reason) {
    this.reason = reason;
  }

  abstract void check(DocumentBlock block);

  /** Fails unless the block's reason is one of these and holds for it. */
  static void checkReason(DocumentBlock block) {
    String given = block.reason().orElseThrow();
    if (given.startsWith(RECORDED)) {
      checkRecorded(block, given.substring(RECORDED.length()));
      return;
    }
    List<NotRun> known = Stream.of(values()).filter(each -> each.reason.equals(given)).toList();
    assertThat(known).as("%s: a known reason: %s", block.place(), given).hasSize(1);
    known.get(0).check(block);
  }

  private static void checkRecorded(DocumentBlock block, String file) {
    String recorded = squeezed(testFile(file).replaceAll("\"\\s*\\+\\s*\"|\\\\n|\"", ""));
    for (String line : block.lines()) {
      for (String part : line.replaceFirst("^(error|hint): ", "").split("…")) {
        assertThat(recorded).as("%s, in %s", block.place(), file).contains(squeezed(part).strip());
      }
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String testFile(String name) {
    try (Stream<Path> files = Files.walk(Project.FOLDER.resolve("src/test"))) {
      Path file = files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the program knows the command and the options of each line. */
  static void parse(Stream<String> commandLines) {
    commandLines.forEach(
        line -> {
          String command =
              REMARK
                  .matcher(line)
                  .replaceAll("")
                  .replaceAll("VERSION|\\bV\\b", "3.3.0")
                  .replace("schema NAME", "schema local-patch")
                  .replace("SHELL", "bash");
          List<String> words = Stream.of(command.split(" ")).skip(1).toList();
          String[] arguments =
              Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new);
          assertThat(Programs.xenvendor(arguments).exit()).as(line).isZero();
        });
  }
}
