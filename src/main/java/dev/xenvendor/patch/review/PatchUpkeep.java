package dev.xenvendor.patch.review;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.ReleasedHeader;
import dev.xenvendor.patch.propose.PatchRefresh;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Applies, refreshes and retires local patches in the work tree, for the user to commit. */
public final class PatchUpkeep {

  /**
   * The files to write.
   *
   * @param release the release that trunk has
   * @param lines what happens, a line each
   * @param files the files, by their paths from the root; empty for one that goes away
   */
  public record Report(
      Version release, List<String> lines, SortedMap<HeaderPath, Optional<HeaderFile>> files) {}

  private final Vendor vendor;
  private final PatchSet patches;
  private final Downstream tree;
  private final PatchesReport review;

  /**
   * Looks at a tree.
   *
   * @param tree the tree as it is now
   */
  public PatchUpkeep(Downstream tree) {
    this.vendor = tree.vendor();
    this.patches = tree.patches();
    this.tree = tree;
    this.review = PatchesReport.of(tree);
  }

  /** Makes patches in the headers that lack them; all patches where none is named. */
  public Report apply(List<String> ids) {
    PatchSet wanted =
        new PatchSet(
            wanted(ids).stream().filter(patch -> patch.change().asRelocation().isEmpty()).toList(),
            patches.originals());
    Residue residue = tree.with(wanted).residue().orElseThrow();
    List<String> lines = new ArrayList<>();
    for (PatchResult result : residue.local().results()) {
      for (HeaderPath path : result.changed()) {
        lines.add(vendor.prefix().resolve(path) + "    " + result.patch().id());
      }
    }
    SortedMap<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
    tree.local()
        .editsTo(residue.local().tree())
        .forEach((path, file) -> files.put(vendor.prefix().resolve(path), file));
    return new Report(review.release(), lines, files);
  }

  /**
   * Rewrites declarations so that they fit the release that trunk has: diffs whose context moved,
   * and patches that no longer apply though the edit is in trunk.
   */
  public Report refresh(List<String> ids) {
    PatchRefresh refresh = new PatchRefresh(patches, review.release());
    for (LocalPatch patch : wanted(ids)) {
      header(patch).ifPresent(header -> refresh(refresh, patch, header));
    }
    return declared(refresh.refreshed(), "refreshed");
  }

  private void refresh(PatchRefresh refresh, LocalPatch patch, ReleasedHeader header) {
    boolean lost =
        review.residue().release().result(patch.id()).filter(r -> !r.applies()).isPresent()
            || review.residue().local().result(patch.id()).filter(r -> !r.applies()).isPresent();
    if (lost) {
      review
          .residue()
          .local()
          .tree()
          .get(header.file())
          .ifPresent(file -> refresh.absorb(patch, header, file.bytes()));
    } else {
      refresh.move(patch, header);
    }
  }

  /** The one header of the release that a patch is about. */
  private Optional<ReleasedHeader> header(LocalPatch patch) {
    HeaderTree published = tree.pristine();
    Map<HeaderPath, byte[]> idents = patches.spellingWhenPatched(tree.local()).idents();
    if (!patch.isFor(review.release())) {
      return Optional.empty();
    }
    return patch
        .change()
        .onlyFile()
        .map(path -> review.moved().getOrDefault(path, path))
        .filter(published::contains)
        .map(
            path ->
                new ReleasedHeader(
                    published, path, review.release(), Optional.ofNullable(idents.get(path))));
  }

  /**
   * Ends patches: those that trunk carries with the release that it has, so that the next merge
   * takes them out, and others before it.
   */
  public Report retire(List<String> ids) {
    List<LocalPatch> retired = new ArrayList<>();
    for (String id : ids) {
      PatchReport report = review.find(id);
      boolean carried = report.state() == PatchState.CARRIED || report.state() == PatchState.PARTLY;
      retired.add(
          carried
              ? report.patch().endingWith(review.release())
              : report.patch().endingBefore(review.release()));
    }
    return declared(retired, "");
  }

  private Report declared(List<LocalPatch> now, String verb) {
    Map<HeaderPath, HeaderFile> files = Refreshes.files(tree, now);
    if (files.size() < now.size()) {
      throw Problem.repository("this tree does not declare all of these patches")
          .hint("adopt them first: xenvendor adopt --from SOURCE, or name them one by one");
    }
    SortedMap<HeaderPath, Optional<HeaderFile>> all = new TreeMap<>();
    files.forEach((path, file) -> all.put(path, Optional.of(file)));
    List<String> lines = new ArrayList<>();
    for (LocalPatch patch : now) {
      lines.add(patch.id() + "    " + (verb.isEmpty() ? "for releases " + patch.releases() : verb));
    }
    return new Report(review.release(), lines, all);
  }

  private List<LocalPatch> wanted(List<String> ids) {
    ids.forEach(id -> PatchExport.required(patches, id));
    return patches.patches().stream()
        .filter(patch -> ids.isEmpty() || ids.contains(patch.id()))
        .toList();
  }
}
