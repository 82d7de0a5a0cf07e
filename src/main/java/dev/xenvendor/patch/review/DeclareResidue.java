package dev.xenvendor.patch.review;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.Residue;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.patch.file.PatchWriter;
import dev.xenvendor.patch.propose.Durability;
import dev.xenvendor.patch.propose.ProvenPatches;
import dev.xenvendor.patch.propose.ResidueDeclarer;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.LeftBehind;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes local patches for what trunk has and nobody declared. */
public final class DeclareResidue {

  /**
   * What was declared.
   *
   * @param before trunk as the patches there were explain it
   * @param added the new patches
   * @param files their files, by the paths in the configuration
   * @param durability by the id of a new patch to one header, in how many releases it holds; of
   *     none where no release but trunk's is at hand
   * @param left what is undeclared still
   */
  public record Report(
      PatchesReport before,
      PatchSet added,
      Map<String, byte[]> files,
      Map<String, Durability> durability,
      Residue left) {}

  private final VendorConfig config;
  private final PatchSet patches;
  private final VendorReleases branch;
  private final TrunkView trunk;

  public DeclareResidue(
      VendorConfig config, PatchSet patches, VendorReleases branch, TrunkView trunk) {
    this.config = config;
    this.patches = patches;
    this.branch = branch;
    this.trunk = trunk;
  }

  /**
   * Finds patches that reproduce trunk's undeclared edits.
   *
   * @param only the files to look at, seen from the prefix; all where none is named
   * @param fromSource releases that candidates are tried on beside those of the vendor branch
   */
  public Report run(Set<HeaderPath> only, SortedMap<Version, HeaderTree> fromSource) {
    Vendor vendor = config.vendor();
    String folder = PatchConfig.folder(vendor.name());
    if (!config.ownProfile() && config.treeFiles().list(folder).isEmpty()) {
      throw Problem.repository("the tree has no configuration to put a patch into")
          .hint("take the tree over first: xenvendor adopt --from SOURCE");
    }
    PatchesReport before = new PatchReview(vendor, patches, branch, trunk).run();
    HeaderTree published = before.residue().release().before();
    HeaderTree local = before.residue().local().before();
    Map<HeaderPath, HeaderPath> moved = before.moved();
    Set<HeaderPath> leftBehind =
        LeftBehind.in(config, before.release(), published.paths(), local).stream()
            .map(LeftBehind::path)
            .collect(Collectors.toSet());
    CEnvironment environment = TreeEnvironment.ofHeaders(vendor);
    ResidueDeclarer.Declared found =
        new ResidueDeclarer(
                before.release(), published, local, moved, releases(fromSource), environment)
            .measured(
                patches,
                path -> (only.isEmpty() || only.contains(path)) && !leftBehind.contains(path));
    PatchSet written = ProvenPatches.readBack(found.patches(), environment);
    Residue proof = Residue.of(patches.with(written), before.release(), published, local, moved);
    PatchSet added = ProvenPatches.carried(written, proof);
    Residue left =
        added.equals(written)
            ? proof
            : Residue.of(patches.with(added), before.release(), published, local, moved);
    return new Report(before, added, files(vendor, added), found.durability(), left);
  }

  private SortedMap<Version, HeaderTree> releases(SortedMap<Version, HeaderTree> fromSource) {
    SortedMap<Version, HeaderTree> releases = new TreeMap<>(fromSource);
    branch.releases().forEach(release -> releases.put(release.version(), branch.headers(release)));
    return releases;
  }

  private Map<String, byte[]> files(Vendor vendor, PatchSet added) {
    List<String> names = PatchConfig.newNames(vendor.name(), config.treeFiles(), added);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      files.put(names.get(i), PatchWriter.write(added.patches().get(i)));
    }
    return files;
  }
}
