package dev.xenvendor.patch;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A header of a release as published.
 *
 * @param ident the ident line that it gets instead of a bare one
 */
public record ReleasedHeader(
    HeaderTree tree, HeaderPath file, Version release, Optional<byte[]> ident) {

  /** Returns the header with those of the patches that are about it. */
  public byte[] with(List<LocalPatch> patches, DiffPreimages originals) {
    Set<HeaderPath> elsewhere = new HashSet<>(tree.paths());
    elsewhere.remove(file);
    Map<String, Set<HeaderPath>> leftOut = new HashMap<>();
    List<LocalPatch> here = new ArrayList<>();
    for (LocalPatch patch : patches) {
      if (patch.change().mayTouch(Set.of(file))) {
        here.add(patch);
        leftOut.put(patch.id(), patch.change().isPerFile() ? elsewhere : Set.of());
      }
    }
    PatchTarget target = PatchTarget.of(tree).withSpelling(spelling());
    return new PatchSet(here, originals)
        .apply(target, leftOut)
        .tree()
        .get(file)
        .orElseGet(this::published)
        .bytes();
  }

  /** Returns what the header keeps in a spelling of its own. */
  public LocalFormatting spelling() {
    Map<HeaderPath, byte[]> idents = new HashMap<>();
    ident.ifPresent(line -> idents.put(file, line));
    return new LocalFormatting(idents, Map.of());
  }

  public HeaderFile published() {
    return tree.get(file).orElseThrow();
  }
}
