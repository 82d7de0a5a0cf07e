package dev.xenvendor.acceptance.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.ProgramAdapters;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.cli.Commands;
import dev.xenvendor.cli.Xenvendor;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.Console;
import dev.xenvendor.cli.console.GlobalOptions;
import dev.xenvendor.cli.manual.CommandHelp;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The manual pages, and the examples that they share with the help. */
final class ManualTest {

  /** What mandoc only says because the pages are not installed, or no part of NetBSD. */
  private static final String NOT_INSTALLED =
      ".*(referenced manual not found|outdated mandoc\\.db|Mdocdate missing).*";

  @TempDir Path folder;

  @BeforeEach
  void pages() {
    Programs.xenvendor("generate-manual", folder.toString()).exits(0);
  }

  /** The page on formats, which releases have beside those of the commands. */
  @Test
  void thePageOnFormatsIsWellFormed() throws IOException {
    assumeTrue(isConverterThere(), "the library that reads Markdown is not on the class path");
    String converter = Project.FOLDER.resolve("src/dist/java/FormatsManual.java").toString();
    String project = Project.FOLDER.toString();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            converter,
            project,
            folder.toString(),
            "2008-08-20");
    Programs.execute(folder, Map.of(), command).exits(0);
    Path page = folder.resolve("man/man5/xenvendor-formats.5");
    assertThat(page).content().contains(".Sh EXIT CODES");
    mandocHasNothingToSayOf(List.of(page));
    groffHasNothingToSayOf(page);
  }

  private static boolean isConverterThere() {
    return ManualTest.class.getResource("/org/commonmark/parser/Parser.class") != null;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void mandocHasNothingToSay() throws IOException {
    mandocHasNothingToSayOf(files());
  }

  private void mandocHasNothingToSayOf(List<Path> pages) throws IOException {
    CompletionTest.requireProgram("mandoc");
    List<String> command = new ArrayList<>(List.of("mandoc", "-T", "lint"));
    pages.forEach(file -> command.add(file.toString()));
    assertThat(Programs.execute(folder, Map.of(), command).out().lines())
        .filteredOn(line -> !line.matches(NOT_INSTALLED))
        .isEmpty();
  }

  @Test
  void groffHasNothingToSay() throws IOException {
    for (Path file : files()) {
      assertThat(groffHasNothingToSayOf(file)).contains("SYNOPSIS");
    }
  }

  /** Returns the page as it is shown. */
  private String groffHasNothingToSayOf(Path page) {
    CompletionTest.requireProgram("groff");
    List<String> command = List.of("groff", "-ww", "-mdoc", "-Tutf8", "-P-cbou", page.toString());
    Run run = Programs.execute(folder, Map.of(), command).exits(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("SEE ALSO");
    return run.out();
  }

  @Test
  void everyCommandHasAPage() throws IOException {
    List<String> names = files().stream().map(file -> file.getFileName().toString()).toList();
    List<String> expected = new ArrayList<>(List.of("xenvendor.1"));
    commands()
        .filter(command -> !command.usageMessage().hidden())
        .forEach(command -> expected.add(command.qualifiedName("-") + ".1"));
    assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasExamplesThatItTakes(CommandSpec command) {
    boolean isGroup = command.name().equals("cvs");
    String help = command.commandLine().getUsageMessage();
    List<String> examples =
        help.lines().filter(line -> line.matches(" {2}(source <\\()?xenvendor .*")).toList();
    assertThat(examples.isEmpty()).isEqualTo(isGroup || command.usageMessage().hidden());
    for (String example : examples) {
      String[] words = example.replaceAll("^.*xenvendor | > .*|\\)$", "").split(" ");
      assertThatCode(() -> Xenvendor.parser(program()).parseArgs(words))
          .as(example)
          .doesNotThrowAnyException();
      assertThat(example).contains(command.qualifiedName(" ").split(" ", 2)[1].split(" ")[0]);
    }
  }

  static Stream<CommandSpec> commands() {
    CommandLine line = Xenvendor.parser(program());
    line.setHelpFactory(CommandHelp::new);
    return below(line.getCommandSpec());
  }

  private static Stream<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .flatMap(each -> Stream.concat(Stream.of(each), below(each)));
  }

  private static CommandSpec program() {
    Syntax syntax = Syntax.ofProgram(() -> {}, "xenvendor", "Nothing.");
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Console console =
        new Console(InputStream.nullInputStream(), nowhere, nowhere, Console.Terminal.NONE);
    Context context = new Context(console, new ProgramAdapters(), new GlobalOptions(syntax));
    Commands.addTo(syntax.spec(), context, List.of());
    return syntax.spec();
  }
}
