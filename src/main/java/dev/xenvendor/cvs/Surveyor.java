package dev.xenvendor.cvs;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.vendor.Manifest;
import dev.xenvendor.vendor.ManifestFile;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what a repository says about a release, and refuses what cannot be imported into it. */
public final class Surveyor {

  private final VendorConfig config;
  private final Vendor vendor;
  private final CvsRepository repository;
  private final CvsPlace place;

  public Surveyor(VendorConfig config, CvsRepository repository, CvsPlace place) {
    this.config = config;
    this.vendor = config.vendor();
    this.repository = repository;
    this.place = place;
  }

  public CvsSurvey survey(Version named) {
    Version version = config.spelledAsPinned(named);
    String releaseTag = vendor.cvs().releaseTag(version);
    CvsHistory history = repository.history(place.headers());
    Optional<VendorBranchState> branch = branch(history);
    String vendorTag = branch.map(VendorBranchState::tag).orElse(vendor.cvs().vendorTag());
    TagRules.require(vendorTag, releaseTag);
    List<ReleaseTag> releases = branch.map(VendorBranchState::releases).orElse(List.of());
    requireNewest(version, releases);
    branch.ifPresent(found -> requireOnBranch(releaseTag, found, history));
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
        base.map(release -> skipped(release.tag().version(), version)).orElse(List.of()));
  }

  /** What the vendor branch is called, or will be. */
  public String vendorTag() {
    return branch(repository.history(place.headers()))
        .map(VendorBranchState::tag)
        .orElse(vendor.cvs().vendorTag());
  }

  private Optional<VendorBranchState> branch(CvsHistory history) {
    String wanted = vendor.cvs().vendorTag();
    SortedMap<String, Integer> numbers = history.numbers(wanted);
    if (numbers.isEmpty()) {
      return otherName(history);
    }
    if (numbers.size() > 1 || !CvsFile.isVendorBranch(numbers.firstKey())) {
      throw Problem.repository(
              "the vendor tag " + wanted + " is not one vendor branch here: " + counted(numbers))
          .hint(
              "CVS would import each file onto another branch; name a tag that is free, in"
                  + " vendor.yaml: cvs: {vendor-tag: …}, or put the tag right: cvs admin -n");
    }
    return Optional.of(state(wanted, numbers.firstKey(), history));
  }

  /** Where the branch has another name already, a second one would only confuse. */
  private Optional<VendorBranchState> otherName(CvsHistory history) {
    SortedMap<String, Integer> names = history.tagsOfBranch(ImportOrder.USUAL_BRANCH);
    if (names.size() > 1) {
      throw Problem.repository(
              "the vendor branch "
                  + ImportOrder.USUAL_BRANCH
                  + " has several names here, none of them "
                  + vendor.cvs().vendorTag()
                  + ": "
                  + counted(names))
          .hint("name the one that is meant, in vendor.yaml: cvs: {vendor-tag: …}");
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(state(names.firstKey(), ImportOrder.USUAL_BRANCH, history));
  }

  private static String counted(SortedMap<String, Integer> names) {
    return names.entrySet().stream()
        .map(name -> name.getKey() + " in " + files(name.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String files(int number) {
    return number == 1 ? "1 file" : number + " files";
  }

  private VendorBranchState state(String tag, String number, CvsHistory history) {
    List<ReleaseTag> releases = new ArrayList<>();
    SortedSet<String> tags = history.tagsOnBranch(number);
    tags.forEach(each -> ReleaseTag.named(each, vendor.cvs()).ifPresent(releases::add));
    if (releases.isEmpty()) {
      tags.forEach(each -> byContent(each).ifPresent(releases::add));
    }
    releases.sort(Comparator.comparing(ReleaseTag::version));
    return new VendorBranchState(tag, number, history.tagged(tag).size(), releases);
  }

  /** A tag that follows no rule we know is the release whose files it names. */
  private Optional<ReleaseTag> byContent(String tag) {
    HeaderTree stored = repository.stored(place.headers(), tag);
    return config.pinned().stream()
        .filter(version -> config.find(version).filter(m -> isOf(m, stored)).isPresent())
        .findFirst()
        .map(version -> new ReleaseTag(tag, version));
  }

  private static boolean isOf(Manifest manifest, HeaderTree stored) {
    return !stored.isEmpty() && altered(manifest, stored).isEmpty();
  }

  /** The files that the release does not have so; that some are missing makes it no other. */
  private static SortedSet<HeaderPath> altered(Manifest manifest, HeaderTree stored) {
    SortedSet<HeaderPath> altered = new TreeSet<>();
    stored
        .files()
        .forEach(
            (path, file) -> {
              ManifestFile pinned = manifest.files().get(path);
              if (pinned == null || !file.hasDigests(pinned.blob(), pinned.sha256())) {
                altered.add(path);
              }
            });
    return altered;
  }

  private void requireNewest(Version version, List<ReleaseTag> releases) {
    releases.stream()
        .filter(release -> release.version().compareTo(version) > 0)
        .findFirst()
        .ifPresent(
            later -> {
              throw Problem.repository(
                      vendor.title(version)
                          + " can no longer go before "
                          + later.version()
                          + ", which is imported already ("
                          + later.tag()
                          + ")")
                  .hint(
                      "leave it out: CVS puts every import on top of the vendor branch, so that"
                          + " files which trunk never changed would go back to "
                          + version);
            });
  }

  private void requireOnBranch(String releaseTag, VendorBranchState branch, CvsHistory history) {
    boolean used = !history.tagged(releaseTag).isEmpty();
    if (used && !history.tagsOnBranch(branch.number()).contains(releaseTag)) {
      throw UsedTag.problem(releaseTag, "it names revisions that are not on " + branch.tag());
    }
  }

  private BaseRelease base(ReleaseTag release, CvsHistory history) {
    Optional<Manifest> manifest = config.find(release.version());
    SortedSet<HeaderPath> altered =
        manifest
            .map(m -> altered(m, repository.stored(place.headers(), release.tag())))
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
