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
            "The release trunk comes from, where you know better than it tells; it need not have"
                + " been imported.");
  }

  public Optional<Version> release() {
    return base.given();
  }
}
