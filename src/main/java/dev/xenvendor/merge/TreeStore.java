package dev.xenvendor.merge;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.Map;
import java.util.Optional;

/** Trees of a repository, read and written without touching branch, index or work tree. */
public interface TreeStore extends AutoCloseable {

  /** The id of the tree that a tree-ish names. */
  GitId tree(String treeish);

  /** The files in which the three trees are not all the same; the others need no merging. */
  MergeInput differences(GitId base, GitId local, GitId vendor);

  /**
   * The id of a tree with some files set, or taken out. It can be read by others only after {@link
   * #flush}.
   */
  GitId write(GitId tree, Map<HeaderPath, Optional<HeaderFile>> edits);

  void flush();

  @Override
  void close();
}
