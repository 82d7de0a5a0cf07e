package dev.xenvendor.release.branch;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.diff.TreeChanges;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.OpenedSource;
import dev.xenvendor.release.ReleaseNames;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.SourceTagMismatch;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.ImportReport.Pin;
import dev.xenvendor.release.branch.ImportReport.Result;
import dev.xenvendor.release.branch.ImportReport.SincePrevious;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Puts a pristine release on the vendor branch, at its end or in its place among the others. */
public final class ImportRelease {

  /**
   * The options of an import.
   *
   * @param ref which tag, branch or commit of the source, where not the pinned one
   * @param backfill whether the release may go before others that are there already
   * @param pin whether a release that no manifest is known of is pinned by its first merge
   */
  public record Request(Version version, Optional<String> ref, boolean backfill, boolean pin) {

    /** A release at its place, pinned on first use. */
    public Request(Version version, Optional<String> ref) {
      this(version, ref, false, true);
    }
  }

  private final VendorConfig config;
  private final Vendor vendor;
  private final VendorBranch branch;

  public ImportRelease(VendorConfig config, VendorBranch branch) {
    this.config = config;
    this.vendor = config.vendor();
    this.branch = branch;
  }

  /**
   * Imports the release; changes nothing, but for a missing tag, where it is on the branch already.
   *
   * @param source opened only where it is needed; the caller closes it
   */
  public ImportReport run(Request request, OpenedSource source) {
    Place place = place(request);
    return place.isTaken() ? alreadyImported(place) : put(place, request, source.get());
  }

  /**
   * The place of a release on the branch.
   *
   * @param branch what was read of the branch
   * @param already the release, where it is on the branch
   * @param lacking headers that {@code include} lets in by now and that release is without
   * @param grows whether the release is made anew with those
   */
  private record Place(
      Version version,
      Optional<Manifest> manifest,
      BranchHistory branch,
      Optional<ImportedRelease> already,
      List<HeaderPath> lacking,
      boolean grows) {

    boolean isTaken() {
      return already.isPresent() && !grows;
    }

    List<ImportedRelease> before() {
      return branch.releases().stream().filter(r -> r.version().compareTo(version) < 0).toList();
    }

    List<ImportedRelease> after() {
      return branch.releases().stream().filter(r -> r.version().compareTo(version) > 0).toList();
    }
  }

  private Place place(Request request) {
    Version version = config.spelledAsPinned(request.version());
    Optional<Manifest> manifest = config.find(version);
    branch.requireNotBehindRemote();
    BranchHistory read = branch.history();
    List<ImportedRelease> imported = read.requireOnlyReleases(vendor);
    Optional<ImportedRelease> already =
        imported.stream().filter(release -> release.version().equals(version)).findFirst();
    List<HeaderPath> lacking = already.map(r -> lacking(r, manifest)).orElse(List.of());
    boolean grows = !lacking.isEmpty() && canBeMadeAnew(already.get(), imported);
    Place place = new Place(version, manifest, read, already, lacking, grows);
    if (already.isEmpty() && !place.after().isEmpty()) {
      requireBackfill(version, place.after(), request);
    }
    return place;
  }

  private ImportReport put(Place place, Request request, Source source) {
    Version version = place.version();
    List<ImportedRelease> kept = place.before();
    List<ImportedRelease> later = place.after();
    Snapshot snapshot = new ReleaseReader(config, source).read(version, request.ref(), branch);
    List<NewRelease> next = new ArrayList<>();
    next.add(NewRelease.of(vendor, version, snapshot, place.manifest(), request.pin()));
    later.forEach(release -> next.add(again(release)));
    List<ImportedRelease> now = branch.replace(place.branch(), kept, next);
    List<ImportedRelease> remade = now.subList(kept.size() + 1, now.size());
    Set<HeaderPath> published = snapshot.headers().paths();
    ImportedRelease release = now.get(kept.size());
    return report(
        Result.IMPORTED,
        release,
        now,
        remade,
        false,
        place.manifest(),
        published,
        MissingInclude.inRelease(
            vendor.included(snapshot.headers()), snapshot.headers(), vendor.checks().abi()),
        List.of(),
        SourceTagMismatch.find(config, source, version, request.ref(), snapshot));
  }

  /** Changes nothing, but for the tag, which is made again where it is missing. */
  private ImportReport alreadyImported(Place place) {
    ImportedRelease release = place.already().orElseThrow();
    boolean untagged =
        branch.tags().stream().noneMatch(tag -> tag.version().equals(release.version()));
    if (untagged) {
      branch.makeTag(release);
    }
    Set<HeaderPath> published = published(place.manifest(), release);
    return report(
        Result.ALREADY_IMPORTED,
        release,
        place.branch().releases(),
        List.of(),
        untagged,
        place.manifest(),
        published,
        MissingInclude.in(branch.headers(release), published, vendor.checks().abi()),
        place.lacking(),
        Optional.empty());
  }

