package dev.xenvendor.patch.review;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Lazy;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.merge.MergeResult;
import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.ReleasedHeader;
import dev.xenvendor.patch.file.PatchFileText;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.patch.propose.PatchRefresh;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the declarations that a merge rewrites, so that they fit the release that trunk gets. */
public final class Refreshes {

  private final PatchSet patches;
  private final PatchedSides sides;
  private final Optional<Version> from;
  private final Version to;

  /**
   * The formatting of trunk's files, in which patches are written; to compute it reads them all.
   */
  private final Lazy<LocalFormatting> spelling;

  public Refreshes(PatchSet patches, PatchedSides sides, Optional<Version> from, Version to) {
    this.patches = patches;
    this.sides = sides;
    this.from = from;
    this.to = to;
    this.spelling = new Lazy<>(() -> patches.spellingWhenPatched(sides.local().before()));
  }

  /**
   * Returns the patches as they read in the release merged.
   *
   * @param plain the headers that came out of a text merge
   */
  public List<LocalPatch> of(MergeResult merged, Set<HeaderPath> plain) {
    PatchRefresh refresh = new PatchRefresh(patches, to);
    Set<HeaderPath> conflicting = new HashSet<>();
    merged.conflicts().forEach(conflict -> conflicting.addAll(conflict.paths()));
    for (PatchResult result : sides.vendor().results()) {
      if (result.patch().change().onlyFile().isPresent()
          && result.edits().size() == 1
          && !conflicting.contains(result.edits().firstKey())) {
        refresh(refresh, result, plain.contains(result.edits().firstKey()));
      }
    }
    return refresh.refreshed();
  }

  private void refresh(PatchRefresh refresh, PatchResult result, boolean isPlain) {
    LocalPatch patch = result.patch();
    HeaderPath file = result.edits().firstKey();
    Optional<ReleasedHeader> earlier = earlier(patch, file);
    Optional<ReleasedHeader> now = header(file);
    boolean lost = result.withoutIt().contains(file) && !result.isUnreadable();
    if (lost && earlier.isPresent() && (now.isEmpty() || refresh.isIn(patch, earlier.get()))) {
      refresh.end(patch);
    } else if (now.isPresent()) {
      boolean placed = isPlain && !patch.change().isOfEveryLine();
      boolean same = !placed || earlier.isEmpty() || refresh.carry(patch, earlier.get(), now.get());
      if (same) {
        refresh.move(patch, now.get());
      }
    }
  }

  private Optional<ReleasedHeader> header(HeaderPath file) {
    HeaderTree tree = sides.vendor().before();
    return tree.contains(file)
        ? Optional.of(new ReleasedHeader(tree, file, to, ident(before(file))))
        : Optional.empty();
  }

  /** The header in the release merged before, where trunk had the patch. */
  private Optional<ReleasedHeader> earlier(LocalPatch patch, HeaderPath file) {
    HeaderTree tree = sides.base().before();
    HeaderPath before = before(file);
    return from.filter(version -> tree.contains(before))
        .filter(version -> sides.inLocal(patch).filter(PatchResult::applies).isPresent())
        .map(version -> new ReleasedHeader(tree, before, version, ident(before)));
  }

  private HeaderPath before(HeaderPath file) {
    return sides.renames().stream()
        .filter(rename -> rename.to().equals(file))
        .map(rename -> rename.from())
        .findFirst()
        .orElse(file);
  }

  private Optional<byte[]> ident(HeaderPath before) {
    return Optional.ofNullable(spelling.get().idents().get(before));
  }

  /**
   * The files in the tree that declare the patches, rewritten; those from elsewhere are missing.
   */
  public static Map<HeaderPath, HeaderFile> files(
      Downstream downstream, List<LocalPatch> refreshed) {
    HeaderPath folder = HeaderPath.of(downstream.patchFolder());
    HeaderTree tree = downstream.trunk().tree(folder);
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (LocalPatch patch : refreshed) {
      for (HeaderPath path : downstream.declarations(patch)) {
        HeaderPath name = path.below(folder).orElseThrow();
        HeaderFile file = tree.get(name).orElseThrow();
        LocalPatch there =
            PatchYaml.read(name.value(), file.bytes(), beside -> beside(tree, beside));
        LocalPatch as = downstream.patches().find(patch.id()).orElseThrow();
        boolean same =
            as.change().kind().equals(there.change().kind())
                && as.change().summary().equals(there.change().summary())
                && as.releases().equals(there.releases());
        if (same) {
          byte[] text = PatchFileText.rewritten(file.bytes(), as, patch);
          files.put(path, HeaderFile.of(file.mode(), text));
        }
      }
    }
    return files;
  }

  private static Optional<byte[]> beside(HeaderTree tree, String name) {
    return tree.get(HeaderPath.of(name)).map(HeaderFile::bytes);
  }
}
