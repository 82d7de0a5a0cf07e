package dev.xenvendor.cli.option;

import picocli.CommandLine.Model.ArgSpec;

/** An option without a value. */
public final class Flag {

  private final ArgSpec spec;

  Flag(ArgSpec spec) {
    this.spec = spec;
  }

  public boolean isSet() {
    return Boolean.TRUE.equals(spec.<Boolean>getValue());
  }
}
