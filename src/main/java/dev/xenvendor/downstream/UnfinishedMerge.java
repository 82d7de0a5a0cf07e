package dev.xenvendor.downstream;

import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A merge with conflicts, as index and work tree hold it. Paths are from the root. */
public interface UnfinishedMerge {

  /** The commit that is merged, where git knows of it. */
  Optional<GitId> otherParent();

  /** Returns whether what is merged changed a file since the histories parted. */
  boolean otherSideChanged(HeaderPath path);

  /** The first line of its message. */
  String subject();

  /** Returns what the program noted when it began; empty for a merge that plain git began. */
  Optional<MergeState> state();

  /** The unmerged paths with the sides that are in the index. */
  SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged();

  /** The paths that were unmerged before they were resolved, with the sides that they had then. */
  SortedMap<HeaderPath, Map<Side, HeaderFile>> resolved();

  /** The file as it is resolved in the index. */
  Optional<HeaderFile> settled(HeaderPath path);

  /** The files below a folder that are resolved in the index, seen from that folder. */
  HeaderTree settledBelow(HeaderPath folder);

  /** The file as it is in the work tree now. */
  Optional<byte[]> workTreeFile(HeaderPath path);

  /**
   * Returns what makes the merge, as it stands in index and work tree, out of what is committed.
   * Files are as git stores them; those that git does not know are left out.
   */
  TrunkChange change();

  /** Writes a file into the work tree and leaves it unmerged. */
  void write(HeaderPath path, byte[] content);

  /** Resolves paths, in index and work tree: to a file, or to none. */
  void settle(Map<HeaderPath, Optional<HeaderFile>> files);

  /** Resolves paths as they are in the work tree. */
  void settleAsInWorkTree(Collection<HeaderPath> paths);

  /**
   * Makes paths unmerged again.
   *
   * @param sides of each path
   * @param files what the work tree has at them then
   */
  void reopen(
      Map<HeaderPath, Map<Side, HeaderFile>> sides, Map<HeaderPath, Optional<HeaderFile>> files);

  /** Makes paths unmerged again, as {@code git checkout -m} does. */
  void reopenByGit(Collection<HeaderPath> paths);

  /** Commits the merge. */
  GitId commit();

  /** Puts index and work tree back to what was committed last. */
  void abort();
}
