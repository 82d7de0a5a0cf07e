package dev.xenvendor.release.branch;

import dev.xenvendor.release.ImportedRelease;
import java.util.List;

/**
 * Releases that are ready to be put on a vendor branch: everything is computed and checked, and
 * nothing is visible yet. Closed without {@link #write}, it leaves nothing behind.
 */
public interface PreparedReleases extends AutoCloseable {

  /** Returns what the branch holds once they are written, oldest first. */
  List<ImportedRelease> releases();

  /** Moves the branch and its tags; either all of it happens or nothing. */
  void write();

  @Override
  void close();
}
