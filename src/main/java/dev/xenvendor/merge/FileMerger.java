package dev.xenvendor.merge;

import dev.xenvendor.merge.Conflict.Kind;
import dev.xenvendor.merge.Conflict.TwoNames;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.Arrays;
import java.util.Optional;

/** Merges one file that has been followed through the three sides. */
final class FileMerger {

  private static final byte[] NOTHING = {};

  private final TextMerger textMerger;
  private final Labels labels;
  private final int markerWidth;

  FileMerger(TextMerger textMerger, Labels labels, int markerWidth) {
    this.textMerger = textMerger;
    this.labels = labels;
    this.markerWidth = markerWidth;
  }

  /** The merged file at its place; empty if no side has it any more. */
  Optional<MergedFile> merge(HeaderPath place, ThreeWay sides) {
    if (sides.local().isEmpty() && sides.vendor().isEmpty()) {
      return Optional.empty();
    }
    if (sides.vendor().isEmpty()) {
      return Optional.of(goneInVendor(place, sides));
    }
    if (sides.local().isEmpty()) {
      return Optional.of(goneInLocal(place, sides));
    }
    return Optional.of(inBoth(place, sides));
  }

  /** Returns what is left to decide of a file that the sides moved apart. */
  TwoNames twoNames(ThreeWay sides) {
    SideFile local = sides.local().orElseThrow();
    SideFile vendor = sides.vendor().orElseThrow();
    MergedFile merged = inBoth(local.path(), sides);
    boolean apart = merged.conflict().filter(Conflict.WholeFile.class::isInstance).isPresent();
    HeaderFile file = merged.result().orElseThrow();
    return new TwoNames(
        sides,
        new ThreeWay(
            sides.base(),
            Optional.of(new SideFile(local.path(), file)),
            Optional.of(new SideFile(vendor.path(), apart ? vendor.file() : file))));
  }

  private static MergedFile goneInVendor(HeaderPath place, ThreeWay sides) {
    HeaderFile local = sides.file(Side.LOCAL).orElseThrow();
    if (sides.base().isEmpty()) {
      return settled(place, sides, Outcome.UNCHANGED, local);
    }
    if (sides.localMoved()) {
      return conflict(new Conflict.WholeFile(place, Kind.RENAME_DELETE, sides), local);
    }
    if (local.equals(sides.file(Side.BASE).orElseThrow())) {
      return new MergedFile(
          place, Optional.empty(), Outcome.DELETED, Optional.empty(), Optional.empty());
    }
    return conflict(new Conflict.WholeFile(place, Kind.MODIFY_DELETE, sides), local);
  }

  private static MergedFile goneInLocal(HeaderPath place, ThreeWay sides) {
    HeaderFile vendor = sides.file(Side.VENDOR).orElseThrow();
    if (sides.base().isEmpty()) {
      return settled(place, sides, Outcome.ADDED, vendor);
    }
    // Where the vendor moved the file, that too is a change that local's deletion never saw.
    if (sides.vendorMoved() || !vendor.equals(sides.file(Side.BASE).orElseThrow())) {
      return conflict(new Conflict.WholeFile(place, Kind.DELETE_MODIFY, sides), vendor);
    }
    return new MergedFile(
        place, Optional.empty(), Outcome.UNCHANGED, Optional.empty(), Optional.empty());
  }

  private MergedFile inBoth(HeaderPath place, ThreeWay sides) {
    HeaderFile local = sides.file(Side.LOCAL).orElseThrow();
    HeaderFile vendor = sides.file(Side.VENDOR).orElseThrow();
    Optional<HeaderFile> base = sides.file(Side.BASE);
    if (local.equals(vendor) || base.filter(vendor::equals).isPresent()) {
      return settled(place, sides, Outcome.UNCHANGED, local);
    }
    if (base.filter(local::equals).isPresent()) {
      return settled(place, sides, Outcome.UPDATED, vendor);
    }
    if (!local.mode().isFile() || !vendor.mode().isFile()) {
      return conflict(new Conflict.WholeFile(place, linkKind(local, vendor), sides), local);
    }
    Optional<HeaderFile> fileBase = base.filter(file -> file.mode().isFile());
    return isOneSided(fileBase, local, vendor)
        ? byMode(place, sides, fileBase)
        : byText(place, sides, fileBase);
  }

