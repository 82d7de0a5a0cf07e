package dev.xenvendor.downstream;

import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.merge.Side;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Resolves {@code merged.yaml} where two branches meet that both merged releases.
 *
 * <p>What comes of such a merge holds the changes of both, and so of the newer release: the vendor
 * branch is linear. The record is of that one. Where both merged the same release, only what the
 * local patches made of each file can differ, which is merged file by file.
 */
public final class RecordMerge {

  private final Vendor vendor;
  private final VendorReleases branch;

  public RecordMerge(Downstream tree) {
    this.vendor = tree.vendor();
    this.branch = tree.branch();
  }

  /** Resolves the record in index and work tree, where it is unmerged and both sides have one. */
  public void settle(UnfinishedMerge merge) {
    settled(merge.unmerged())
        .ifPresent(record -> merge.settle(Map.of(vendor.recordPath(), Optional.of(record))));
  }

  /** The record that resolves the conflict; empty where it is in none, or a side has no record. */
  public Optional<HeaderFile> settled(SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged) {
    Map<Side, HeaderFile> sides = unmerged.getOrDefault(vendor.recordPath(), Map.of());
    Optional<MergeRecord> local = read(sides, Side.LOCAL);
    Optional<MergeRecord> other = read(sides, Side.VENDOR);
    if (local.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    MergeRecord merged =
        local.get().release().equals(other.get().release())
            ? sameRelease(read(sides, Side.BASE), local.get(), other.get())
            : newer(local.get(), other.get());
    return Optional.of(HeaderFile.regular(MergeRecordYaml.write(merged)));
  }

  private Optional<MergeRecord> read(Map<Side, HeaderFile> sides, Side side) {
    return Optional.ofNullable(sides.get(side))
        .filter(file -> !MarkerBlock.anyMarkerIn(file.bytes()))
        .map(file -> MergeRecordYaml.read(vendor.recordPath().value(), file.bytes()));
  }

  private static MergeRecord newer(MergeRecord local, MergeRecord other) {
    return local.release().compareTo(other.release()) > 0 ? local : other;
  }

  private MergeRecord sameRelease(
      Optional<MergeRecord> base, MergeRecord local, MergeRecord other) {
    MergeRecord first = isOnBranch(other) && !isOnBranch(local) ? other : local;
    SortedMap<HeaderPath, RecordedFile> files = new TreeMap<>(first.files());
    SortedMap<HeaderPath, RecordedFile> before =
        base.map(MergeRecord::files).orElseGet(TreeMap::new);
    files.replaceAll(
        (path, file) ->
            new RecordedFile(
                file.pristine(),
                merged(
                    patched(before, path).or(() -> Optional.of(file.pristine())),
                    patched(local.files(), path).orElse(file.patched()),
                    patched(other.files(), path).orElse(file.patched()))));
    Map<HeaderPath, HeaderPath> moved = new TreeMap<>(other.moved());
    moved.putAll(local.moved());
    return new MergeRecord(
        first.vendor(), first.release(), first.commit(), first.tree(), moved, () -> files);
  }

  private static Optional<GitId> patched(
      SortedMap<HeaderPath, RecordedFile> files, HeaderPath path) {
    return Optional.ofNullable(files.get(path)).map(RecordedFile::patched);
  }

  private static GitId merged(Optional<GitId> base, GitId local, GitId other) {
    return base.filter(local::equals).isPresent() ? other : local;
  }

  private boolean isOnBranch(MergeRecord record) {
    return branch.history().releases().stream()
        .map(ImportedRelease::commit)
        .anyMatch(record.commit()::equals);
  }
}
