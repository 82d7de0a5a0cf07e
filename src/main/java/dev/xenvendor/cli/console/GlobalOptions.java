package dev.xenvendor.cli.console;

import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.report.format.Format;
import dev.xenvendor.report.format.RepeatedOptions;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Style.Detail;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The options that every command has. */
public final class GlobalOptions {

  /** The conditions for a terminal's colours. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Argument<Path> directory;
  private final Argument<Path> config;
  private final Argument<String> vendor;
  private final Argument<Format> format;
  private final Argument<Color> color;
  private final Flag quiet;
  private final Flag verbose;

  public GlobalOptions(Syntax program) {
    directory =
        program.option("-C", "DIR", Path.class, "Run in DIR instead of the current directory.");
    config =
        program.option(
            "--config",
            "DIR",
            Path.class,
            "Read vendor/NAME/ and local-patches/NAME/ from DIR instead of the tree.");
    vendor =
        program.option(
            "--vendor",
            "NAME",
            String.class,
            "The vendor. Default: xen, or the only vendor that the tree configures.");
    format =
        program.option(
            "--format",
            "text|json",
            Format.class,
            "Output format: text, json; for check also sarif, junit, github, gitlab, markdown.");
    color =
        program.option(
            "--color", "WHEN", Color.class, "When to use colours: ${COMPLETION-CANDIDATES}.");
    quiet = program.flag(List.of("-q", "--quiet"), "Print only the most important line.");
    verbose = program.flag(List.of("-v", "--verbose"), "Print all details, file by file.");
  }

  public Path directory() {
    return directory.given().orElse(Path.of(""));
  }

  public Optional<Path> config() {
    return config.given();
  }

  /** Those that decide which configuration is used, for the commands that the output suggests. */
  public RepeatedOptions repeated() {
    return new RepeatedOptions(
        repeatedConfig().words()
            + vendor().map(name -> " --vendor " + Shell.quoted(name)).orElse(""));
  }

  /** The same for a tree that selects the vendor by itself. */
  public RepeatedOptions repeatedConfig() {
    return new RepeatedOptions(
        config().map(folder -> " --config " + Shell.quoted(folder.toString())).orElse(""));
  }

  public Optional<String> vendor() {
    return vendor.given();
  }

  public Format format() {
    return format.given().orElse(Format.TEXT);
  }

  public boolean json() {
    return format() == Format.JSON;
  }

  public Style style(Console console) {
    Detail detail = quiet.isSet() ? Detail.QUIET : verbose.isSet() ? Detail.VERBOSE : Detail.NORMAL;
    return new Style(usesColor(console.terminal().out()), detail, repeated());
  }

  /** See no-color.org: the variable's being there is what counts. */
  public boolean usesColor(boolean terminal) {
    return switch (color.given().orElse(Color.AUTO)) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal && System.getenv("NO_COLOR") == null;
    };
  }

  public boolean isVerbose() {
    return verbose.isSet() && !quiet.isSet();
  }
}
