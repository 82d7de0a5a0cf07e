package dev.xenvendor.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules of {@code check}, in the order of its report. */
public enum Rule {
  VENDOR_NOT_PRISTINE(Severity.ERROR, "The vendor branch differs from what upstream published."),
  RELEASE_UNPINNED(Severity.ERROR, "An imported or merged release has no manifest."),
  RELEASE_TAG(Severity.ERROR, "A release tag disagrees with the vendor branch."),
  MERGE_RECORD(
      Severity.ERROR,
      "Trunk's record of the last merged release disagrees with the vendor branch."),
  UNDECLARED_CHANGE(
      Severity.ERROR, "A header differs from the release in a way that no local patch declares."),
  PATCH_MISSING(Severity.ERROR, "A header lacks what a local patch declares."),
  CONFLICT_MARKER(Severity.ERROR, "A file contains a conflict marker."),
  LIMIT_EXCEEDED(
      Severity.ERROR,
      "A header exceeds a limit on size, nesting or macro expansion, and is not read."),
  MISSING_INCLUDE(Severity.ERROR, "A header includes one that the tree does not import."),
  DOES_NOT_COMPILE(
      Severity.ERROR, "A header does not compile although the release's own header does."),
  CROSS_ABI_MISMATCH(
      Severity.ERROR,
      "A type's layout differs from that of the other target's type that it mirrors."),
  UNDEFINED_NAME(Severity.ERROR, "A header relies on an undefined name."),
  RELEASE_SKIPPED(Severity.WARNING, "A release between imported ones was never imported."),
  MERGE_PENDING(Severity.WARNING, "An imported release is not merged into trunk."),
  PATCH_ADOPTED(Severity.WARNING, "Upstream has what a local patch declares."),
  UNKNOWN_FILE(
      Severity.WARNING, "A file among the headers comes from no release and no local patch."),
  ABI_CHANGED(
      Severity.WARNING,
      "A layout or a value differs from that of the release with its local patches."),
  REMOVED_BUT_USED(Severity.WARNING, "A consumer uses a name that the headers no longer have."),
  NEWER_THAN_BASELINE(
      Severity.WARNING,
      "A consumer uses, unguarded, a name that the oldest supported release lacks.");

  private final Severity severity;
  private final String description;

  Rule(Severity severity, String description) {
    this.severity = severity;
    this.description = description;
  }

  /** Its name in configuration and reports, as in {@code undeclared-change}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what its findings are where the profile does not say. */
  public Severity severity() {
    return severity;
  }

  /** Returns what a finding of it says, in one sentence. */
  public String description() {
    return description;
  }

  public static Optional<Rule> ofWord(String word) {
    return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
  }
}
