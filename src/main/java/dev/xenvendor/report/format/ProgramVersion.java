package dev.xenvendor.report.format;

import java.util.Optional;

/** The version of this program, as its jar has it. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** Empty where the program runs from its classes, as in development. */
  public static Optional<String> get() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
  }
}
