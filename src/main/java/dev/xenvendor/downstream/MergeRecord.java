package dev.xenvendor.downstream;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The release that was merged last, as trunk itself records it in {@code merged.yaml}.
 *
 * <p>Unlike ancestry it survives squashing, rebasing and reverting.
 */
public final class MergeRecord {

  /**
   * What one file of the release was.
   *
   * @param pristine the blob id upstream published
   * @param patched the blob id with the local patches of that day applied
   */
  public record RecordedFile(GitId pristine, GitId patched) {}

  private final String vendor;
  private final Version release;
  private final GitId commit;
  private final GitId tree;
  private final Map<HeaderPath, HeaderPath> moved;
  private final Supplier<SortedMap<HeaderPath, RecordedFile>> files;

  /** A record whose list of files, as long as the tree, is read only when it is asked for. */
  MergeRecord(
      String vendor,
      Version release,
      GitId commit,
      GitId tree,
      Map<HeaderPath, HeaderPath> moved,
      Supplier<SortedMap<HeaderPath, RecordedFile>> files) {
    this.vendor = vendor;
    this.release = release;
    this.commit = commit;
    this.tree = tree;
    this.moved = moved;
    this.files = files;
  }

  /** The record of a merge of the release, whose headers are given as published and as patched. */
  public static MergeRecord of(
      String vendor,
      ImportedRelease release,
      HeaderTree pristine,
      HeaderTree patched,
      Map<HeaderPath, HeaderPath> moved) {
    SortedMap<HeaderPath, RecordedFile> files = new TreeMap<>();
    pristine
        .files()
        .forEach(
            (path, file) ->
                files.put(path, new RecordedFile(file.id(), patched.get(path).orElse(file).id())));
    return new MergeRecord(
        vendor,
        release.version(),
        release.commit(),
        pristine.id(),
        moved,
        () -> Collections.unmodifiableSortedMap(files));
  }

  public String vendor() {
    return vendor;
  }

  public Version release() {
    return release;
  }

  /** The release's commit on the vendor branch. */
  public GitId commit() {
    return commit;
  }

  /** The tree id of the release's headers as the vendor branch holds them. */
  public GitId tree() {
    return tree;
  }

  /** Where upstream moved files that patches name. */
  public Map<HeaderPath, HeaderPath> moved() {
    return moved;
  }

  public SortedMap<HeaderPath, RecordedFile> files() {
    return files.get();
  }

  /** Whether this is a record of the given release, wherever its commit is now. */
  public boolean isOf(ImportedRelease imported, Optional<GitId> itsTree) {
    return release.equals(imported.version())
        && (commit.equals(imported.commit()) || itsTree.filter(tree::equals).isPresent());
  }
}
