package dev.xenvendor.problem;

/** Words of commands that a user is to type. */
public final class Shell {

  private Shell() {}

  /** A word as a shell takes it. */
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
