package dev.xenvendor.update;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.patch.definition.MdHeader;
import dev.xenvendor.patch.definition.MovedDefinitions;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes the MD headers that receive the definitions that a merge moves out of the vendor's
 * headers.
 */
final class MdHeaders {

  private final HeaderPath prefix;
  private final PatchSet patches;
  private final TrunkView trunk;
  private final DuplicateDefinitionGuard own;

  MdHeaders(Downstream tree) {
    this.prefix = tree.vendor().prefix();
    this.own = new DuplicateDefinitionGuard(tree.vendor(), tree.trunk());
    this.patches = tree.patches();
    this.trunk = tree.trunk();
  }

  /** The MD headers to write, by their paths in the tree; those that stay as they are left out. */
  Map<HeaderPath, HeaderFile> of(PatchedSides sides) {
    Map<HeaderPath, HeaderFile> headers = new TreeMap<>();
    for (PatchResult vendor : sides.vendor().results()) {
      LocalPatch patch = vendor.patch();
      Optional<RelocateDefinitions> relocates = patch.change().asRelocation();
      if (!vendor.applies() || relocates.isEmpty()) {
        continue;
      }
      RelocateDefinitions relocation = relocates.get();
      List<MovedDefinitions> taken = sides.inLocal(patch).map(PatchResult::taken).orElse(List.of());
      if (vendor.isUpstreams() && taken.isEmpty()) {
        continue; // upstream defines it all itself
      }
      HeaderPath path = relocation.mdHeader(prefix);
      own.requireIncluded(patch, relocation, path);
      Optional<HeaderFile> before = Optional.ofNullable(headers.get(path)).or(() -> file(path));
      if (before.isEmpty() && taken.isEmpty() && isOptional(relocation)) {
        continue; // there was nothing to move, and nothing needs the header
      }
      if (before.isEmpty() || !taken.isEmpty()) {
        own.requireNone(patch, relocation, path);
      }
      header(patch, relocation, before, taken)
          .filter(after -> before.filter(after::equals).isEmpty())
          .ifPresent(after -> headers.put(path, after));
    }
    return headers;
  }

  /**
   * Returns whether no header includes it, and none can be made for trees without the definitions.
   */
  private static boolean isOptional(RelocateDefinitions relocation) {
    return relocation.include().isEmpty() && relocation.template().isEmpty();
  }

  private Optional<HeaderFile> file(HeaderPath path) {
    return trunk.file(path);
  }

  private Optional<HeaderFile> header(
      LocalPatch patch,
      RelocateDefinitions relocation,
      Optional<HeaderFile> before,
      List<MovedDefinitions> taken) {
    HeaderPath path = relocation.mdHeader(prefix);
    MdHeader header = new MdHeader(path);
    if (taken.isEmpty()) {
      return before.or(() -> Optional.of(template(patch, relocation, path)));
    }
    if (before.isEmpty()) {
      HeaderPath from = prefix.resolve(relocation.from());
      return Optional.of(HeaderFile.regular(header.create(from, patches.identLine(), taken)));
    }
    try {
      return before.map(b -> HeaderFile.of(b.mode(), header.with(b.bytes(), taken)));
    } catch (IllegalArgumentException e) {
      throw patch
          .problem(": " + e.getMessage())
          .hint("remove one of the two from the tree")
          .because(e);
    }
  }

  private HeaderFile template(LocalPatch patch, RelocateDefinitions relocation, HeaderPath path) {
    return relocation
        .fromTemplate(prefix)
        .map(HeaderFile::regular)
        .orElseThrow(
            () ->
                patch
                    .problem(
                        " includes "
                            + path
                            + ", which is not in the tree, and "
                            + relocation.from()
                            + " contains nothing to move there")
                    .hint("give the patch a template, or write the header"));
  }
}
