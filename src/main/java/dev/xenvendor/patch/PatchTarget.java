package dev.xenvendor.patch;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tree that a change is made in.
 *
 * @param moved where upstream moved files since the patch was written
 * @param spelling what local's copies of the files have in a spelling of their own, and keep
 * @param leftOut files in which this change is not to be made
 * @param published the release as published: the tree itself, or what local's tree comes from
 * @param unpatched the tree before the first of the patches was made
 * @param originals what diffs were made against
 */
public record PatchTarget(
    HeaderTree tree,
    Map<HeaderPath, HeaderPath> moved,
    LocalFormatting spelling,
    Set<HeaderPath> leftOut,
    HeaderTree published,
    HeaderTree unpatched,
    DiffPreimages originals) {

  /** Returns the release itself, without local changes. */
  public static PatchTarget of(HeaderTree published) {
    return of(published, published);
  }

  /** Returns a tree that came from a release and has no patch made in it yet. */
  public static PatchTarget of(HeaderTree tree, HeaderTree published) {
    return new PatchTarget(
        tree, Map.of(), LocalFormatting.NONE, Set.of(), published, tree, DiffPreimages.NONE);
  }

  /** Returns the same tree after some patches were made in it. */
  public PatchTarget withTree(HeaderTree other) {
    return new PatchTarget(other, moved, spelling, leftOut, published, unpatched, originals);
  }

  /** Returns the same target for a release in which upstream moved files. */
  public PatchTarget withMoved(Map<HeaderPath, HeaderPath> renames) {
    return new PatchTarget(tree, renames, spelling, leftOut, published, unpatched, originals);
  }

  /** Returns the same target, in which files keep a spelling of their own. */
  public PatchTarget withSpelling(LocalFormatting own) {
    return new PatchTarget(tree, moved, own, leftOut, published, unpatched, originals);
  }

  PatchTarget withOriginals(DiffPreimages others) {
    return new PatchTarget(tree, moved, spelling, leftOut, published, unpatched, others);
  }

  PatchTarget leavingOut(Set<HeaderPath> files) {
    return new PatchTarget(tree, moved, spelling, files, published, unpatched, originals);
  }

  /**
   * Returns whether a file is as it was published, so that nothing of the tree's own is lost with
   * it.
   */
  boolean isAsPublished(HeaderPath path) {
    return unpatched.get(path).equals(published.get(path));
  }

  /** Returns where a file that a patch names is in the tree. */
  Optional<HeaderPath> find(HeaderPath path) {
    return FileSelection.now(path, tree, moved);
  }

  FileInTree file(HeaderPath path) {
    return new FileInTree(
        path,
        tree.get(path).orElseThrow().bytes(),
        tree,
        Optional.ofNullable(spelling.idents().get(path)),
        Optional.ofNullable(spelling.lineEnds().get(path)),
        originals);
  }
}
