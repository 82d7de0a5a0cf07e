package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.cvs.CvsWorkingCopy.State;
import dev.xenvendor.cvs.CvsWorkingCopy.Status;
import dev.xenvendor.cvs.TrunkFile;
import dev.xenvendor.tree.HeaderFile;
import java.util.Arrays;
import java.util.Optional;

/**
 * The state of a working copy's file relative to a change, by its bytes and its registration with
 * cvs.
 */
final class FileState {

  private final ChangedFile file;
  private final Optional<byte[]> bytes;
  private final Optional<CvsEntry> entry;

  FileState(WorkingCopyFolders folders, ChangedFile file) {
    this.file = file;
    this.bytes = folders.bytes(file.path());
    this.entry = folders.entry(file.path());
  }

  State of(Status status) {
    if (isWritten()) {
      return needsAdd() || needsRemove() || needsMark() ? State.TO_DO : State.DONE;
    }
    boolean touched = entry.isEmpty() ? bytes.isPresent() : status.changed().contains(file.path());
    return touched && !isAsInTrunk() ? State.OTHER : State.TO_DO;
  }

  /** Returns whether its bytes are as the change makes them, or it is gone as that wants. */
  boolean isWritten() {
    return isLike(file.after());
  }

  boolean isAsInTrunk() {
    return isLike(file.before().map(TrunkFile::file));
  }

  private boolean isLike(Optional<HeaderFile> wanted) {
    return bytes.isPresent() == wanted.isPresent()
        && bytes.map(b -> Arrays.equals(b, wanted.orElseThrow().bytes())).orElse(true);
  }

  boolean needsAdd() {
    return file.after().isPresent() && (entry.isEmpty() || entry.get().isRemoved());
  }

  boolean needsRemove() {
    return file.after().isEmpty() && entry.isPresent() && !entry.get().isRemoved();
  }

  /**
   * A file that is only just added cannot be marked: cvs has no revision that it conflicts with.
   */
  boolean needsMark() {
    return file.conflict()
        && file.after().isPresent()
        && entry.filter(e -> !e.isAdded() && !e.isRemoved() && !e.isInConflict()).isPresent();
  }
}
