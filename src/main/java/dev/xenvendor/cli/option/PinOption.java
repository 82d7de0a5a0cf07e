package dev.xenvendor.cli.option;

/** The option by which a release without a manifest is pinned on first use. */
public final class PinOption {

  private final Flag noPin;

  public PinOption(Syntax syntax) {
    noPin =
        syntax.flag(
            "--no-pin",
            "Write no manifest for a release without one; `xenvendor check` then reports it.");
  }

  public boolean isWanted() {
    return !noPin.isSet();
  }

  /** The option as another command takes it, after a space, if it was given. */
  public String words() {
    return noPin.isSet() ? " --no-pin" : "";
  }
}