  /** At most one side changed the content, so that only the modes are left to merge. */
  private static MergedFile byMode(HeaderPath place, ThreeWay sides, Optional<HeaderFile> base) {
    HeaderFile local = sides.file(Side.LOCAL).orElseThrow();
    if (base.isEmpty()) {
      return conflict(new Conflict.WholeFile(place, Kind.MODE, sides), local);
    }
    HeaderFile vendor = sides.file(Side.VENDOR).orElseThrow();
    HeaderFile content = base.get().sameContent(local) ? vendor : local;
    FileMode mode = mergedMode(base, local, vendor);
    return settled(place, sides, Outcome.MERGED, content.withMode(mode));
  }

  private static FileMode mergedMode(
      Optional<HeaderFile> base, HeaderFile local, HeaderFile vendor) {
    return base.filter(file -> file.mode() == local.mode()).isPresent()
        ? vendor.mode()
        : local.mode();
  }

  private MergedFile byText(HeaderPath place, ThreeWay sides, Optional<HeaderFile> base) {
    HeaderFile local = sides.file(Side.LOCAL).orElseThrow();
    HeaderFile vendor = sides.file(Side.VENDOR).orElseThrow();
    byte[] baseText = base.map(HeaderFile::bytes).orElse(NOTHING);
    byte[] localText = local.bytes();
    byte[] vendorText = vendor.bytes();
    if (Lines.isBinary(baseText) || Lines.isBinary(localText) || Lines.isBinary(vendorText)) {
      return conflict(new Conflict.WholeFile(place, Kind.BINARY, sides), local);
    }
    FileMode mode = mergedMode(base, local, vendor);
    MergedText text = textMerger.merge(baseText, localText, vendorText);
    if (text.isClean()) {
      byte[] bytes = text.settledBy(hunk -> NOTHING);
      // Compared by its bytes: its id may never be needed before it is written.
      boolean same = mode == local.mode() && Arrays.equals(bytes, localText);
      HeaderFile merged = same ? local : HeaderFile.of(mode, bytes);
      return base.isEmpty() && local.mode() != vendor.mode()
          ? conflict(new Conflict.WholeFile(place, Kind.MODE, sides), merged)
          : placed(place, sides, same ? Outcome.UNCHANGED : Outcome.MERGED, merged);
    }
    Kind kind = sides.base().isPresent() ? Kind.CONTENT : Kind.ADD_ADD;
    return conflict(
        new Conflict.Text(place, kind, sides, text),
        HeaderFile.of(mode, text.withMarkers(labels, markerWidth)));
  }

  private static Kind linkKind(HeaderFile local, HeaderFile vendor) {
    boolean link = local.mode() == FileMode.SYMLINK || vendor.mode() == FileMode.SYMLINK;
    return link ? Kind.SYMLINK : Kind.BINARY;
  }

  private static boolean isOneSided(
      Optional<HeaderFile> base, HeaderFile local, HeaderFile vendor) {
    return local.sameContent(vendor)
        || base.filter(file -> file.sameContent(local) || file.sameContent(vendor)).isPresent();
  }

  private static MergedFile settled(
      HeaderPath place, ThreeWay sides, Outcome outcome, HeaderFile result) {
    return placed(place, sides, unlessSame(outcome, sides, result), result);
  }

  private static MergedFile placed(
      HeaderPath place, ThreeWay sides, Outcome outcome, HeaderFile result) {
    Optional<HeaderPath> from =
        sides.local().map(SideFile::path).filter(path -> !path.equals(place));
    Outcome seen = from.isPresent() ? Outcome.MOVED : outcome;
    return new MergedFile(place, from, seen, Optional.of(result), Optional.empty());
  }

  /** A merge that changes nothing in local's file has left it unchanged, however it came about. */
  private static Outcome unlessSame(Outcome outcome, ThreeWay sides, HeaderFile result) {
    return sides.file(Side.LOCAL).filter(result::equals).isPresent() ? Outcome.UNCHANGED : outcome;
  }

  private static MergedFile conflict(Conflict conflict, HeaderFile result) {
    HeaderPath place = conflict.path();
    Optional<HeaderPath> from =
        conflict.sides().local().map(SideFile::path).filter(path -> !path.equals(place));
    return new MergedFile(
        place, from, Outcome.CONFLICT, Optional.of(result), Optional.of(conflict));
  }
}
