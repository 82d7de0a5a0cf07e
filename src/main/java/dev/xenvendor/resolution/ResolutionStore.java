package dev.xenvendor.resolution;

import dev.xenvendor.release.Committer;
import dev.xenvendor.tree.GitId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Stores a vendor's resolutions. */
public interface ResolutionStore {

  /**
   * A resolution to keep.
   *
   * @param settlement who resolved it, and when
   */
  record Entry(ResolvedTexts settled, ResolutionOrigin settlement) {}

  /** The name of the ref that keeps them. */
  String ref();

  /** Reads what is kept here, together with what was fetched from remotes. */
  KeptResolutions read();

  /** Returns the person who resolves conflicts here, with the current time. */
  Committer settler();

  /**
   * Adds and removes resolutions in one commit, and takes in what was fetched from remotes.
   *
   * @return whether there was anything to do
   */
  boolean change(List<Entry> added, Collection<GitId> removed, String message);

  /** Removes resolutions. */
  default void forget(Collection<GitId> removed) {
    String count = removed.size() == 1 ? "1 resolution" : removed.size() + " resolutions";
    change(List.of(), removed, "Forget " + count + "\n");
  }

  /** Returns whether this repository keeps any of its own. */
  boolean isThere();

  /** The git commands after which every fetch gets those of others; empty if it does already. */
  Optional<String> fetchCommand();
}
