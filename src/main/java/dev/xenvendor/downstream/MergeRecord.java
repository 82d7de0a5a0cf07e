package dev.xenvendor.downstream;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The release that was merged last, as trunk itself records it in {@code merged.yaml}.
 *
 * <p>Unlike ancestry it survives squashing, rebasing and reverting.
 */
public final class MergeRecord {

  /**
   * The record of one file of the release.
   *
   * @param pristine the blob id upstream published
   * @param patched the blob id with the local patches of that day applied
   */
  public record RecordedFile(GitId pristine, GitId patched) {

    boolean isPatched() {
      return !patched.equals(pristine);
    }
  }

  private final String vendor;
  private final Version release;
  private final GitId commit;
  private final GitId tree;
  private final Map<HeaderPath, HeaderPath> moved;
  private final Lazy<SortedMap<HeaderPath, RecordedFile>> files;

  /** The list of files as it is stored, where that is known. */
  private final Optional<RecordLines> lines;

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
    this.files = new Lazy<>(() -> Collections.unmodifiableSortedMap(files.get()));
    this.lines = Optional.empty();
  }

  private MergeRecord(MergeRecord of, RecordLines lines) {
    this.vendor = of.vendor;
    this.release = of.release;
    this.commit = of.commit;
    this.tree = of.tree;
    this.moved = of.moved;
    this.files = of.files;
    this.lines = Optional.of(lines);
  }

  /** The record of a merge of the release, whose headers are given as published and as patched. */
  public static MergeRecord of(
      String vendor,
      ImportedRelease release,
      HeaderTree pristine,
      HeaderTree patched,
      Map<HeaderPath, HeaderPath> moved) {
    return new MergeRecord(
        vendor,
        release.version(),
        release.commit(),
        pristine.id(),
        moved,
        () -> recorded(pristine.paths(), pristine, patched));
  }

  private static SortedMap<HeaderPath, RecordedFile> recorded(
      Set<HeaderPath> paths, HeaderTree pristine, HeaderTree patched) {
    SortedMap<HeaderPath, RecordedFile> files = new TreeMap<>();
    for (HeaderPath path : paths) {
      Optional<GitId> published = pristine.get(path).map(HeaderFile::id);
      published.ifPresent(
          id ->
              files.put(
                  path, new RecordedFile(id, patched.get(path).map(HeaderFile::id).orElse(id))));
    }
    return files;
  }

  /** The same record, with its list of files as it is stored. */
  MergeRecord storedAs(RecordLines stored) {
    return new MergeRecord(this, stored);
  }

  /**
   * The same record, whose list of files is made of the one before, as far as that is stored line
   * by line; only what differs is read.
   *
   * @param published the headers of the release that the record before is of
   */
  public MergeRecord after(
      MergeRecord before, HeaderTree published, HeaderTree pristine, HeaderTree patched) {
    if (before.lines.isEmpty() || !before.tree.equals(published.id())) {
      return this;
    }
    Set<HeaderPath> differing = new TreeSet<>(published.differences(pristine));
    differing.addAll(pristine.differences(patched));
    SortedMap<HeaderPath, Optional<RecordedFile>> edits = new TreeMap<>();
    differing.forEach(path -> edits.put(path, Optional.empty()));
    recorded(differing, pristine, patched)
        .forEach((path, file) -> edits.put(path, Optional.of(file)));
    return storedAs(before.lines.get().next(edits));
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

  /** Returns where upstream moved files that patches name. */
  public Map<HeaderPath, HeaderPath> moved() {
    return moved;
  }

  public SortedMap<HeaderPath, RecordedFile> files() {
    return files.get();
  }

  /** The list of files as it is stored. */
  RecordLines lines() {
    return lines.orElseGet(() -> RecordLines.of(files()));
  }
}
