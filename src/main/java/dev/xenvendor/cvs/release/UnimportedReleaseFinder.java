package dev.xenvendor.cvs.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.BlobIds;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ManifestFile;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the release that trunk is at though the vendor branch never got it: it was committed to
 * trunk as a patch.
 *
 * <p>Only manifests are read. Where two releases differ, trunk's files show which of them it is at;
 * a file that trunk edited is neither's. The release must be ahead of every release on the branch,
 * and account for more than half of the files in which it differs from the one before it there.
 */
public final class UnimportedReleaseFinder {

  private final VendorConfig config;
  private final Map<HeaderPath, Set<GitId>> changed = new HashMap<>();
  private final Set<HeaderPath> unchanged;

  /**
   * For a trunk.
   *
   * @param changed the headers that were changed or added on trunk
   * @param unchanged the headers that are as the vendor branch has them
   */
  public UnimportedReleaseFinder(
      VendorConfig config, HeaderTree changed, Set<HeaderPath> unchanged) {
    this.config = config;
    this.unchanged = unchanged;
    changed.files().forEach((path, file) -> this.changed.put(path, BlobIds.withoutHabits(file)));
  }

  /** Finds the release, which is older than the wanted one. */
  public Optional<Version> before(Version wanted, Collection<Version> onBranch) {
    return candidates(config, wanted, onBranch).stream()
        .filter(version -> isAhead(version, wanted, onBranch))
        .max(Comparator.comparingInt(this::agreeing).thenComparing(Comparator.reverseOrder()));
  }

  /** The pinned releases before the wanted one that the branch lacks and has an older one than. */
  static List<Version> candidates(
      VendorConfig config, Version wanted, Collection<Version> onBranch) {
    return config.pinned().stream()
        .filter(version -> version.compareTo(wanted) < 0)
        .filter(version -> onBranch.stream().noneMatch(version::sameRelease))
        .filter(version -> previous(version, onBranch).isPresent())
        .toList();
  }

  /** The newest release on the branch before another one. */
  public static Optional<Version> previous(Version version, Collection<Version> onBranch) {
    return onBranch.stream()
        .filter(other -> other.compareTo(version) < 0)
        .max(Comparator.naturalOrder());
  }

  private boolean isAhead(Version version, Version wanted, Collection<Version> onBranch) {
    Map<HeaderPath, GitId> blobs = blobs(version);
    Version before = previous(version, onBranch).orElseThrow();
    int agreeing = 0;
    int telling = 0;
    for (HeaderPath path : differing(blobs, blobs(before))) {
      telling++;
      agreeing += agrees(path, blobs) ? 1 : 0;
    }
    return 2 * agreeing > telling
        && onBranch.stream().allMatch(other -> isNearerThan(blobs, blobs(other)))
        && isNearerThan(blobs, blobs(wanted));
  }

  private boolean isNearerThan(Map<HeaderPath, GitId> blobs, Map<HeaderPath, GitId> others) {
    int balance = 0;
    for (HeaderPath path : differing(blobs, others)) {
      balance += agrees(path, blobs) ? 1 : 0;
      balance -= agrees(path, others) ? 1 : 0;
    }
    return balance > 0;
  }

  private int agreeing(Version version) {
    Map<HeaderPath, GitId> blobs = blobs(version);
    Set<HeaderPath> paths = new HashSet<>(blobs.keySet());
    paths.addAll(changed.keySet());
    return (int) paths.stream().filter(path -> agrees(path, blobs)).count();
  }

  /**
   * An unmodified file shows the vendor branch, and so matches no release that the branch lacks.
   */
  private boolean agrees(HeaderPath path, Map<HeaderPath, GitId> blobs) {
    if (unchanged.contains(path)) {
      return false;
    }
    GitId blob = blobs.get(path);
    Set<GitId> local = changed.get(path);
    return local == null ? blob == null : blob != null && local.contains(blob);
  }

  private static Set<HeaderPath> differing(
      Map<HeaderPath, GitId> blobs, Map<HeaderPath, GitId> others) {
    Set<HeaderPath> paths = new HashSet<>(blobs.keySet());
    paths.addAll(others.keySet());
    paths.removeIf(path -> blobs.containsKey(path) && blobs.get(path).equals(others.get(path)));
    return paths;
  }

  private Map<HeaderPath, GitId> blobs(Version version) {
    Map<HeaderPath, GitId> blobs = new TreeMap<>();
    config
        .find(version)
        .map(this::files)
        .orElse(Map.of())
        .forEach((p, f) -> blobs.put(p, f.blob()));
    return blobs;
  }

  private Map<HeaderPath, ManifestFile> files(Manifest manifest) {
    return manifest.only(config.vendor().files()).files();
  }
}
