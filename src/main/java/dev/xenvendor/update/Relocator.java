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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Moves definitions out of the vendor's headers, and proves that they mean the same there. */
final class Relocator {

  /**
   * The moved definitions.
   *
   * @param headers the MD headers to write, by their paths in the tree
   * @param proofs what to say of each patch that moved something, by its id, once that is proved
   */
  record Moved(Map<HeaderPath, HeaderFile> headers, CompletableFuture<Map<String, String>> proofs) {

    /**
     * Waits for the compiler, and returns what to say of each patch that moved something, by its
     * id.
     *
     * @throws Problem if the layout of a type changes
     */
    Map<String, String> notes() {
      try {
        return proofs.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof Problem different ? different : e;
      }
    }
  }

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

  /** Moves the definitions, and asks the compiler in a thread of its own. */
  Moved of(PatchedSides sides) {
    Map<HeaderPath, HeaderFile> headers = mdHeaders.of(sides);
    List<PatchResult> moving =
        sides.local().results().stream().filter(result -> !result.taken().isEmpty()).toList();
    return new Moved(
        headers,
        moving.isEmpty()
            ? CompletableFuture.completedFuture(Map.of())
            : CompletableFuture.supplyAsync(() -> notes(moving, sides.local(), headers)));
  }

  private Map<String, String> notes(
      List<PatchResult> moving, PatchedTree local, Map<HeaderPath, HeaderFile> headers) {
    Map<String, String> notes = new HashMap<>();
    for (PatchResult result : moving) {
      LocalPatch patch = result.patch();
      RelocateDefinitions relocation = patch.change().asRelocation().orElseThrow();
      notes.put(patch.id(), note(patch, relocation, result, local, headers));
    }
    return notes;
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
      throw patch
          .problem(" changes what it moves: in " + relocation.from() + ", " + different.how())
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
