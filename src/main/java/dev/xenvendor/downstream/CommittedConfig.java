package dev.xenvendor.downstream;

import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ManifestYaml;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The configuration that a merge commits together with the headers, so that a check in another
 * clone sees the same: the manifest of a release that had none, and files that only this work tree
 * has.
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
    if (!inTree || !release.isPinnedOnFirstUse() || config.isPinned(release.version())) {
      return Map.of();
    }
    String title = config.vendor().title(release.version());
    byte[] yaml = ManifestYaml.writeOfFirstUse(title, Manifest.of(release, headers));
    return Map.of(HeaderPath.of(config.manifestPath(release.version())), HeaderFile.regular(yaml));
  }

  /** The declarations, manifests and profile that are not as trunk has them committed. */
  public SortedMap<HeaderPath, HeaderFile> uncommitted(TrunkView trunk) {
    SortedMap<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (HeaderPath path : configured()) {
      Optional<HeaderFile> file = config.treeFiles().read(path.value()).map(HeaderFile::regular);
      if (file.isPresent() && trunk.file(path).filter(file.get()::sameContent).isEmpty()) {
        files.put(path, file.get());
      }
    }
    return files;
  }

  /** The places at which the tree has, or may have, files of the configuration. */
  private SortedSet<HeaderPath> configured() {
    SortedSet<HeaderPath> paths = new TreeSet<>();
    if (inTree) {
      String vendor = config.vendor().configFolder();
      paths.add(HeaderPath.of(vendor + "/vendor.yaml"));
      String patches = PatchConfig.folder(config.vendor().name());
      for (String folder : List.of(vendor + "/releases", vendor + "/interfaces", patches)) {
        config.treeFiles().list(folder).forEach(n -> paths.add(HeaderPath.of(folder + '/' + n)));
      }
    }
    return paths;
  }

  /** The commit of what only the work tree has. */
  public TrunkChange change(Map<HeaderPath, HeaderFile> uncommitted) {
    Map<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
    uncommitted.forEach((path, file) -> files.put(path, Optional.of(file)));
    return new TrunkChange(
        files,
        List.of(),
        List.of(),
        "Configure how " + config.vendor().title() + " is merged\n",
        Optional.empty(),
        Optional.empty(),
        uncommitted.keySet(),
        Map.of());
  }

  /** Refuses to merge with declarations that are not committed. */
  public void requireCommitted(TrunkView trunk) {
    // A file that git knows and that was changed is refused as every other is.
    String untracked =
        configured().stream()
            .filter(path -> trunk.file(path).isEmpty())
            .filter(path -> config.treeFiles().read(path.value()).isPresent())
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
