package dev.xenvendor.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** An option or a parameter of a command, and the value that the command line has for it. */
public final class Argument<T> {

  private final ArgSpec spec;

  Argument(ArgSpec spec) {
    this.spec = spec;
  }

  public Optional<T> given() {
    return Optional.ofNullable(spec.<T>getValue());
  }

  /** The value, where the command cannot be called without. */
  public T value() {
    return given().orElseThrow();
  }
}
