package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;

/** The branch whose every commit is one pristine release and nothing else. */
public interface VendorBranch {

  /** What is on it, with whatever does not belong there. */
  BranchHistory history();

  /**
   * The releases on it, oldest first; none where there is no branch yet. A branch that holds
   * anything else is refused.
   */
  List<ImportedRelease> releases();

  /** A release's headers, as seen from the prefix. */
  HeaderTree headers(ImportedRelease release);

  /** The headers of a release by its version; empty where the branch does not hold it. */
  default Optional<HeaderTree> published(Version version) {
    return history().releases().stream()
        .filter(release -> release.version().equals(version))
        .findFirst()
        .map(this::headers);
  }

  /** The tags that are called as releases are; none where there are no such things. */
  default List<ReleaseTag> tags() {
    return List.of();
  }

  /** What a command of the version control calls a release: its tag, else its commit. */
  default String revision(ImportedRelease release) {
    return tags().stream()
        .filter(tag -> tag.version().equals(release.version()))
        .filter(tag -> tag.commit().equals(Optional.of(release.commit())))
        .map(ReleaseTag::name)
        .findFirst()
        .orElseGet(() -> release.commit().abbreviated());
  }

  /** Makes the tag of a release on the branch; nothing where a tag of that name is there. */
  default void makeTag(ImportedRelease release) {
    throw new UnsupportedOperationException("no tags here");
  }

  /** Refuses to go on where the local branch lacks releases that its remote has. */
  void requireNotBehindRemote();

  /** Why a release can no longer be moved or taken back: who else has it already. */
  Optional<String> holderOf(ImportedRelease release);

  /**
   * Sets the branch to the first releases it has, and new ones behind them, and sets their tags;
   * the tags of releases that are not kept go. All of it happens, or nothing, and nothing where the
   * branch has moved since it was read.
   *
   * @return what the branch then holds
   */
  List<ImportedRelease> replace(List<ImportedRelease> kept, List<NewRelease> next);
}
