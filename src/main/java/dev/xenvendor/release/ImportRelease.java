package dev.xenvendor.release;

import dev.xenvendor.diff.TreeChanges;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportReport.Pin;
import dev.xenvendor.release.ImportReport.Result;
import dev.xenvendor.release.ImportReport.SincePrevious;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Puts a pristine release on the vendor branch, at its end or in its place among the others. */
public final class ImportRelease {

  /**
   * What to import.
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

  /** Imports the release; the source is opened only when it is needed. */
  public ImportReport run(Request request, Supplier<Source> source) {
    Version version = config.spelledAsPinned(request.version());
    Optional<Manifest> manifest = config.find(version);
    branch.requireNotBehindRemote();
    List<ImportedRelease> imported = branch.releases();
    Optional<ImportedRelease> already =
        imported.stream().filter(release -> release.version().equals(version)).findFirst();
    List<HeaderPath> lacking = already.map(r -> lacking(r, manifest)).orElse(List.of());
    boolean grows = !lacking.isEmpty() && canBeMadeAnew(already.get(), imported);
    if (already.isPresent() && !grows) {
      return alreadyImported(already.get(), imported, manifest, lacking);
    }
    List<ImportedRelease> later =
        imported.stream().filter(release -> release.version().compareTo(version) > 0).toList();
    if (!later.isEmpty() && !grows) {
      requireBackfill(version, later, request);
    }
    List<ImportedRelease> kept =
        imported.stream().filter(release -> release.version().compareTo(version) < 0).toList();
    try (Source opened = source.get()) {
      List<NewRelease> next = new ArrayList<>();
      Snapshot snapshot =
          new ReleaseReader(config, opened).read(version, request.ref(), this::vendorPaths);
      next.add(newRelease(version, snapshot, manifest, request.pin()));
      later.forEach(release -> next.add(again(release)));
      List<ImportedRelease> now = branch.replace(kept, next);
      List<ImportedRelease> remade = now.subList(kept.size() + 1, now.size());
      Set<HeaderPath> published = snapshot.headers().paths();
      ImportedRelease release = now.get(kept.size());
      return report(Result.IMPORTED, release, now, remade, false, manifest, published, List.of())
          .withMissing(
              MissingInclude.inRelease(
                  vendor.included(snapshot.headers()), snapshot.headers(), vendor.checks().abi()))
          .withTag(TagElsewhere.find(config, opened, version, request.ref(), snapshot));
    }
  }

  /** Changes nothing, but for the tag, which is made again where it is missing. */
  private ImportReport alreadyImported(
      ImportedRelease release,
      List<ImportedRelease> imported,
      Optional<Manifest> manifest,
      List<HeaderPath> lacking) {
    boolean untagged =
        branch.tags().stream().noneMatch(tag -> tag.version().equals(release.version()));
    if (untagged) {
      branch.makeTag(release);
    }
    return report(
        Result.ALREADY_IMPORTED,
        release,
        imported,
        List.of(),
        untagged,
        manifest,
        published(manifest, release),
        lacking);
  }

  /** What {@code include} lets in by now of a release that was imported with less. */
  private List<HeaderPath> lacking(ImportedRelease release, Optional<Manifest> manifest) {
    HeaderTree headers = branch.headers(release);
    return manifest.map(m -> m.only(vendor.files()).files().keySet()).orElse(Set.of()).stream()
        .filter(path -> !headers.contains(path))
        .toList();
  }

  /** Whether neither it nor anything behind it was merged or pushed. */
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

  /** Takes back the newest import, as long as nobody else has it. */
  public ImportedRelease undo(Optional<Version> expected) {
    List<ImportedRelease> imported = branch.releases();
    if (imported.isEmpty()) {
      throw Problem.repository("there is no import to take back: no branch " + vendor.branch())
          .hint("xenvendor status tells what there is to do");
    }
    ImportedRelease newest = imported.get(imported.size() - 1);
    expected
        .map(config::spelledAsPinned)
        .filter(version -> !version.equals(newest.version()))
        .ifPresent(version -> refuseToUndo(version, newest));
    branch
        .holderOf(newest)
        .ifPresent(
            holder -> {
              throw Problem.repository(
                      vendor.title(newest.version()) + " cannot be taken back: it is " + holder)
                  .hint("leave it there; to take back a merge of it: git revert -m 1 MERGE-COMMIT");
            });
    branch.replace(imported.subList(0, imported.size() - 1), List.of());
    return newest;
  }

