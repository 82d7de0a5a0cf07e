package dev.xenvendor.release.branch;

import dev.xenvendor.release.ImportedRelease;
import java.util.List;

/**
 * Releases that are ready to be written to a vendor branch: computed and checked, but not visible.
 * If it is closed without {@link #write}, nothing remains.
 */
public interface PreparedReleases extends AutoCloseable {

  /** Returns what the branch holds once they are written, oldest first. */
  List<ImportedRelease> releases();

  /** Moves the branch and its tags; either all of it happens or nothing. */
  void write();

  @Override
  void close();
}
