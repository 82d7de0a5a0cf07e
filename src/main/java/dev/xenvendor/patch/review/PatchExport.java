package dev.xenvendor.patch.review;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchedTree;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes what a local patch changes in upstream's own tree, to be sent there. */
public final class PatchExport {

  /**
   * The patch against a release.
   *
   * @param folder where the headers are in upstream's tree
   */
  public record Exported(
      Vendor vendor,
      LocalPatch patch,
      Version release,
      HeaderPath folder,
      HeaderTree before,
      HeaderTree after) {}

  private final Vendor vendor;
  private final PatchSet patches;
  private final VendorReleases branch;

  public PatchExport(Downstream tree) {
    this.vendor = tree.vendor();
    this.patches = tree.patches();
    this.branch = tree.branch();
  }

  /**
   * Makes the change in a release as published.
   *
   * @param wanted the release; the newest imported one that the patch is for, where none is named
   */
  public Exported run(String id, Optional<Version> wanted) {
    LocalPatch patch = required(patches, id);
    ImportedRelease release = release(patch, wanted);
    HeaderTree before = branch.headers(release);
    PatchedTree patched = new PatchSet(List.of(patch)).applyTo(before, Map.of());
    PatchResult result = patched.results().get(0);
    if (!result.applies()) {
      throw patch
          .problem(" does not apply: " + result.reason())
          .hint("xenvendor patches show " + id);
    }
    if (result.changedNothing()) {
      throw Problem.repository(
              vendor.title(release.version()) + " already has the change of the patch " + id)
          .hint("to retire it: set forwarded: applied, and end its releases");
    }
    return new Exported(
        vendor, patch, release.version(), vendor.upstream().path(), before, patched.tree());
  }

  /** The patch of an id. */
  public static LocalPatch required(PatchSet patches, String id) {
    return patches.find(id).orElseThrow(() -> unknown(id, patches.patches()));
  }

  /** There is no patch of an id, which may be the name of the file that declares one. */
  static Problem unknown(String id, List<LocalPatch> patches) {
    String name =
        id.replaceFirst(".*/", "").replaceFirst("\\.yaml$", "").replaceFirst("^\\d+-", "");
    List<String> known = patches.stream().map(LocalPatch::id).toList();
    return Problem.usage(
            "there is no local patch '" + id + "'" + SpellingSuggestion.question(name, known))
        .hint("xenvendor patches lists them");
  }

  private ImportedRelease release(LocalPatch patch, Optional<Version> wanted) {
    return branch.releases().stream()
        .filter(r -> wanted.isEmpty() || r.version().sameRelease(wanted.get()))
        .filter(r -> wanted.isPresent() || patch.isFor(r.version()))
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                Problem.repository(
                        wanted
                            .map(v -> vendor.title(v) + " is not imported")
                            .orElse("no imported release is one that " + patch.id() + " is for"))
                    .hint("xenvendor import VERSION --from SOURCE"));
  }
}
