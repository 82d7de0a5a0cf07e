package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file that the tree kept although upstream deleted it: unchanged from an older release, apart
 * from its ident line and line ends. Output calls it left behind.
 *
 * @param last the newest release with this content
 * @param dropped the first known release without the file
 */
public record OrphanedFile(HeaderPath path, Version last, Version dropped) {

  /**
   * Finds the files of a tree that a release does not have and an older one had.
   *
   * @param published the release's headers
   */
  public static List<OrphanedFile> in(
      VendorConfig config, Version release, HeaderTree published, HeaderTree local) {
    // Folders that are equal are not even read.
    return among(
        local.differences(published).stream()
            .filter(path -> local.contains(path) && !published.contains(path))
            .toList(),
        config,
        release,
        local);
  }

  /**
   * Finds the same where only the release's paths are known.
   *
   * @param published the paths of the release's headers
   */
  public static List<OrphanedFile> in(
      VendorConfig config, Version release, Set<HeaderPath> published, HeaderTree local) {
    return among(
        local.paths().stream().filter(path -> !published.contains(path)).toList(),
        config,
        release,
        local);
  }

  private static List<OrphanedFile> among(
      List<HeaderPath> others, VendorConfig config, Version release, HeaderTree local) {
    List<OrphanedFile> found = new ArrayList<>();
    if (!others.isEmpty()) {
      List<Manifest> older =
          config.manifests().values().stream()
              .filter(manifest -> manifest.version().compareTo(release) <= 0)
              .toList();
      others.forEach(
          path -> find(path, local.get(path).orElseThrow(), release, older).ifPresent(found::add));
    }
    return found;
  }

  private static Optional<OrphanedFile> find(
      HeaderPath path, HeaderFile file, Version release, List<Manifest> older) {
    Set<GitId> ids = BlobIds.withoutHabits(file);
    Optional<Version> last = Optional.empty();
    Version dropped = release;
    for (Manifest manifest : older) {
      ManifestFile known = manifest.files().get(path);
      if (known == null) {
        dropped = dropped.compareTo(manifest.version()) < 0 ? dropped : manifest.version();
      } else {
        dropped = release;
        last = ids.contains(known.blob()) ? Optional.of(manifest.version()) : last;
      }
    }
    Version without = dropped;
    boolean isThere = !older.isEmpty() && older.get(older.size() - 1).files().containsKey(path);
    return isThere ? Optional.empty() : last.map(known -> new OrphanedFile(path, known, without));
  }
}
