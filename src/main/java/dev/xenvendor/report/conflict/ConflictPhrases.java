package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderPath;

/** Phrases that all reports of conflicts share. */
public final class ConflictPhrases {

  private ConflictPhrases() {}

  /** The path as seen from the headers' folder. */
  static String shortPath(OpenConflict conflict, ConflictsReport report) {
    return conflict.path().below(report.vendor().prefix()).orElse(conflict.path()).value();
  }

  /** Says what the sides did to a file. */
  public static String whatHappened(OpenConflict conflict) {
    return switch (conflict.kind()) {
      case MODIFY_DELETE -> "local changed it, the vendor deleted it";
      case DELETE_MODIFY -> "local deleted it, the vendor changed or moved it";
      case RENAME_DELETE -> "local moved it here, the vendor deleted it";
      case RENAME_RENAME -> moved(conflict);
      case BINARY -> "both changed it, and it is not text";
      case MODE -> "both added it, one of them executable";
      case SYMLINK -> "both changed it, and it is a link on at least one side";
      case DIRECTORY_FILE -> "one side has a file where the other has a folder; moved aside here";
      case ADD_ADD -> "both added it, with different content";
      case CONTENT -> "both changed it";
      case PATCH_DOES_NOT_APPLY ->
          conflict
              .lost()
              .map(lost -> "local patch " + lost.id() + " no longer applies: " + lost.reason())
              .orElse("a local patch no longer applies");
      case BROKEN_RESULT -> "it merges without a conflict, but the result is not well formed";
    };
  }

  private static String moved(OpenConflict conflict) {
    return "local moved "
        + conflict.pathOn(Side.BASE).map(HeaderPath::value).orElse("it")
        + " to "
        + conflict.pathOn(Side.LOCAL).map(HeaderPath::value).orElse("?")
        + ", the vendor to "
        + conflict.pathOn(Side.VENDOR).map(HeaderPath::value).orElse("?");
  }
}
