package dev.xenvendor.release;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Source.Described;
import dev.xenvendor.tree.GitId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names states of a source by the releases that its tags name. */
public final class ReleaseNames {

  private final VendorConfig config;

  /** The pinned releases by their commits; read once, since every tag is looked up in them. */
  private @Nullable Map<GitId, Version> pinned;

  public ReleaseNames(VendorConfig config) {
    this.config = config;
  }

  /** The release that a tag names: as it is pinned, else by the tag's form. */
  Optional<Version> ofTag(String tag, GitId commit) {
    return pinnedAt(commit).or(() -> config.vendor().upstream().tags().versionOf(tag));
  }

  private Optional<Version> pinnedAt(GitId commit) {
    Map<GitId, Version> known = pinned;
    if (known == null) {
      known = pinnedByCommit();
      pinned = known;
    }
    return Optional.ofNullable(known.get(commit));
  }

  private Map<GitId, Version> pinnedByCommit() {
    Map<GitId, Version> versions = new HashMap<>();
    for (Manifest manifest : config.manifests().values()) {
      manifest.commit().ifPresent(commit -> versions.putIfAbsent(commit, manifest.version()));
    }
    return versions;
  }

  /**
   * Returns the name of a state by the release before it, such as {@code 4.20.0-27-gae41936}; that
   * release itself where the state is its tag's.
   *
   * @param ref a tag, branch or commit
   */
  public Version of(String ref, Source source) {
    if (!source.hasHistory()) {
      throw Problem.usage("--ref names a tag or commit, but " + source.name() + " has none")
          .hint("name the version: xenvendor import VERSION --from " + source.name());
    }
    Map<String, GitId> all = source.tags();
    Optional<Version> tagged = Optional.ofNullable(all.get(ref)).flatMap(c -> ofTag(ref, c));
    return tagged.orElseGet(() -> described(ref, all, source));
  }

  private Version described(String ref, Map<String, GitId> all, Source source) {
    Map<String, Version> versions = new HashMap<>();
    all.forEach((tag, commit) -> ofTag(tag, commit).ifPresent(v -> versions.put(tag, v)));
    Set<String> tags = new HashSet<>(versions.keySet());
    Described described =
        source
            .describe(ref, tags)
            .orElseThrow(
                () ->
                    Problem.repository("no release tag of " + source.name() + " precedes " + ref)
                        .hint("name the version yourself: xenvendor import VERSION --ref " + ref));
    Version release = Objects.requireNonNull(versions.get(described.tag()));
    return described.commits() == 0
        ? release
        : Version.described(release, described.commits(), described.commit());
  }
}
