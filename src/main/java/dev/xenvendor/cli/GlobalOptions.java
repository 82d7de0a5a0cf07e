package dev.xenvendor.cli;

import dev.xenvendor.report.Format;
import dev.xenvendor.report.Style;
import dev.xenvendor.report.Style.Detail;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. */
final class GlobalOptions {

  /** When to use a terminal's colours. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "-C",
      paramLabel = "DIR",
      description = "Work in this directory instead of the current one.",
      scope = ScopeType.INHERIT)
  Path directory = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Take vendor/NAME/ and local-patches/NAME/ from here, not from the tree.",
      scope = ScopeType.INHERIT)
  @Nullable Path config;

  @Option(
      names = "--vendor",
      paramLabel = "NAME",
      description = "The vendor; xen, or the tree's only one, where none is named.",
      scope = ScopeType.INHERIT)
  @Nullable String vendor;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "How to write results: text, json; check also sarif, junit, github, markdown.",
      scope = ScopeType.INHERIT)
  Format format = Format.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "When to use colours: ${COMPLETION-CANDIDATES}.",
      scope = ScopeType.INHERIT)
  Color color = Color.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say only the most important line.",
      scope = ScopeType.INHERIT)
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say everything, file by file.",
      scope = ScopeType.INHERIT)
  boolean verbose;

  boolean json() {
    return format == Format.JSON;
  }

  Style style(Console console) {
    Detail detail = quiet ? Detail.QUIET : verbose ? Detail.VERBOSE : Detail.NORMAL;
    return new Style(usesColor(console.terminal().out()), detail);
  }

  /** See no-color.org: the variable's being there is what counts. */
  boolean usesColor(boolean terminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal && System.getenv("NO_COLOR") == null;
    };
  }
}
