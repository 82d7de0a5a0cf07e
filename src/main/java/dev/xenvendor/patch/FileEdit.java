package dev.xenvendor.patch;

import java.util.Arrays;

/** What a change does to one file. */
public sealed interface FileEdit {

  /** The file carries the change already, so that nothing is done. */
  FileEdit HOLDS = new Holds();

  /** The change was made, or the file was added. */
  record Changed(byte[] text) implements FileEdit {}

  /** The file was taken out. */
  record Removed() implements FileEdit {}

  /** Nothing was to do: the change is there. */
  record Holds() implements FileEdit {}

  /** Nothing was to do: what the change moves is not in this file, but in one of the tree's own. */
  record Elsewhere() implements FileEdit {}

  /** The file has nothing that the change is about. */
  record NotConcerned(String why) implements FileEdit {}

  /** The file should have what the change is about, but it cannot be made. */
  record Impossible(String why) implements FileEdit {}

  /** The file cannot be read as the change would have to read it. */
  record Unreadable(String why) implements FileEdit {}

  /** The outcome for a text that may be the same as before. */
  static FileEdit of(byte[] before, byte[] after) {
    return Arrays.equals(before, after) ? HOLDS : new Changed(after);
  }
}
