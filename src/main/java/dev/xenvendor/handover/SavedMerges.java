package dev.xenvendor.handover;

import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.release.Committer;
import java.util.List;
import java.util.Optional;

/** The merges of a vendor's releases that are saved in a repository, each as a ref. */
public interface SavedMerges {

  /** Returns who saves here, now. */
  Committer saver();

  /** Returns those that can be read, the newest first. */
  List<SavedMerge> all();

  /**
   * Returns the merge that a name stands for; empty where it stands for none.
   *
   * @throws dev.xenvendor.problem.Problem if it cannot be read
   */
  Optional<SavedMerge> find(String name);

  /**
   * Reads what makes a saved merge out of the commit that it was saved on. Anybody may have written
   * it.
   *
   * @throws dev.xenvendor.problem.Problem if it cannot be read
   */
  TrunkChange change(SavedMerge saved);

  /**
   * Saves a merge. One that was saved under the same name before stays in its history.
   *
   * @return whether that is not what was saved last
   */
  boolean save(SavedMerge saved, TrunkChange change);
}
