package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.CvsFile;
import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.cvs.CvsImportArguments;
import dev.xenvendor.cvs.CvsReleaseTag;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.TagStyle;
import dev.xenvendor.cvs.VendorBranchState;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ManifestFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the vendor branch by the tags of its files, and the releases on it. */
public final class VendorBranchFinder {

  private final Vendor vendor;
  private final CvsRepository repository;
  private final String folder;
  private final Supplier<SortedMap<Version, Manifest>> manifests;

  /**
   * In a folder of a repository.
   *
   * @param manifests by which releases are known whose tags follow another rule than the profile's
   */
  VendorBranchFinder(
      Vendor vendor,
      CvsRepository repository,
      String folder,
      Supplier<SortedMap<Version, Manifest>> manifests) {
    this.vendor = vendor;
    this.repository = repository;
    this.folder = folder;
    this.manifests = manifests;
  }

  Optional<VendorBranchState> find(CvsHistory history) {
    String wanted = vendor.cvs().vendorTag();
    SortedMap<String, Integer> numbers = history.numbers(wanted);
    if (numbers.isEmpty()) {
      return otherName(history);
    }
    if (numbers.size() > 1 || !CvsFile.isVendorBranch(numbers.firstKey())) {
      throw Problem.repository(
              "the vendor tag " + wanted + " is not one vendor branch here: " + counted(numbers))
          .hint(
              "CVS would import files onto different branches; name an unused tag in vendor.yaml:"
                  + " cvs: {vendor-tag: …}, or correct the tag: cvs admin -n");
    }
    return Optional.of(state(wanted, numbers.firstKey(), history));
  }

  /** If the branch already has another name, a second one would only confuse. */
  private Optional<VendorBranchState> otherName(CvsHistory history) {
    SortedMap<String, Integer> names = history.tagsOfBranch(CvsImportArguments.USUAL_BRANCH);
    if (names.size() > 1) {
      throw Problem.repository(
              "the vendor branch "
                  + CvsImportArguments.USUAL_BRANCH
                  + " has several names here, but not "
                  + vendor.cvs().vendorTag()
                  + ": "
                  + counted(names))
          .hint("name one of them in vendor.yaml: cvs: {vendor-tag: …}");
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(state(names.firstKey(), CvsImportArguments.USUAL_BRANCH, history));
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
    Map<Version, CvsReleaseTag> releases = new TreeMap<>();
    Set<Map<HeaderPath, String>> seen = new HashSet<>();
    List<String> unnamed = new ArrayList<>();
    for (String each : history.tagsOnBranch(number)) {
      Optional<CvsReleaseTag> named =
          CvsReleaseTag.named(each, vendor.cvs()).or(() -> styled(each));
      named.ifPresent(release -> releases.put(release.version(), release));
      named.ifPresentOrElse(release -> seen.add(history.revisions(each)), () -> unnamed.add(each));
    }
    for (String each : unnamed) {
      // Tags of the tree's own releases name the same revisions again.
      if (seen.add(history.revisions(each))) {
        byContent(each).ifPresent(release -> releases.putIfAbsent(release.version(), release));
      }
    }
    return new VendorBranchState(
        tag,
        number,
        history.tagged(tag).size(),
        releases.values().stream().sorted(Comparator.comparing(CvsReleaseTag::version)).toList());
  }

  /** A tag that spells a pinned release in a style of the repository's own. */
  private Optional<CvsReleaseTag> styled(String tag) {
    return TagStyle.versionIn(tag, vendor.name())
        .flatMap(
            version ->
                manifests.get().keySet().stream()
                    .filter(
                        known ->
                            known.sameRelease(version)
                                || known.text().equals(version.text() + ".0"))
                    .findFirst())
        .map(version -> new CvsReleaseTag(tag, version));
  }

  /** A tag that follows no rule we know is the release whose files it names. */
  private Optional<CvsReleaseTag> byContent(String tag) {
    SortedMap<Version, Manifest> known = manifests.get();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    HeaderTree stored = repository.stored(folder, tag);
    return known.values().stream()
        .filter(manifest -> !stored.isEmpty() && altered(manifest, stored).isEmpty())
        .findFirst()
        .map(manifest -> new CvsReleaseTag(tag, manifest.version()));
  }

  /** The files that the release does not have so; that some are missing makes it no other. */
  public static SortedSet<HeaderPath> altered(Manifest manifest, HeaderTree stored) {
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
}
