package dev.xenvendor.update;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.PatchedSides;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.LayoutProof.Proof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Moves definitions out of the vendor's headers, and proves that they mean the same there. */
final class Relocator {

  /**
   * What is moved.
   *
   * @param headers the MD headers to write, by their paths in the tree
   * @param notes what to say of each patch that moved something, by its id
   */
  record Moved(Map<HeaderPath, HeaderFile> headers, Map<String, String> notes) {}

  private final Vendor vendor;
  private final HeaderPath prefix;
  private final MdHeaders mdHeaders;
  private final Supplier<LayoutProbe> probe;

  Relocator(Downstream tree, Supplier<LayoutProbe> probe) {
    this.vendor = tree.vendor();
    this.prefix = vendor.prefix();
    this.mdHeaders = new MdHeaders(tree);
    this.probe = probe;
  }

  Moved of(PatchedSides sides) {
    Map<HeaderPath, HeaderFile> headers = mdHeaders.of(sides);
    Map<String, String> notes = new HashMap<>();
    for (PatchResult result : sides.local().results()) {
      LocalPatch patch = result.patch();
      if (!result.taken().isEmpty()) {
        RelocateDefinitions relocation = patch.change().asRelocation().orElseThrow();
        notes.put(patch.id(), note(patch, relocation, result, sides.local(), headers));
      }
    }
    return new Moved(headers, notes);
  }

  private String note(
      LocalPatch patch,
      RelocateDefinitions relocation,
      PatchResult result,
      PatchedTree local,
      Map<HeaderPath, HeaderFile> headers) {
    List<String> types = result.taken().stream().flatMap(t -> t.types().stream()).toList();
    HeaderPath header = prefix.resolve(relocation.fromIn(result));
    List<HeaderPath> after = new ArrayList<>(List.of(header));
    if (relocation.include().isEmpty()) {
      after.add(relocation.mdHeader(prefix)); // as consumers include it
    }
    Proof proof =
        new LayoutProof(probe.get(), vendor)
            .compare(
                inTree(local.before(), Map.of()),
                List.of(header),
                inTree(local.tree(), headers),
                after,
                types);
    String to = relocation.from() + " to " + relocation.mdHeader(prefix) + ", ";
    if (proof instanceof Proof.NotProved open) {
      return to + "layouts not verified: " + open.reason();
    }
    if (proof instanceof Proof.Different different) {
      throw Problem.inputFile(
              patch.place()
                  + ": the patch "
                  + patch.id()
                  + " changes what it moves: in "
                  + relocation.from()
                  + ", "
                  + different.how())
          .hint("let it move all related definitions, or include it further down");
    }
    return to + "layouts equal on " + LayoutProof.targets();
  }

  /** The headers where they stand in the operating system's tree, with the MD headers. */
  private HeaderTree inTree(HeaderTree headers, Map<HeaderPath, HeaderFile> mdHeaders) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    headers.files().forEach((path, file) -> files.put(prefix.resolve(path), file));
    mdHeaders.forEach(files::put);
    return HeaderTree.of(files);
  }
}
