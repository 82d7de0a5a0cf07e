package dev.xenvendor.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a release is taken from. */
final class SourceOptions {

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description =
          "A git repository (path or URL), an archive or a directory, with upstream's tree or the"
              + " headers alone. Default: the profile's upstream repository.")
  @Nullable String from;

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "Which tag, branch or commit of a git repository.")
  @Nullable String ref;

  Optional<String> ref() {
    return Optional.ofNullable(ref);
  }
}
