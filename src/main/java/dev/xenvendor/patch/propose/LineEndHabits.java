package dev.xenvendor.patch.propose;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.edit.LineEndings;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds out which line ends of a tree's own its headers have. */
public final class LineEndHabits {

  private final HeaderTree published;
  private final HeaderTree local;
  private final Collection<HeaderPath> differing;

  private LineEndHabits(HeaderTree published, HeaderTree local, Collection<HeaderPath> differing) {
    this.published = published;
    this.local = local;
    this.differing = differing;
  }

  /** The declarations of what is left of a tree's line ends once its patches are taken out. */
  static List<Change> propose(Residue residue) {
    return new LineEndHabits(residue.release().tree(), residue.local().tree(), residue.differing())
        .changes();
  }

  /** Declarations of the line ends of a tree without patches that came from a release. */
  public static PatchSet declare(HeaderTree published, HeaderTree local) {
    List<LocalPatch> patches = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>();
    for (Change change :
        new LineEndHabits(published, local, published.differences(local)).changes()) {
      LocalPatch patch = Proposal.of(change, ids);
      ids.add(patch.id());
      patches.add(patch);
    }
    return new PatchSet(patches);
  }

  private List<Change> changes() {
    List<HeaderPath> crLf = differingWith(LineEnd.CRLF);
    List<HeaderPath> lf = differingWith(LineEnd.LF);
    List<Change> changes = new ArrayList<>();
    if (!crLf.isEmpty()) {
      changes.add(new LineEndings(filesOf(crLf), LineEnd.CRLF));
    }
    if (!lf.isEmpty()) {
      changes.add(new LineEndings(FileSelection.of(lf), LineEnd.LF));
    }
    return changes;
  }

  /** Files whose lines end for the most part so, and not all of them as in the release. */
  private List<HeaderPath> differingWith(LineEnd end) {
    return differing.stream()
        .filter(path -> has(path, end) && published.contains(path))
        .filter(path -> !endsAsPublished(path))
        .toList();
  }

  private boolean has(HeaderPath path, LineEnd end) {
    return text(local, path).flatMap(LineEnd::mostIn).filter(end::equals).isPresent();
  }

  private boolean endsAsPublished(HeaderPath path) {
    byte[] mine = text(local, path).orElseThrow();
    Optional<LineEnd> released = text(published, path).flatMap(LineEnd::mostIn);
    return !LineEnd.areMixed(mine) && LineEnd.mostIn(mine).equals(released);
  }

  private static Optional<byte[]> text(HeaderTree tree, HeaderPath path) {
    return tree.get(path)
        .filter(file -> file.mode().isFile())
        .map(HeaderFile::bytes)
        .filter(bytes -> !Lines.isBinary(bytes));
  }

  /**
   * Every file but those with other ends, where most have these, so that new files get them, too;
   * else the files by name.
   */
  private FileSelection filesOf(List<HeaderPath> crLf) {
    List<HeaderPath> others = local.paths().stream().filter(path -> has(path, LineEnd.LF)).toList();
    if (crLf.size() <= others.size()) {
      return FileSelection.of(crLf);
    }
    List<String> patterns = new ArrayList<>(List.of("**"));
    others.forEach(path -> patterns.add('!' + path.value()));
    return new FileSelection(patterns);
  }
}
