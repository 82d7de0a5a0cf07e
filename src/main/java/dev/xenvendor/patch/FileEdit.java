package dev.xenvendor.patch;

import java.util.Arrays;
import java.util.Optional;

/** The effect of a change on one file. */
public sealed interface FileEdit {

  /** The change was made, or the file was added. */
  record Changed(byte[] text) implements FileEdit {}

  /** The file was taken out. */
  record Removed() implements FileEdit {}

  /** The file carries the change already, so that nothing is done. */
  record Holds() implements FileEdit {}

  /** Nothing was to do: what the change moves is not in this file, but in one of the tree's own. */
  record Elsewhere() implements FileEdit {}

  /** The change is not there. */
  sealed interface Missing extends FileEdit {
    String reason();
  }

  /** The file has nothing that the change is about. */
  record NotConcerned(String reason) implements Missing {}

  /** The file should have what the change is about, but it cannot be made. */
  record Impossible(String reason) implements Missing {}

  /** The file cannot be read as the change would have to read it. */
  record Unreadable(String reason) implements Missing {}

  /** Returns whether the change was made. */
  default boolean changes() {
    return this instanceof Changed || this instanceof Removed;
  }

  /** Returns whether nothing was to do, since the change is there. */
  default boolean holds() {
    return this instanceof Holds || this instanceof Elsewhere;
  }

  /** Returns whether the change is there now. */
  default boolean isThere() {
    return changes() || holds();
  }

  /** Returns whether the change should have been made, but could not be. */
  default boolean fails() {
    return this instanceof Impossible || this instanceof Unreadable;
  }

  /** Returns why the change is not there. */
  default Optional<String> why() {
    return this instanceof Missing missing ? Optional.of(missing.reason()) : Optional.empty();
  }

  /** The outcome for a text that may be the same as before. */
  static FileEdit of(byte[] before, byte[] after) {
    return Arrays.equals(before, after) ? new Holds() : new Changed(after);
  }
}
