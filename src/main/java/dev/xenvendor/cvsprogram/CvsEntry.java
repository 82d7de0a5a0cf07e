package dev.xenvendor.cvsprogram;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The line of a file in {@code CVS/Entries}.
 *
 * @param revision {@code 0} for a file that is to be added, with a {@code -} before it for one that
 *     is to be removed
 * @param time when the file was last as the repository has it; after a {@code +}, when it was
 *     written with a conflict
 * @param options sticky options, such as {@code -kb}
 * @param tag a sticky tag, after a {@code T}, or a sticky date, after a {@code D}
 */
record CvsEntry(String name, String revision, String time, String options, String tag) {

  private static final int FIELDS = 6;
  private static final String ON_TRUNK = "-?\\d+(\\.\\d+)?";

  /** In UTC; cvs takes a file whose own time is this one to be unchanged. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Reads {@code /name/revision/time/options/tag}; empty for folders, and what is no entry. */
  static Optional<CvsEntry> of(String line) {
    String[] fields = line.split("/", -1);
    return fields.length == FIELDS && fields[0].isEmpty() && !fields[1].isEmpty()
        ? Optional.of(new CvsEntry(fields[1], fields[2], fields[3], fields[4], fields[5]))
        : Optional.empty();
  }

  /** Returns whether trunk has no revision of its own, and shows the vendor branch. */
  boolean isOnVendorBranch() {
    return !revision.matches(ON_TRUNK);
  }

  /** Returns whether a file that was written then is still as the repository has it. */
  boolean isUntouched(Instant written) {
    return time.equals(TIME.format(written));
  }

  boolean isAdded() {
    return revision.equals("0");
  }

  boolean isRemoved() {
    return revision.startsWith("-");
  }

  boolean isInConflict() {
    return time.contains("+");
  }

  /** The same file, last written with a conflict at a time. */
  CvsEntry inConflict(Instant written) {
    return new CvsEntry(name, revision, "Result of merge+" + TIME.format(written), options, tag);
  }

  @Override
  public String toString() {
    return String.join("/", "", name, revision, time, options, tag);
  }
}
