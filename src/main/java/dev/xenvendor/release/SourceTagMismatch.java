package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import java.util.Map;
import java.util.Optional;

/**
 * A source's own tag of a release, where the release was taken from another commit.
 *
 * @param tag its name
 * @param commit what the tag names
 * @param taken the commit that was taken instead
 * @param pinned the commit that the release's manifest names, if there is one
 */
public record SourceTagMismatch(String tag, GitId commit, GitId taken, Optional<GitId> pinned) {

  /**
   * Looks for it; without a ref the release's own tag or commit was taken.
   *
   * @param ref the tag, branch or commit that was asked for
   */
  public static Optional<SourceTagMismatch> find(
      VendorConfig config,
      Source source,
      Version version,
      Optional<String> ref,
      Snapshot snapshot) {
    Optional<GitId> taken = snapshot.origin().commit();
    if (ref.isEmpty() || taken.isEmpty()) {
      return Optional.empty();
    }
    Optional<GitId> pinned = config.find(version).flatMap(Manifest::commit);
    Map<String, GitId> tags = source.tags();
    return config
        .vendor()
        .upstream()
        .tags()
        .find(version, tags.keySet())
        .map(
            tag ->
                new SourceTagMismatch(
                    tag, tags.getOrDefault(tag, taken.get()), taken.get(), pinned))
        .filter(tag -> !tag.commit().equals(tag.taken()));
  }

  /** The same once the release is pinned as it was taken. */
  SourceTagMismatch nowPinned() {
    return new SourceTagMismatch(tag, commit, taken, Optional.of(taken));
  }

  /** Returns whether the manifest names the commit that was taken, not the tag's. */
  public boolean isPinned() {
    return pinned.filter(taken::equals).isPresent();
  }
}
