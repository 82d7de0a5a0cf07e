package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
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
 * @param committer of upstream's commit
 * @param tree the git tree id of all the files, also where only some of them are listed
 */
public record Manifest(
    Version version,
    Optional<String> ref,
    Optional<GitId> commit,
    Optional<Committer> committer,
    GitId tree,
    SortedMap<HeaderPath, ManifestFile> files) {

  /** From so many files on, it pays to compute digests on every processor. */
  private static final int MANY = 1_000;

  public Manifest {
    files = Collections.unmodifiableSortedMap(files);
  }

  public static Manifest of(Version version, Snapshot snapshot) {
    return new Manifest(
        version,
        snapshot.origin().ref(),
        snapshot.origin().commit(),
        snapshot.origin().committer(),
        snapshot.headers().id(),
        files(snapshot.headers()));
  }

  /**
   * The manifest of an imported release. It lists the files that the vendor branch holds; where the
   * tree imports only some of upstream's, its tree id still vouches for all of them.
   */
  public static Manifest of(ImportedRelease release, HeaderTree headers) {
    String message = release.message();
    return new Manifest(
        release.version(),
        Trailers.find(message, Trailers.UPSTREAM_REF),
        Trailers.find(message, Trailers.UPSTREAM_COMMIT).map(GitId::of),
        release.committer(),
        release.upstreamTree().orElseGet(headers::id),
        files(headers));
  }

  private static SortedMap<HeaderPath, ManifestFile> files(HeaderTree headers) {
    SortedMap<HeaderPath, ManifestFile> files = new TreeMap<>();
    headers.files().forEach((path, file) -> files.put(path, ManifestFile.of(file)));
    return files;
  }

  /**
   * Returns where a source's release is from. Unless the source names another commit, it is as the
   * manifest says, so that the same release from any source is imported as the same commit.
   */
  public Origin origin(Origin source) {
    boolean another = source.commit().isPresent() && !source.commit().equals(commit);
    if (another) {
      return source;
    }
    if (commit.isEmpty()) {
      return new Origin(
          source.ref(), source.commit(), committer.or(source::committer), source.sha256());
    }
    return new Origin(ref, commit, committer.or(source::committer), Optional.empty());
  }

  /** The part of the release that a tree imports; the tree id stays that of the whole. */
  public Manifest only(Predicate<HeaderPath> wanted) {
    SortedMap<HeaderPath, ManifestFile> kept = new TreeMap<>(files);
    kept.keySet().removeIf(wanted.negate());
    return new Manifest(version, ref, commit, committer, tree, kept);
  }

  /**
   * The paths at which a source's headers are not this release, with what differs there. A file
   * that the manifest does not list is right where the tree as a whole is.
   */
  public SortedMap<HeaderPath, FileDifference> differencesOfSource(HeaderTree all) {
    SortedMap<HeaderPath, FileDifference> differences = differences(all);
    if (differences.containsValue(FileDifference.EXTRA) && all.id().equals(tree)) {
      differences.values().removeIf(FileDifference.EXTRA::equals);
    }
    return differences;
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
