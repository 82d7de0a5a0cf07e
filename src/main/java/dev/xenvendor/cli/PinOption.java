package dev.xenvendor.cli;

/** Whether a release that no manifest is known of is pinned on first use. */
final class PinOption {

  private final Flag noPin;

  PinOption(Syntax syntax) {
    noPin =
        syntax.flag(
            "--no-pin",
            "Write no manifest for a release that has none; `xenvendor check` reports it then.");
  }

  boolean isWanted() {
    return !noPin.isSet();
  }
}
