package dev.xenvendor.downstream;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The current branch of the operating system's tree, its index and its work tree. What it shows is
 * what is committed; it is called {@code HEAD} where no branch is checked out.
 */
public interface Trunk extends TrunkView {

  /** The repository's name: its remote's, else its folder's. */
  String repository();

  /** The commit that is checked out; empty in a repository without commits. */
  Optional<GitId> head();

  /** Returns the commits of the branch. */
  TrunkHistory history();

  /** Throws unless a change can be made now: a clean work tree, no operation in progress. */
  default void requireReady() {
    requireReady(Set.of());
  }

  /** The same where some files may be changed, or unknown to git. */
  void requireReady(Set<HeaderPath> changed);

  /** Refuses to take the vendor branch for the operating system's own. */
  default void requireNotOn(Vendor vendor) {
    if (branch().equals(vendor.branch())) {
      throw Problem.repository(
              "this is the vendor branch " + branch() + ", which holds only pristine releases")
          .hint("switch to your own branch first: git switch -");
    }
  }

  /**
   * Refuses obstacles: a file that git does not know, one that a look into it shows to be changed,
   * or one where a folder must go.
   */
  void requireFree(Collection<HeaderPath> written, Collection<HeaderPath> deleted);

  /** Refuses a folder that is a submodule or in one: its files are not this repository's. */
  void requireNoSubmodule(HeaderPath folder);

  /**
   * Makes a change in work tree and index, and commits it where it is to be committed. All of it
   * happens, or nothing.
   *
   * @return the new commit, if there is one
   */
  Optional<GitId> apply(TrunkChange change);

  /**
   * Makes a change in work tree and index and leaves it there as a merge in progress, whether or
   * not anything is in conflict. All of it happens, or nothing.
   */
  void resume(TrunkChange change);

  /** Returns what git is in the middle of besides a merge. */
  Optional<GitOperation> operation();

  /** The resolutions of a vendor's conflicts that are kept. */
  ResolutionStore resolutions(Vendor vendor);

  /** The merge that plain git has ended since the last run, until it is forgotten. */
  Optional<EndedMerge> endedMerge();

  /** Forgets the merge that plain git has ended. */
  void forgetEndedMerge();

  /** The merge, of whatever, that waits to be committed. */
  Optional<UnfinishedMerge> unfinishedMerge();
}
