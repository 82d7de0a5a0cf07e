package dev.xenvendor.cli.manual;

import dev.xenvendor.cli.manual.CommandNotes.Example;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command, in the language mdoc.
 *
 * @param file its name, such as {@code xenvendor-merge.1}
 */
public record ManualPage(String file, String text) {

  /** Returns the pages of a program and of every command that its help lists. */
  public static List<ManualPage> all(CommandSpec program, LocalDate date) {
    List<ManualPage> pages = new ArrayList<>();
    collect(program, date, pages);
    return pages;
  }

  private static void collect(CommandSpec command, LocalDate date, List<ManualPage> pages) {
    pages.add(new ManualPage(name(command) + ".1", new Writer(command).page(date)));
    listed(command).forEach(each -> collect(each, date, pages));
  }

  private static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private static Stream<CommandSpec> listed(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(each -> !each.usageMessage().hidden());
  }

  /** Writes one page. */
  private static final class Writer {

    private final CommandSpec command;
    private final boolean isProgram;
    private final Mdoc page = new Mdoc();

    Writer(CommandSpec command) {
      this.command = command;
      this.isProgram = command.parent() == null;
    }

    String page(LocalDate date) {
      page.head(name(command), date, summary(command));
      synopsis();
      page.section("DESCRIPTION");
      Arrays.stream(command.usageMessage().description()).forEach(page::sentences);
      arguments();
      commands();
      if (isProgram) {
        definitions("ENVIRONMENT", "Ev", ManualEntry.ENVIRONMENT);
        definitions("FILES", "Pa", ManualEntry.FILES);
      }
      exitStatus();
      examples();
      seeAlso();
      return page.toString();
    }

    private static String summary(CommandSpec command) {
      String first = command.usageMessage().description()[0].split("[.:;] ?", 2)[0];
      return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }

    private void synopsis() {
      page.section("SYNOPSIS");
      page.macro("Nm", command.root().name());
      for (String word : command.qualifiedName(" ").split(" ")) {
        if (!word.equals(command.root().name())) {
          page.macro("Cm", word);
        }
      }
      own().forEach(option -> page.line((option.required() ? "" : "Op ") + flag(option, 0)));
      for (PositionalParamSpec parameter : command.positionalParameters()) {
        String repeated = parameter.arity().max() > 1 ? " ..." : "";
        String argument = "Ar " + Mdoc.word(parameter.paramLabel()) + repeated;
        page.line(parameter.arity().min() > 0 ? argument : "Op " + argument);
      }
      if (listed(command).findAny().isPresent()) {
        page.line(isProgram ? "Ar COMMAND" : "Op Ar COMMAND");
      }
    }

    private List<OptionSpec> own() {
      return command.options().stream()
          .filter(option -> !option.hidden() && !CommandHelp.isGlobal(option, command))
          .toList();
    }

    private static String flag(OptionSpec option, int name) {
      String word = Mdoc.word(option.names()[name].substring(1));
      return "Fl " + word + (option.arity().max() > 0 ? " Ar " + Mdoc.word(label(option)) : "");
    }

    private static String label(ArgSpec argument) {
      return argument.paramLabel();
    }

    private void arguments() {
      List<OptionSpec> options = own();
      if (options.isEmpty() && command.positionalParameters().isEmpty()) {
        return;
      }
      page.sentences("The arguments are as follows:");
      page.beginList();
      for (PositionalParamSpec parameter : command.positionalParameters()) {
        item("Ar " + Mdoc.word(label(parameter)), parameter);
      }
      for (OptionSpec option : options) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < option.names().length; i++) {
          names.append(i == 0 ? "" : " , ").append(flag(option, i));
        }
        item(names.toString(), option);
      }
      page.endList();
    }

    private void item(String head, ArgSpec argument) {
      page.item(head);
      Arrays.stream(argument.description()).forEach(page::sentences);
    }

    private void commands() {
      List<CommandSpec> below = listed(command).toList();
      if (below.isEmpty()) {
        return;
      }
      page.sentences("The commands are as follows; each has a manual page of its own:");
      page.beginList();
      for (CommandSpec each : below) {
        page.item("Xr " + name(each) + " 1");
        page.sentences(each.usageMessage().description()[0]);
      }
      page.endList();
    }

    private void exitStatus() {
      page.section("EXIT STATUS");
      if (isProgram) {
        page.beginList();
        for (ManualEntry each : ManualEntry.EXIT_STATUS) {
          page.item("Li " + each.term());
          page.sentences(each.meaning());
        }
        page.endList();
        return;
      }
      String finding =
          CommandNotes.of(command).finding().map(f -> " It is 1 if " + f + ".").orElse("");
      page.sentences("The exit status is 0 on success." + finding);
      page.sentences("Failures have the same values in all commands.");
    }

    private void definitions(String section, String macro, List<ManualEntry> definitions) {
      page.section(section);
      page.beginList();
      for (ManualEntry each : definitions) {
        page.item(macro + " " + Mdoc.word(each.term()));
        page.sentences(each.meaning());
      }
      page.endList();
    }

    private void examples() {
      List<Example> examples = CommandNotes.of(command).examples();
      if (examples.isEmpty()) {
        return;
      }
      page.section("EXAMPLES");
      for (Example example : examples) {
        page.sentences(example.purpose().replaceFirst("\\.$", ":"));
        page.display(example.command());
      }
    }

    private void seeAlso() {
      page.section("SEE ALSO");
      page.line("Xr " + (isProgram ? "git" : command.root().name()) + " 1 ,");
      page.line("Xr " + command.root().name() + "-formats 5");
    }
  }
}