  /** Returns what {@code include} lets in by now of a release that was imported with less. */
  private List<HeaderPath> lacking(ImportedRelease release, Optional<Manifest> manifest) {
    HeaderTree headers = branch.headers(release);
    return manifest.map(m -> m.only(vendor.files()).files().keySet()).orElse(Set.of()).stream()
        .filter(path -> !headers.contains(path))
        .toList();
  }

  /** Returns whether neither it nor a later release was merged or pushed. */
  private boolean canBeMadeAnew(ImportedRelease release, List<ImportedRelease> imported) {
    return imported.stream()
        .filter(other -> other.version().compareTo(release.version()) >= 0)
        .allMatch(other -> branch.holderOf(other).isEmpty());
  }

  private Set<HeaderPath> published(Optional<Manifest> manifest, ImportedRelease release) {
    return manifest.map(m -> m.files().keySet()).orElseGet(() -> branch.headers(release).paths());
  }

  private NewRelease again(ImportedRelease release) {
    return new NewRelease(
        release.version(), branch.headers(release), release.message(), release.committer());
  }

  private void requireBackfill(Version version, List<ImportedRelease> later, Request request) {
    ImportedRelease newest = later.get(later.size() - 1);
    if (!request.backfill()) {
      throw Problem.repository(
              vendor.title(version)
                  + " is older than "
                  + newest.version()
                  + ", which is on "
                  + vendor.branch()
                  + " already")
          .hint(
              "import it below the later releases: xenvendor import "
                  + version
                  + " --backfill --from SOURCE");
    }
    for (ImportedRelease release : later) {
      branch
          .holderOf(release)
          .ifPresent(
              holder -> {
                throw Problem.repository(
                        vendor.title(version)
                            + " can no longer be imported before "
                            + release.version()
                            + ", which is "
                            + holder)
                    .hint(
                        "skip it: every merge starts from the last merged release, whichever"
                            + " releases were skipped");
              });
    }
  }

  /**
   * Imports what a ref of the source names, named after the release before it.
   *
   * @param pin whether a release that no manifest is known of is pinned by its first merge
   */
  public ImportReport run(String ref, boolean backfill, boolean pin, OpenedSource source) {
    Version version = nameOf(ref, source.get());
    return run(new Request(version, Optional.of(ref), backfill, pin), source);
  }

  /** Names what a ref of the source means by the release behind it. */
  public Version nameOf(String ref, Source source) {
    return new ReleaseNames(config).of(ref, source);
  }

  private ImportReport report(
      Result result,
      ImportedRelease release,
      List<ImportedRelease> imported,
      List<ImportedRelease> remade,
      boolean tagMade,
      Optional<Manifest> manifest,
      Set<HeaderPath> published,
      List<MissingInclude> missing,
      List<HeaderPath> lacking,
      Optional<SourceTagMismatch> tagElsewhere) {
    HeaderTree headers = branch.headers(release);
    SortedSet<HeaderPath> leftOut = new TreeSet<>(published);
    leftOut.removeAll(headers.paths());
    leftOut.removeIf(vendor.files());
    int place = imported.indexOf(release);
    Optional<ImportedRelease> previous =
        place > 0 ? Optional.of(imported.get(place - 1)) : Optional.empty();
    previous.ifPresent(p -> leftOut.removeAll(branch.headers(p).paths()));
    return new ImportReport(
        result,
        vendor,
        release,
        release.upstreamTree().orElseGet(headers::id),
        headers.size(),
        pin(release, manifest),
        previous.map(p -> skipped(p.version(), release.version())).orElse(List.of()),
        List.copyOf(remade),
        tagMade,
        leftOut,
        missing,
        lacking,
        previous.map(p -> since(p, headers)),
        tagElsewhere);
  }

  private static Pin pin(ImportedRelease release, Optional<Manifest> manifest) {
    if (manifest.isPresent()) {
      return Pin.MANIFEST;
    }
    return release.isPinnedOnFirstUse() ? Pin.FIRST_USE : Pin.NONE;
  }

  private List<Version> skipped(Version previous, Version version) {
    return config.pinned().stream()
        .filter(pinned -> pinned.compareTo(previous) > 0 && pinned.compareTo(version) < 0)
        .toList();
  }

  private SincePrevious since(ImportedRelease previous, HeaderTree now) {
    HeaderTree before = branch.headers(previous);
    return new SincePrevious(
        previous.version(),
        TreeChanges.between(before, now),
        InterfaceVersion.of(before),
        InterfaceVersion.of(now),
        vendor.license().filter(file -> !before.get(file).equals(now.get(file))).isPresent());
  }
}
