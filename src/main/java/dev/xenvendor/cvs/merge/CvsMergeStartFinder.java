package dev.xenvendor.cvs.merge;

import dev.xenvendor.cvs.TrunkFile;
import dev.xenvendor.cvs.release.UnimportedReleaseFinder;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeBase.Origin;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.MergeRecordYaml;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.MergeStart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a merge in a CVS repository starts from.
 *
 * <p>Trunk's record decides, if there is one. Else it is the release that the files changed on
 * trunk are nearest to, line by line; of equally near ones the oldest, since the merge from there
 * leaves nothing out. Unchanged files say nothing: every import has changed them already.
 */
final class CvsMergeStartFinder {

  private final Vendor vendor;
  private final VendorReleases branch;
  private final CvsTrunk trunk;
  private final Optional<PristineReleases> pristine;

  /**
   * @param pristine what upstream published; where it is absent, what every tag names is taken
   */
  CvsMergeStartFinder(
      Vendor vendor, VendorReleases branch, Optional<PristineReleases> pristine, CvsTrunk trunk) {
    this.vendor = vendor;
    this.branch = branch;
    this.pristine = pristine;
    this.trunk = trunk;
  }

  /**
   * For the merge of a release.
   *
   * @param wanted the release; the newest, where none is named
   * @param from the release that trunk's headers come from, where a person knows better
   */
  CvsMergeStart find(Optional<Version> wanted, Optional<Version> from) {
    List<ImportedRelease> releases = branch.releases();
    if (releases.isEmpty()) {
      throw Problem.repository(
              "no release of " + vendor.title() + " is on the vendor branch " + tag() + " yet")
          .hint("xenvendor cvs import VERSION --from SOURCE");
    }
    ImportedRelease release =
        wanted.map(version -> named(version, releases)).orElse(releases.get(releases.size() - 1));
    Optional<MergeRecord> record = record();
    HeaderTree changed = changed();
    Set<HeaderPath> unchanged = unchanged();
    NearestRelease nearness = new NearestRelease(changed, branch);
    Optional<Version> skipped =
        from.isPresent() || record.isPresent()
            ? Optional.empty()
            : pristine.flatMap(
                p -> p.onTrunk(changed, unchanged, release.version(), versions(releases)));
    Optional<Version> never = from.filter(version -> find(version, releases).isEmpty());
    if (never.isPresent()) {
      requireNotOlder(release, never.get());
      return committedToTrunk(never.get(), release, releases, changed, unchanged);
    }
    if (skipped.isPresent()) {
      return committedToTrunk(skipped.get(), release, releases, changed, unchanged);
    }
    MergeBase base =
        from.map(version -> base(named(version, releases), Origin.NAMED))
            .or(() -> record.map(r -> base(named(r.release(), releases), Origin.RECORD)))
            .orElseGet(() -> base(nearness.nearest(releases, release), Origin.NEAREST));
    base.release().ifPresent(merged -> requireNotOlder(release, merged.version()));
    return new CvsMergeStart(
        new MergeStart(
            base,
            local(changed, unchanged, stored(base)),
            record.map(MergeRecord::moved).orElse(Map.of()),
            release,
            branch.headers(release)),
        unchanged,
        record.isPresent(),
        false,
        base.origin() == Origin.NEAREST ? nearness.behind(base, releases) : List.of());
  }

  private static List<Version> versions(List<ImportedRelease> releases) {
    return releases.stream().map(ImportedRelease::version).toList();
  }

  /**
   * Trunk is at a release that the branch lacks. An unchanged file is still as it was imported
   * before that release, and is its own base.
   */
  private CvsMergeStart committedToTrunk(
      Version version,
      ImportedRelease release,
      List<ImportedRelease> releases,
      HeaderTree changed,
      Set<HeaderPath> unchanged) {
    HeaderTree published = pristine.orElseThrow().published(version);
    HeaderTree imported =
        UnimportedReleaseFinder.previous(version, versions(releases))
            .map(before -> branch.headers(named(before, releases)))
            .orElse(published);
    // A header that trunk never took in comes with the merge, as any new one.
    HeaderTree taken = published.only(path -> changed.contains(path) || imported.contains(path));
    ImportedRelease skipped =
        new ImportedRelease(version, published.id(), "", Optional.empty(), Optional.empty());
    return new CvsMergeStart(
        new MergeStart(
            new MergeBase(Optional.of(skipped), local(taken, unchanged, imported), Origin.NEAREST),
            local(changed, unchanged, imported),
            Map.of(),
            release,
            branch.headers(release)),
        unchanged,
        false,
        true,
        List.of());
  }

  private String tag() {
    return vendor.cvs().vendorTag();
  }

  private static Optional<ImportedRelease> find(Version version, List<ImportedRelease> releases) {
    return releases.stream().filter(release -> release.version().sameRelease(version)).findFirst();
  }

  private ImportedRelease named(Version version, List<ImportedRelease> releases) {
    return find(version, releases)
        .orElseThrow(
            () ->
                Problem.usage(
                        vendor.title(version)
                            + " is not on the vendor branch "
                            + tag()
                            + ": no file has the tag "
                            + vendor.cvs().releaseTag(version))
                    .hint("xenvendor cvs import " + version + " --from SOURCE"));
  }

  private Optional<MergeRecord> record() {
    HeaderPath path = vendor.recordPath();
    return trunk.file(path).map(file -> MergeRecordYaml.read(path.value(), file.bytes()));
  }

  private MergeBase base(ImportedRelease release, Origin origin) {
    HeaderTree tagged = branch.headers(release);
    HeaderTree headers = pristine.map(p -> p.headers(release, tagged)).orElse(tagged);
    return new MergeBase(Optional.of(release), headers, origin);
  }

  private HeaderTree stored(MergeBase base) {
    return base.release().map(branch::headers).orElseGet(base::headers);
  }

  private void requireNotOlder(ImportedRelease release, Version base) {
    if (release.version().compareTo(base) < 0) {
      throw Problem.repository(
              vendor.title(release.version())
                  + " is older than "
                  + base
                  + ", which is already merged")
          .hint("to go back, merge the other way by hand: cvs update -j NEW -j OLD");
    }
  }

  /** Trunk's files that were changed after their import, or added. */
  private HeaderTree changed() {
    return headers(false);
  }

  private Set<HeaderPath> unchanged() {
    return new HashSet<>(headers(true).paths());
  }

  private HeaderTree headers(boolean asImported) {
    Map<HeaderPath, TrunkFile> files = new HashMap<>(trunk.files(vendor.prefix()));
    files.values().removeIf(file -> file.asImported() != asImported);
    return TrunkFile.tree(files).below(vendor.prefix());
  }

  /**
   * An import has changed the unchanged files: for the merge each is still as it was imported with
   * the base, be that pristine or with local changes in it.
   */
  private static HeaderTree local(
      HeaderTree changed, Set<HeaderPath> unchanged, HeaderTree imported) {
    Map<HeaderPath, HeaderFile> local = new HashMap<>(changed.files());
    imported.only(unchanged::contains).files().forEach(local::put);
    return HeaderTree.of(local);
  }
}
