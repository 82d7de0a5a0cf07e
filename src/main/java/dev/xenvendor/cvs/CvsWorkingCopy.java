package dev.xenvendor.cvs;

import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A checked-out working copy, and the trunk of the repository it belongs to. Paths are seen from
 * the root of the tree, wherever the working copy begins.
 */
public interface CvsWorkingCopy {

  /** The state of a file of the working copy relative to a change. */
  enum State {
    /** The change is still to be made, in whole or in part. */
    TO_DO,
    /** It has been made. */
    DONE,
    /** The file is something else: a person's own work. */
    OTHER
  }

  /**
   * The state of a working copy as {@code cvs update} reports it.
   *
   * @param changed the files that are changed, added, removed or in conflict here
   * @param behind whether the repository has something newer
   */
  record Status(SortedSet<HeaderPath> changed, boolean behind) {}

  /** The repository it was checked out from. */
  CvsRoot root();

  CvsLocation place();

  /** Returns whether the path is in the part of the tree that is checked out. */
  boolean reaches(HeaderPath path);

  /** Refuses a folder that is not trunk, because of a sticky tag or a sticky date. */
  void requireTrunk(HeaderPath folder);

  /** The files that trunk has in a folder and below, or anywhere, asked of the repository. */
  Map<HeaderPath, TrunkFile> trunkBelow(Optional<HeaderPath> folder);

  /** The files that trunk has in a folder itself; none where it is not checked out here. */
  Map<HeaderPath, TrunkFile> trunkIn(HeaderPath folder);

  /** The files that cvs knows here, in a folder and below, or anywhere, as they are now. */
  Map<HeaderPath, TrunkFile> presentBelow(Optional<HeaderPath> folder);

  Status status(Collection<HeaderPath> places);

  State state(ChangedFile file, Status status);

  /**
   * Makes a change, and registers it with cvs. What is made already, by a run that was interrupted,
   * stays.
   *
   * @param places what to bring up to date first, where the repository has something newer
   */
  void carryOut(CvsChange change, Status status, Collection<HeaderPath> places);
}
