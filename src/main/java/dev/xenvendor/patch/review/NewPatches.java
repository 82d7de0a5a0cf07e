package dev.xenvendor.patch.review;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.patch.file.PatchWriter;
import dev.xenvendor.patch.propose.Durability;
import dev.xenvendor.patch.propose.PatchSearch;
import dev.xenvendor.patch.propose.ProvenPatches;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The use case {@code patches new}: writes local patches for the undeclared edits of trunk. */
public final class NewPatches {

  /**
   * The declared patches.
   *
   * @param only the files that were read; all where none is named
   * @param before trunk as the patches there were explain it
   * @param added the new patches
   * @param files their files, by the paths in the configuration
   * @param durability by the id of a new patch to one header, in how many releases it holds; of
   *     none where no release but trunk's is available
   * @param left what is undeclared still
   */
  public record Report(
      Set<HeaderPath> only,
      PatchesReport before,
      PatchSet added,
      Map<String, byte[]> files,
      Map<String, Durability> durability,
      Residue left) {

    /** Returns whether there was anything to declare. */
    public boolean hadAny() {
      return before.residue().hunks().stream().anyMatch(hunk -> isAmong(only, hunk.path()));
    }
  }

  private final Downstream tree;

  public NewPatches(Downstream tree) {
    this.tree = tree;
  }

  /**
   * Finds patches that reproduce trunk's undeclared edits.
   *
   * @param only the files and folders to look at, seen from the prefix; all where none is named
   * @param habits the files in which habits are declared that are found in the others
   * @param fromSource releases that candidates are tried on beside those of the vendor branch
   */
  public Report run(
      Set<HeaderPath> only, Set<HeaderPath> habits, SortedMap<Version, HeaderTree> fromSource) {
    VendorConfig config = tree.config();
    if (!config.ownProfile() && config.treeFiles().list(tree.patchFolder()).isEmpty()) {
      throw Problem.repository("the tree has no configuration for local patches")
          .hint("adopt the tree first: xenvendor adopt --from SOURCE");
    }
    PatchesReport before = PatchesReport.of(tree);
    PatchSet patches = tree.patches();
    HeaderTree published = tree.pristine();
    HeaderTree local = tree.local();
    Set<HeaderPath> leftBehind =
        OrphanedFile.in(config, before.release(), published, local).stream()
            .map(OrphanedFile::path)
            .collect(Collectors.toSet());
    CEnvironment environment = TreeEnvironment.ofHeaders(tree.vendor());
    PatchSearch.Declared found =
        new PatchSearch(
                new LocalCopy(before.release(), published, local, tree.moved()),
                releases(fromSource),
                environment)
            .measured(
                patches,
                path -> isAmong(only, path) && !leftBehind.contains(path),
                path -> isAmong(habits, path) && !leftBehind.contains(path));
    PatchSet written = ProvenPatches.readBack(found.patches(), environment);
    Residue proof = with(written);
    PatchSet added = ProvenPatches.carried(written, proof);
    Residue left = added.equals(written) ? proof : with(added);
    return new Report(only, before, added, files(added), found.durability(), left);
  }

  private static boolean isAmong(Set<HeaderPath> paths, HeaderPath path) {
    return paths.isEmpty() || paths.contains(path) || paths.stream().anyMatch(path::isBelow);
  }

  /** Returns what is undeclared still once some patches are declared, too. */
  private Residue with(PatchSet added) {
    return tree.with(tree.patches().with(added)).residue().orElseThrow();
  }

  private SortedMap<Version, HeaderTree> releases(SortedMap<Version, HeaderTree> fromSource) {
    SortedMap<Version, HeaderTree> releases = new TreeMap<>(fromSource);
    VendorReleases branch = tree.branch();
    branch.releases().forEach(release -> releases.put(release.version(), branch.headers(release)));
    return releases;
  }

  private Map<String, byte[]> files(PatchSet added) {
    List<String> names =
        PatchConfig.newNames(tree.vendor().name(), tree.config().treeFiles(), added);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      files.put(names.get(i), PatchWriter.write(added.patches().get(i)));
    }
    return files;
  }
}
