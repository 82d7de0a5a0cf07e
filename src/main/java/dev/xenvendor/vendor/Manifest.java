package dev.xenvendor.vendor;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The recorded identity of a pristine release: what it is, without a byte of its text.
 *
 * @param ref the tag or branch of upstream's repository it was read from
 * @param commit upstream's commit
 * @param tree the git tree id of all the files
 */
public record Manifest(
    Version version,
    Optional<String> ref,
    Optional<GitId> commit,
    GitId tree,
    SortedMap<HeaderPath, ManifestFile> files) {

  /** From so many files on, it pays to compute digests on every processor. */
  private static final int MANY = 1_000;

  public Manifest {
    files = Collections.unmodifiableSortedMap(files);
  }

  public static Manifest of(Version version, Snapshot snapshot) {
    SortedMap<HeaderPath, ManifestFile> files = new TreeMap<>();
    snapshot.headers().files().forEach((path, file) -> files.put(path, ManifestFile.of(file)));
    return new Manifest(
        version,
        snapshot.origin().ref(),
        snapshot.origin().commit(),
        snapshot.headers().id(),
        files);
  }

  /** The part of the release that a tree takes in; the tree id stays that of the whole. */
  public Manifest only(Predicate<HeaderPath> wanted) {
    SortedMap<HeaderPath, ManifestFile> kept = new TreeMap<>(files);
    kept.keySet().removeIf(wanted.negate());
    return new Manifest(version, ref, commit, tree, kept);
  }

  /** The paths at which the headers are not this release, with what differs there. */
  public SortedMap<HeaderPath, FileDifference> differences(HeaderTree headers) {
    return differences(headers, ManifestFile::isOf);
  }

  /** The same as far as the ids of the files tell; only files that differ are read. */
  public SortedMap<HeaderPath, FileDifference> differencesById(HeaderTree headers) {
    return differences(headers, ManifestFile::isOfId);
  }

  private SortedMap<HeaderPath, FileDifference> differences(
      HeaderTree headers, BiPredicate<ManifestFile, HeaderFile> isOf) {
    SortedSet<HeaderPath> all = new TreeSet<>(headers.paths());
    all.addAll(files.keySet());
    Stream<HeaderPath> paths = all.size() < MANY ? all.stream() : all.parallelStream();
    List<HeaderPath> different = paths.filter(path -> isDifferent(path, headers, isOf)).toList();
    SortedMap<HeaderPath, FileDifference> differences = new TreeMap<>();
    different.forEach(
        path -> differences.put(path, FileDifference.of(find(path), headers.get(path))));
    return differences;
  }

  private Optional<ManifestFile> find(HeaderPath path) {
    return Optional.ofNullable(files.get(path));
  }

  private boolean isDifferent(
      HeaderPath path, HeaderTree headers, BiPredicate<ManifestFile, HeaderFile> isOf) {
    Optional<HeaderFile> file = headers.get(path);
    Optional<ManifestFile> pinned = find(path);
    return pinned.isEmpty() || file.isEmpty() || !isOf.test(pinned.get(), file.get());
  }
}
