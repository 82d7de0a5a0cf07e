package dev.xenvendor.cli.option;

import dev.xenvendor.problem.Shell;
import java.util.Optional;

/** The options that name the source of a release. */
public final class SourceOptions {

  private final Argument<String> from;
  private final Argument<String> ref;

  public SourceOptions(Syntax syntax) {
    from =
        syntax.option(
            "--from",
            "SOURCE",
            String.class,
            "A git repository (path or URL), an archive or a directory, containing upstream's tree"
                + " or only the headers. Default: git config xenvendor.VENDOR.source, else the"
                + " profile's upstream repository.");
    ref =
        syntax.option(
            "--ref", "REF", String.class, "The tag, branch or commit of a git repository.");
  }

  /** Both as the command line has them, each after a space. */
  public String words() {
    return fromWords() + ref.given().map(name -> " --ref " + Shell.quoted(name)).orElse("");
  }

  /** The option that names the source, after a space. */
  public String fromWords() {
    return from.given().map(name -> " --from " + Shell.quoted(name)).orElse("");
  }

  public Optional<String> from() {
    return from.given();
  }

  public Optional<String> ref() {
    return ref.given();
  }
}
