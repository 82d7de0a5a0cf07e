package dev.xenvendor.release;

import java.util.regex.Pattern;

/** Recognizes archives by their names, for hints; whether a file is one, its content tells. */
public final class ArchiveName {

  private static final Pattern SUFFIX = Pattern.compile(".*\\.(?:zip|tgz|tar(?:\\.\\w+)?)");

  private ArchiveName() {}

  /** Returns whether a path or an address has the suffix of an archive. */
  public static boolean isIn(String name) {
    return SUFFIX.matcher(name).matches();
  }
}
