package dev.xenvendor.release.branch;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.FileDifference;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.UpstreamProof;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The known releases of a vendor, and whether the vendor branch holds them unchanged. */
public final class Releases {

  /**
   * A release that is pinned, imported, or both.
   *
   * @param skipped whether it is missing between releases that were imported
   */
  public record Known(
      Version version, boolean pinned, Optional<ImportedRelease> imported, boolean skipped) {}

  /**
   * An imported release against its manifest.
   *
   * @param pinned whether there is a manifest to compare with
   * @param differences the files of the branch that are not the manifest's
   * @param upstream the manifest against upstream; empty where that was not asked
   */
  public record Verified(
      ImportedRelease release,
      boolean pinned,
      int files,
      SortedMap<HeaderPath, FileDifference> differences,
      Optional<UpstreamProof> upstream) {

    /** Returns whether a manifest says the same, and upstream where it was asked. */
    public boolean isProven() {
      return pinned && differences.isEmpty() && upstream.filter(proof -> !proof.holds()).isEmpty();
    }

    private Verified with(UpstreamProof proof) {
      return new Verified(release, pinned, files, differences, Optional.of(proof));
    }
  }

  private final VendorConfig config;
  private final VendorReleases branch;

  public Releases(VendorConfig config, VendorReleases branch) {
    this.config = config;
    this.branch = branch;
  }

  public Vendor vendor() {
    return config.vendor();
  }

  public List<Known> all() {
    List<ImportedRelease> imported = branch.releases();
    SortedSet<Version> pinned = config.pinned();
    SortedSet<Version> versions = new TreeSet<>(pinned);
    SortedSet<Version> onBranch = new TreeSet<>();
    imported.forEach(release -> onBranch.add(release.version()));
    versions.addAll(onBranch);
    List<Known> known = new ArrayList<>();
    for (Version version : versions) {
      Optional<ImportedRelease> release =
          imported.stream().filter(r -> r.version().equals(version)).findFirst();
      boolean skipped =
          release.isEmpty()
              && !onBranch.headSet(version).isEmpty()
              && !onBranch.tailSet(version).isEmpty();
      known.add(new Known(version, pinned.contains(version), release, skipped));
    }
    return known;
  }

  /** Returns whether the vendor branch holds a release. */
  public boolean hasImported() {
    return !branch.releases().isEmpty();
  }

  /** Compares every release of the vendor branch with its manifest, byte by byte. */
  public List<Verified> verify() {
    return verify(branch.releases(), Manifest::differences);
  }

  /** The same, and every manifest with what upstream's repository holds at its commit. */
  public List<Verified> verify(Source source) {
    if (!source.hasHistory()) {
      throw Problem.usage(source.name() + " is one state of upstream, not its history")
          .hint("name upstream's git repository: --from REPOSITORY");
    }
    return verify().stream()
        .map(v -> v.with(UpstreamProof.of(vendor(), config.find(v.release().version()), source)))
        .toList();
  }

  /**
   * Compares by the ids that git has of the files: whether they are right, git fsck tells. Commits
   * that are no release are left out.
   */
  public List<Verified> verifyIds() {
    return verify(branch.history().releases(), Manifest::differencesById);
  }

  /** The release tags that do not agree with the vendor branch. */
  public List<TagFault> tagFaults() {
    return TagFault.of(branch, vendor());
  }

  private List<Verified> verify(
      List<ImportedRelease> releases,
      BiFunction<Manifest, HeaderTree, SortedMap<HeaderPath, FileDifference>> comparison) {
    return releases.stream().map(release -> verify(release, comparison)).toList();
  }

  private Verified verify(
      ImportedRelease release,
      BiFunction<Manifest, HeaderTree, SortedMap<HeaderPath, FileDifference>> comparison) {
    HeaderTree headers = branch.headers(release);
    Optional<Manifest> manifest = config.find(release.version());
    SortedMap<HeaderPath, FileDifference> differences =
        manifest
            .map(m -> comparison.apply(m.only(imported(release, headers)), headers))
            .orElseGet(TreeMap::new);
    return new Verified(
        release, manifest.isPresent(), headers.size(), differences, Optional.empty());
  }

  /**
   * The files that a release was imported with: {@code include} may have grown since. A commit that
   * holds fewer than it says is held to what is taken in today.
   */
  private Predicate<HeaderPath> imported(ImportedRelease release, HeaderTree headers) {
    boolean whole = release.statedFiles().filter(count -> count == headers.size()).isPresent();
    return whole ? headers::contains : vendor().files();
  }
}
