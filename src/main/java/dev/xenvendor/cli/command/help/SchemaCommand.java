package dev.xenvendor.cli.command.help;

import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The command {@code schema}, which prints the JSON Schema of a file format or of the output. */
public final class SchemaCommand extends Command {

  /** A format that has a schema. */
  public enum Schema {
    VENDOR,
    LOCAL_PATCH,
    MANIFEST,
    INTERFACE,
    MERGED,
    OUTPUT;

    /** Returns the one of a file of the configuration, by its path. */
    public static Optional<Schema> ofFile(String path) {
      if (path.contains("local-patches/")) {
        return Optional.of(LOCAL_PATCH);
      }
      if (path.endsWith("vendor.yaml")) {
        return Optional.of(VENDOR);
      }
      if (path.endsWith("merged.yaml")) {
        return Optional.of(MERGED);
      }
      return path.contains("/releases/") ? Optional.of(MANIFEST) : Optional.empty();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Argument<Schema> named =
      syntax.parameter("SCHEMA", Schema.class, "${COMPLETION-CANDIDATES}.");

  public SchemaCommand(Context context) {
    super(
        context,
        "schema",
        "Print the JSON Schema of a file format, or of the JSON output.",
        "Files that the program writes name their schema for editors; this is the same schema.");
  }

  @Override
  public boolean supportsJson() {
    return false;
  }

  @Override
  public Integer call() {
    String file = "schema/" + named.value() + ".schema.json";
    byte[] schema = context.adapters().builtInConfig().read(file).orElseThrow();
    context.console().print(new String(schema, StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
