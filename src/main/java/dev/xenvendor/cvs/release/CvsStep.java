package dev.xenvendor.cvs.release;

import java.util.List;

/** A step of a plan: what it is for, and the commands to type, in order. */
public record CvsStep(String purpose, List<String> commands) {

  public CvsStep {
    commands = List.copyOf(commands);
  }

  static CvsStep of(String purpose, String... commands) {
    return new CvsStep(purpose, List.of(commands));
  }
}
