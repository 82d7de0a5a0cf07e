package dev.xenvendor.cli;

import picocli.CommandLine.Model.ArgSpec;

/** An option without a value. */
final class Flag {

  private final ArgSpec spec;

  Flag(ArgSpec spec) {
    this.spec = spec;
  }

  boolean isSet() {
    return Boolean.TRUE.equals(spec.<Boolean>getValue());
  }
}
