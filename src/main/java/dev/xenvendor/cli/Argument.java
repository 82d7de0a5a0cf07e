package dev.xenvendor.cli;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** An option or a parameter of a command, and the value that the command line has for it. */
final class Argument<T> {

  private final ArgSpec spec;

  Argument(ArgSpec spec) {
    this.spec = spec;
  }

  Optional<T> given() {
    return Optional.ofNullable(spec.<T>getValue());
  }

  /** The value, where the command cannot be called without. */
  T value() {
    return given().orElseThrow();
  }
}
