package dev.xenvendor.patch.residue;

import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;

/**
 * A tree's headers beside the release that they come from.
 *
 * @param pristine the headers of the release, as published
 * @param local the tree's
 * @param moved where upstream moved files that patches name
 */
public record LocalCopy(
    Version release, HeaderTree pristine, HeaderTree local, Map<HeaderPath, HeaderPath> moved) {

  /** Returns a tree of which upstream moved no file. */
  public static LocalCopy of(Version release, HeaderTree pristine, HeaderTree local) {
    return new LocalCopy(release, pristine, local, Map.of());
  }

  /** Returns the release as the target of its first patch. */
  PatchTarget pristine(LocalFormatting spelling) {
    return PatchTarget.of(pristine).withMoved(moved).withSpelling(spelling);
  }

  /** Returns the tree as the target of its first patch. */
  PatchTarget local(LocalFormatting spelling) {
    return PatchTarget.of(local, pristine).withMoved(moved).withSpelling(spelling);
  }
}
