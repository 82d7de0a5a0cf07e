package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/**
 * The change that a merge makes in the working copy, computed to the last byte before any of it is
 * written. Paths are seen from the root of the tree.
 */
public record CvsChange(List<ChangedFile> files) {

  /**
   * A file that changes.
   *
   * @param before as trunk has it; empty for one that is new
   * @param after as it shall be; empty for one that goes away
   * @param conflict whether a person must resolve it before it is committed
   */
  public record ChangedFile(
      HeaderPath path, Optional<TrunkFile> before, Optional<HeaderFile> after, boolean conflict) {}

  public CvsChange {
    files = List.copyOf(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  public Optional<ChangedFile> find(HeaderPath path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }
}
