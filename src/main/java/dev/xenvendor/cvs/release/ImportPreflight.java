package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.CvsFile;
import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.cvs.CvsReleaseTag;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.TagRules;
import dev.xenvendor.cvs.TagStyle;
import dev.xenvendor.cvs.UsedTag;
import dev.xenvendor.cvs.UsedTags;
import dev.xenvendor.cvs.VendorBranchState;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the state of a repository for a release, and refuses an import that cannot succeed. */
public final class ImportPreflight {

  private final VendorConfig config;
  private final Vendor vendor;
  private final CvsRepository repository;
  private final CvsLocation place;
  private final Optional<Version> namedBase;

  public ImportPreflight(VendorConfig config, CvsRepository repository, CvsLocation place) {
    this(config, repository, place, Optional.empty());
  }

  /**
   * Reads a repository.
   *
   * @param namedBase the release that trunk comes from, if the user names it
   */
  ImportPreflight(
      VendorConfig config,
      CvsRepository repository,
      CvsLocation place,
      Optional<Version> namedBase) {
    this.namedBase = namedBase;
    this.config = config;
    this.vendor = config.vendor();
    this.repository = repository;
    this.place = place;
  }

  public CvsSurvey survey(Version wanted) {
    Version version = config.spelledAsPinned(wanted);
    CvsHistory history = repository.history(place.headers());
    Optional<VendorBranchState> branch = branch(history);
    String vendorTag = branch.map(VendorBranchState::tag).orElse(vendor.cvs().vendorTag());
    List<CvsReleaseTag> releases = branch.map(VendorBranchState::releases).orElse(List.of());
    String releaseTag = releaseTag(version, branch);
    TagRules.require(vendorTag, releaseTag);
    requireNewest(version, releases);
    branch.ifPresent(found -> requireOnBranch(releaseTag, found, history));
    Optional<Version> named = namedBase.map(config::spelledAsPinned);
    named.ifPresent(from -> requireUsable(from, version, releases));
    Optional<BaseRelease> base =
        releases.stream()
            .filter(release -> release.version().compareTo(version) < 0)
            .reduce((older, newer) -> newer)
            .map(release -> base(release, history));
    return new CvsSurvey(
        config,
        repository.root(),
        place,
        version,
        history,
        vendorTag,
        releaseTag,
        branch,
        base,
        named.isPresent() ? Optional.empty() : onTrunk(version, releases, history),
        named,
        base.map(release -> skipped(release.tag().version(), version)).orElse(List.of()));
  }

  private void requireUsable(Version from, Version version, List<CvsReleaseTag> releases) {
    if (from.compareTo(version) >= 0) {
      throw Problem.usage("--base " + from + " is not older than " + version);
    }
    boolean isKnown =
        config.find(from).isPresent()
            || releases.stream().anyMatch(release -> release.version().sameRelease(from));
    if (!isKnown) {
      throw Problem.usage(
              "--base " + from + " is neither on the vendor branch nor a pinned release")
          .hint("pin it: xenvendor releases pin " + from + " --from SOURCE --ref REF");
    }
  }

  private Optional<Version> onTrunk(
      Version version, List<CvsReleaseTag> releases, CvsHistory history) {
    List<Version> onBranch = releases.stream().map(CvsReleaseTag::version).toList();
    // Trunk's files are read only where there is something to find.
    if (UnimportedReleaseFinder.candidates(config, version, onBranch).isEmpty()) {
      return Optional.empty();
    }
    HeaderTree trunk = repository.storedTrunk(place.headers());
    Set<HeaderPath> unchanged =
        trunk.paths().stream()
            .filter(path -> history.find(path).filter(CvsFile::isAsImported).isPresent())
            .collect(Collectors.toSet());
    HeaderTree changed = trunk.only(path -> !unchanged.contains(path));
    return new UnimportedReleaseFinder(config, changed, unchanged).before(version, onBranch);
  }

  /** Returns what the vendor branch and a release on it are called, or will be. */
  public UsedTags tags(Version named) {
    Version version = config.spelledAsPinned(named);
    Optional<VendorBranchState> branch = branch(repository.history(place.headers()));
    return new UsedTags(
        branch.map(VendorBranchState::tag).orElse(vendor.cvs().vendorTag()),
        releaseTag(version, branch));
  }

  private String releaseTag(Version version, Optional<VendorBranchState> branch) {
    List<CvsReleaseTag> releases = branch.map(VendorBranchState::releases).orElse(List.of());
    // A release that is there keeps the tag that it has.
    return releases.stream()
        .filter(release -> release.version().sameRelease(version))
        .map(CvsReleaseTag::tag)
        .findFirst()
        .orElseGet(() -> TagStyle.tag(vendor.cvs(), releases, version));
  }

  private Optional<VendorBranchState> branch(CvsHistory history) {
    return new VendorBranchFinder(vendor, repository, place.headers(), config::manifests)
        .find(history);
  }

  private void requireNewest(Version version, List<CvsReleaseTag> releases) {
    releases.stream()
        .filter(release -> release.version().compareTo(version) > 0)
        .findFirst()
        .ifPresent(
            later -> {
              throw Problem.repository(
                      vendor.title(version)
                          + " can no longer be imported before "
                          + later.version()
                          + ", which is already imported ("
                          + later.tag()
                          + ")")
                  .hint(
                      "skip it: CVS puts every import on top of the vendor branch, so files that"
                          + " are unmodified on trunk would go back to "
                          + version);
            });
  }

  private void requireOnBranch(String releaseTag, VendorBranchState branch, CvsHistory history) {
    boolean used = !history.tagged(releaseTag).isEmpty();
    if (used && !history.tagsOnBranch(branch.number()).contains(releaseTag)) {
      throw UsedTag.problem(releaseTag, "it names revisions that are not on " + branch.tag());
    }
  }

  private BaseRelease base(CvsReleaseTag release, CvsHistory history) {
    Optional<Manifest> manifest = config.find(release.version());
    SortedSet<HeaderPath> altered =
        manifest
            .map(
                m ->
                    VendorBranchFinder.altered(
                        m, repository.stored(place.headers(), release.tag())))
            .orElseGet(TreeSet::new);
    SortedSet<HeaderPath> onTrunk =
        altered.stream()
            .filter(path -> history.find(path).filter(CvsFile::isAsImported).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    return new BaseRelease(release, manifest.isPresent(), altered, onTrunk);
  }

  private List<Version> skipped(Version from, Version to) {
    return config.pinned().stream()
        .filter(version -> version.compareTo(from) > 0 && version.compareTo(to) < 0)
        .toList();
  }
}
