package dev.xenvendor.vendor;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderPath;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Something that holds upstream's headers: a git repository, an archive or a directory. */
public interface Source extends AutoCloseable {

  /**
   * What to look for.
   *
   * @param path where the headers are in upstream's tree
   * @param refs tags, branches or commits, of which the first that exists is meant; none for the
   *     source's newest state, or where the source has only one
   * @param known paths the release is known to have, by which bare headers are recognised
   */
  record Request(HeaderPath path, List<String> refs, Set<HeaderPath> known) {}

  /** What the user called it. */
  String name();

  /** Whether it holds a history, so that a ref can be asked for. */
  boolean hasHistory();

  Snapshot snapshot(Request request);

  /**
   * The tagged states of the headers, one for each different tree.
   *
   * @param path where the headers are in upstream's tree
   */
  default List<TaggedTree> taggedTrees(HeaderPath path) {
    return List.of();
  }

  /**
   * The different states the headers were in at the commits of a time, oldest first.
   *
   * @param path where the headers are in upstream's tree
   */
  default List<HistoricTree> history(HeaderPath path, Instant from, Instant until) {
    return List.of();
  }

  /**
   * The commits between two that changed one file, oldest first; none where there is no history.
   *
   * @param file its path in upstream's tree
   */
  default List<UpstreamCommit> changes(HeaderPath file, GitId from, GitId until) {
    return List.of();
  }

  /** The headers of a tree that {@link #taggedTrees} or {@link #history} named. */
  default Snapshot snapshotOf(GitId commit, HeaderPath path) {
    return snapshot(new Request(path, List.of(commit.hex()), Set.of()));
  }

  @Override
  void close();

  /**
   * A state of the headers that tags name.
   *
   * @param commit the first tag's commit, made at the given time
   * @param tags all the tags of this state
   */
  record TaggedTree(GitId tree, GitId commit, Instant time, List<String> tags) {}

  /** A state of the headers, and the first commit that had it. */
  record HistoricTree(GitId tree, GitId commit) {}
}
