package dev.xenvendor.cli.manual;

import java.util.List;

/** A term that help texts and manual pages explain: an exit status, a variable or a file. */
record ManualEntry(String term, String meaning) {

  static final List<ManualEntry> EXIT_STATUS =
      List.of(
          new ManualEntry("0", "Success."),
          new ManualEntry("1", "Conflicts are left, or a check found an error."),
          new ManualEntry("2", "The command line is wrong."),
          new ManualEntry("3", "A file that the user wrote is wrong."),
          new ManualEntry("4", "The repository or a source is not in a state to continue safely."),
          new ManualEntry("5", "A source or a tool cannot be reached."),
          new ManualEntry("70", "A bug in xenvendor."));

  static final List<ManualEntry> ENVIRONMENT =
      List.of(
          new ManualEntry("CC", "The C compiler. Default: cc, gcc or clang."),
          new ManualEntry("CVSROOT", "The CVS repository of the cvs commands."),
          new ManualEntry("NO_COLOR", "If set, no colours are used."),
          new ManualEntry("XENVENDOR_JAVA_HOME", "The Java to run with. Default: JAVA_HOME."),
          new ManualEntry("XENVENDOR_JAVA_OPTIONS", "Additional options for Java, e.g. -Xmx2g."),
          new ManualEntry(
              "XENVENDOR_CACHE", "The folder of Java's start-up archive, or off for none."));

  static final List<ManualEntry> FILES =
      List.of(
          new ManualEntry("vendor/NAME/vendor.yaml", "The profile of a vendor."),
          new ManualEntry("vendor/NAME/merged.yaml", "The record of the release merged last."),
          new ManualEntry("vendor/NAME/releases/VERSION.yaml", "Manifests."),
          new ManualEntry("vendor/NAME/interfaces/VERSION.yaml", "Recorded interfaces."),
          new ManualEntry("local-patches/NAME/NNNN-ID.yaml", "Local patches, in order."));
}
