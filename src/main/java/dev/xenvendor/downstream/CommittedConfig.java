package dev.xenvendor.downstream;

import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ManifestYaml;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The configuration that a merge commits along, so that a colleague's check sees what this one
 * does: the manifest of a release that had none, and what only this work tree has.
 */
public final class CommittedConfig {

  private final VendorConfig config;
  private final boolean inTree;

  /**
   * @param inTree whether the tree carries its own configuration, so that a manifest in it is found
   *     again
   */
  public CommittedConfig(VendorConfig config, boolean inTree) {
    this.config = config;
    this.inTree = inTree;
  }

  /** The manifest to commit, by its path in trunk; none where there is one, or none is wanted. */
  public Map<HeaderPath, HeaderFile> manifest(ImportedRelease release, HeaderTree headers) {
    if (!inTree || !release.isPinnedOnFirstUse() || config.find(release.version()).isPresent()) {
      return Map.of();
    }
    String title = config.vendor().title(release.version());
    byte[] yaml = ManifestYaml.writeOfFirstUse(title, Manifest.of(release, headers));
    return Map.of(HeaderPath.of(config.manifestPath(release.version())), HeaderFile.regular(yaml));
  }

  /** The declarations, manifests and profile that are not as trunk has them committed. */
  public SortedMap<HeaderPath, HeaderFile> uncommitted(TrunkView trunk) {
    SortedMap<HeaderPath, HeaderFile> files = new TreeMap<>();
    if (inTree) {
      String vendor = config.vendor().configFolder();
      addUncommitted(files, trunk, vendor, "vendor.yaml");
      addUncommitted(files, trunk, vendor + "/releases", "");
      addUncommitted(files, trunk, vendor + "/interfaces", "");
      addUncommitted(files, trunk, PatchConfig.folder(config.vendor().name()), "");
    }
    return files;
  }

  private void addUncommitted(
      Map<HeaderPath, HeaderFile> files, TrunkView trunk, String folder, String only) {
    ConfigFiles tree = config.treeFiles();
    for (String name : tree.list(folder)) {
      String path = folder + '/' + name;
      Optional<byte[]> bytes = tree.read(path).filter(b -> only.isEmpty() || only.equals(name));
      if (bytes.isPresent()) {
        HeaderPath file = HeaderPath.of(path);
        boolean committed =
            trunk.file(file).filter(f -> Arrays.equals(f.bytes(), bytes.get())).isPresent();
        if (!committed) {
          files.put(file, HeaderFile.regular(bytes.get()));
        }
      }
    }
  }

  /** The commit of what only the work tree has. */
  public TrunkChange change(Map<HeaderPath, HeaderFile> uncommitted) {
    Map<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
    uncommitted.forEach((path, file) -> files.put(path, Optional.of(file)));
    return new TrunkChange(
        files,
        List.of(),
        "Configure how " + config.vendor().title() + " is merged\n",
        Optional.empty(),
        Optional.empty(),
        uncommitted.keySet());
  }

  /** Refuses to merge with declarations that are not committed. */
  public void requireCommitted(TrunkView trunk) {
    // A file that git knows and that was changed is refused as every other is.
    String untracked =
        uncommitted(trunk).keySet().stream()
            .filter(path -> trunk.file(path).isEmpty())
            .map(HeaderPath::value)
            .collect(Collectors.joining(" "));
    if (!untracked.isEmpty()) {
      throw Problem.repository("only this work tree has " + untracked)
          .hint(
              "git add "
                  + untracked
                  + " && git commit; or commit them with the merge: --include-config");
    }
  }
}