  private void refuseToUndo(Version version, ImportedRelease newest) {
    throw Problem.repository(
            "only the newest import can be taken back, which is "
                + vendor.title(newest.version())
                + ", not "
                + version)
        .hint("xenvendor import --undo");
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
          .hint("put it in its place: xenvendor import " + version + " --backfill --from SOURCE");
    }
    for (ImportedRelease release : later) {
      branch
          .holderOf(release)
          .ifPresent(
              holder -> {
                throw Problem.repository(
                        vendor.title(version)
                            + " can no longer go before "
                            + release.version()
                            + ", which is "
                            + holder)
                    .hint(
                        "leave it out: every merge is from the release that was merged last,"
                            + " whatever was skipped");
              });
    }
  }

  /** Refuses a release that no manifest vouches for. */
  public void requirePinned(Version version) {
    if (config.find(config.spelledAsPinned(version)).isEmpty()) {
      throw ReleaseReader.unknown(vendor, version, "");
    }
  }

  /**
   * Imports what a ref of the source names, called by the release behind it.
   *
   * @param pin whether a release that no manifest is known of is pinned by its first merge
   */
  public ImportReport run(String ref, boolean backfill, boolean pin, Supplier<Source> source) {
    try (Source opened = source.get()) {
      Version version = new ReleaseNames(config).of(ref, opened);
      Request request = new Request(version, Optional.of(ref), backfill, pin);
      return run(request, () -> new Unclosed(opened));
    }
  }

  /** The release as a source has it, checked against its manifest, without importing it. */
  public Snapshot verifiedSnapshot(Request request, Source source) {
    Version version = config.spelledAsPinned(request.version());
    return new ReleaseReader(config, source).read(version, request.ref(), this::vendorPaths);
  }

  /** Where no manifest tells what the headers are called, the newest import does. */
  private Set<HeaderPath> vendorPaths() {
    List<ImportedRelease> imported = branch.releases();
    return imported.isEmpty()
        ? Set.of()
        : branch.headers(imported.get(imported.size() - 1)).paths();
  }

  private NewRelease newRelease(
      Version version, Snapshot snapshot, Optional<Manifest> manifest, boolean pin) {
    HeaderTree headers = vendor.included(snapshot.headers());
    if (headers.isEmpty()) {
      throw Problem.inputFile(
          "include and exclude of vendor " + vendor.name() + " leave no file of " + version);
    }
    Origin origin = manifest.map(m -> m.origin(snapshot.origin())).orElse(snapshot.origin());
    String message =
        message(version, snapshot.headers().id(), origin, headers, manifest.isPresent() || pin);
    return new NewRelease(version, headers, message, origin.committer());
  }

  private String message(
      Version version, GitId upstreamTree, Origin origin, HeaderTree headers, boolean pinned) {
    Trailers trailers =
        new Trailers()
            .add(Trailers.VENDOR, vendor.name())
            .add(Trailers.RELEASE, version.text())
            .add(Trailers.PREFIX, vendor.prefix().value())
            .add(Trailers.UPSTREAM_REF, origin.ref())
            .add(Trailers.UPSTREAM_COMMIT, origin.commit())
            .add(Trailers.UPSTREAM_TREE, upstreamTree.hex())
            .add(Trailers.SOURCE_SHA256, origin.sha256());
    if (!pinned) {
      trailers.add(Trailers.PINNED, "no");
    }
    return "Import "
        + vendor.title(version)
        + "\n\n"
        + headers.size()
        + " files of "
        + vendor.upstream().path()
        + ", as upstream published them.\n\n"
        + trailers;
  }

  private ImportReport report(
      Result result,
      ImportedRelease release,
      List<ImportedRelease> imported,
      List<ImportedRelease> remade,
      boolean tagMade,
      Optional<Manifest> manifest,
      Set<HeaderPath> published,
      List<HeaderPath> lacking) {
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
        MissingInclude.in(headers, published, vendor.checks().abi()),
        lacking,
        previous.map(p -> since(p, headers)),
        Optional.empty());
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
