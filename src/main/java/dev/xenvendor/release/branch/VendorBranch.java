package dev.xenvendor.release.branch;

import dev.xenvendor.release.ImportedRelease;
import java.util.List;
import java.util.Optional;

/** A vendor branch that releases can be put on. */
public interface VendorBranch extends VendorReleases {

  /** Makes the tag of a release on the branch; does nothing where a tag of that name exists. */
  void makeTag(ImportedRelease release);

  /** Refuses a local branch that lacks releases which its remote has. */
  void requireNotBehindRemote();

  /** Returns who else has a release already, so that it can no longer be moved or undone. */
  Optional<String> holderOf(ImportedRelease release);

  /**
   * Prepares to replace the releases after the first ones by new ones, and to set their tags; the
   * tags of releases that are not kept are deleted. Refuses what could not be written.
   *
   * @param expected the branch as the caller read it; a branch that has moved since is refused
   * @param kept the first releases of the branch, which stay
   */
  PreparedReleases prepare(
      BranchHistory expected, List<ImportedRelease> kept, List<NewRelease> next);

  /**
   * Does at once what {@link #prepare} prepares.
   *
   * @return what the branch then holds
   */
  default List<ImportedRelease> replace(
      BranchHistory expected, List<ImportedRelease> kept, List<NewRelease> next) {
    try (PreparedReleases prepared = prepare(expected, kept, next)) {
      prepared.write();
      return prepared.releases();
    }
  }
}
