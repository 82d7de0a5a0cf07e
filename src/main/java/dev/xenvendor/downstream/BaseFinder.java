package dev.xenvendor.downstream;

import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.downstream.MergeBase.Origin;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the release that trunk's headers come from.
 *
 * <p>Trunk's record decides. If the history names a later release, merged by plain git or merged
 * and reverted, that release is used only if trunk's headers are nearer to it.
 */
final class BaseFinder {

  private static final byte[] NOTHING = {};

  private final Vendor vendor;
  private final VendorReleases branch;
  private final TrunkView trunk;

  private final Lazy<Optional<byte[]>> recordFile;
  private final Lazy<Boolean> recordMarked;
  private final Lazy<Optional<MergeRecord>> record;

  BaseFinder(Vendor vendor, VendorReleases branch, TrunkView trunk) {
    this.vendor = vendor;
    this.branch = branch;
    this.trunk = trunk;
    this.recordFile = new Lazy<>(() -> trunk.file(vendor.recordPath()).map(HeaderFile::bytes));
    this.recordMarked =
        new Lazy<>(() -> recordFile.get().filter(MarkerBlock::anyMarkerIn).isPresent());
    this.record = new Lazy<>(() -> recordFile.get().map(this::read));
  }

  /** Returns trunk's record, and refuses one with conflict markers in it. */
  Optional<MergeRecord> record() {
    return record.get();
  }

  boolean isRecordMarked() {
    return recordMarked.get();
  }

  private MergeRecord read(byte[] yaml) {
    HeaderPath path = vendor.recordPath();
    if (isRecordMarked()) {
      throw Problem.inputFile(path + " holds conflict markers")
          .hint(
              "while the merge is in progress: xenvendor merge --continue; once it is committed,"
                  + " take the record of one side: git checkout COMMIT -- "
                  + path);
    }
    return MergeRecordYaml.read(path.value(), yaml);
  }

  /** Returns whether a record or ancestry shows where trunk's headers came from. */
  boolean isKnown() {
    return record().isPresent()
        || newestAncestor(branch.history().releases()).isPresent()
        || trunk.tree(vendor.prefix()).isEmpty();
  }

  /** The release that trunk's record names where the vendor branch does not hold it. */
  Optional<Version> missing() {
    List<ImportedRelease> releases = branch.history().releases();
    return record().filter(r -> recorded(r, releases).isEmpty()).map(MergeRecord::release);
  }

  /** Refuses a vendor branch that does not hold the release of trunk's record. */
  void requireRecordedRelease() {
    List<ImportedRelease> releases = branch.history().releases();
    record()
        .filter(r -> recorded(r, releases).isEmpty())
        .ifPresent(
            r -> {
              throw missing(r, releases.isEmpty());
            });
  }

  /**
   * Finds the release to compare trunk with. The branch may hold it otherwise than the record has
   * it: it is still the one that trunk came from.
   *
   * @return empty where the branch lacks the release, or the record holds conflict markers
   */
  Optional<MergeBase> findToInspect() {
    if (isRecordMarked()) {
      return Optional.empty();
    }
    Optional<Version> missing = missing();
    if (missing.isEmpty()) {
      return Optional.of(find());
    }
    GitId tree = record().orElseThrow().tree();
    return first(release -> branch.headers(release).id().equals(tree))
        .or(() -> first(release -> release.version().equals(missing.get())))
        .map(r -> new MergeBase(Optional.of(r), branch.headers(r), Origin.RECORD));
  }

  private Optional<ImportedRelease> first(Predicate<ImportedRelease> isMeant) {
    return branch.history().releases().stream().filter(isMeant).findFirst();
  }

  /** Finds the release to merge from, and refuses to guess. */
  MergeBase find() {
    List<ImportedRelease> releases = branch.history().releases();
    Optional<MergeRecord> record = record();
    Optional<ImportedRelease> recorded =
        record.map(r -> recorded(r, releases).orElseThrow(() -> missing(r, releases.isEmpty())));
    Optional<ImportedRelease> merged = newestAncestor(releases);
    if (merged.isPresent() && isLater(merged.get(), recorded, releases)) {
      HeaderTree local = trunk.tree(vendor.prefix());
      HeaderTree byAncestry = branch.headers(merged.get());
      HeaderTree byRecord = recorded.map(branch::headers).orElse(HeaderTree.EMPTY);
      if (distance(byAncestry, local) < distance(byRecord, local)) {
        return new MergeBase(merged, byAncestry, Origin.ANCESTRY);
      }
    }
    if (recorded.isPresent()) {
      return new MergeBase(recorded, branch.headers(recorded.get()), Origin.RECORD);
    }
    if (trunk.tree(vendor.prefix()).isEmpty()) {
      return MergeBase.NONE;
    }
    throw Problem.repository(
            "it is not recorded which release of "
                + vendor.title()
                + " the headers in "
                + vendor.prefix()
                + " came from")
        .hint("adopt them first: xenvendor adopt --from SOURCE");
  }

  /** The recorded release's place on the branch, which a backfill may have moved. */
  private Optional<ImportedRelease> recorded(MergeRecord record, List<ImportedRelease> releases) {
    return releases.stream()
        .filter(r -> r.version().equals(record.release()))
        .filter(
            r -> r.commit().equals(record.commit()) || branch.headers(r).id().equals(record.tree()))
        .findFirst();
  }

  private Problem missing(MergeRecord record, boolean noBranch) {
    String fetch = "fetch the vendor branch: " + vendor.fetchCommand();
    return Problem.repository(
            vendor.recordPath()
                + " says that "
                + vendor.title(record.release())
                + " was merged last, but "
                + vendor.branch()
                + " does not hold it")
        .hint(noBranch ? fetch : fetch + ", and in a shallow clone: git fetch --unshallow");
  }

  private Optional<ImportedRelease> newestAncestor(List<ImportedRelease> releases) {
    List<ImportedRelease> newestFirst = new ArrayList<>(releases);
    Collections.reverse(newestFirst);
    return newestFirst.stream().filter(r -> trunk.descendsFrom(r.commit())).findFirst();
  }

  private static boolean isLater(
      ImportedRelease merged, Optional<ImportedRelease> recorded, List<ImportedRelease> releases) {
    return recorded.isEmpty() || releases.indexOf(merged) > releases.indexOf(recorded.get());
  }

  private long distance(HeaderTree release, HeaderTree local) {
    long lines = 0;
    for (HeaderPath path : release.differences(local)) {
      lines += distance(release.get(path), local.get(path));
    }
    return lines;
  }

  private long distance(Optional<HeaderFile> a, Optional<HeaderFile> b) {
    return LineDiff.distance(
        a.map(HeaderFile::bytes).orElse(NOTHING), b.map(HeaderFile::bytes).orElse(NOTHING));
  }
}
