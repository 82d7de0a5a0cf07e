package dev.xenvendor.cli.option;

import dev.xenvendor.profile.Version;
import java.util.Optional;

/** The release that trunk comes from, where the user knows better than the repository tells. */
public final class CvsBaseOption {

  private final Argument<Version> base;

  public CvsBaseOption(Syntax syntax) {
    base =
        syntax.option(
            "--base",
            "VERSION",
            Version.class,
            "The release that trunk is based on, instead of the one that is found; it need not be"
                + " imported.");
  }

  public Optional<Version> release() {
    return base.given();
  }

  /** The option as another command takes it, after a space, if it was given. */
  public String words() {
    return release().map(version -> " --base " + version).orElse("");
  }
}
