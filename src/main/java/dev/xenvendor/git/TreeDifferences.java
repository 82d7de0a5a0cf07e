package dev.xenvendor.git;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Compares a tree with another one, or with the index. */
final class TreeDifferences {

  private static final int TREE = 0;
  private static final int OTHER = 1;

  private final Repository jgit;
  private final ObjectId tree;
  private final TreeReader reader;

  TreeDifferences(Repository jgit, ObjectId tree) {
    this.jgit = jgit;
    this.tree = tree;
    this.reader = new TreeReader(jgit);
  }

  /**
   * Returns what another tree has at each path at which the two differ.
   *
   * @throws IllegalArgumentException if the other tree has a path or a mode that no file has
   */
  SortedMap<HeaderPath, Optional<HeaderFile>> to(ObjectId other) throws IOException {
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.addTree(tree);
      walk.addTree(other);
      return differences(walk, OTHER);
    }
  }

  /**
   * Returns what the index has at each path at which it differs from the tree: nothing at a path
   * that is in conflict.
   */
  SortedMap<HeaderPath, Optional<HeaderFile>> to(DirCache index) throws IOException {
    SortedMap<HeaderPath, Optional<HeaderFile>> differences = with(index, OTHER);
    for (int i = 0; i < index.getEntryCount(); i++) {
      if (index.getEntry(i).getStage() > 0) {
        differences.put(new HeaderPath(index.getEntry(i).getPathString()), Optional.empty());
      }
    }
    return differences;
  }

  /** Returns what the tree has at each path at which the index has anything else, or a conflict. */
  SortedMap<HeaderPath, Optional<HeaderFile>> from(DirCache index) throws IOException {
    SortedMap<HeaderPath, Optional<HeaderFile>> differences = with(index, TREE);
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      if (entry.getStage() > 0) {
        HeaderPath path = new HeaderPath(entry.getPathString());
        differences.put(path, reader.fileIn(tree, path));
      }
    }
    return differences;
  }

  /**
   * Returns what one state of the files has at each path at which another state has something else.
   *
   * @param one the differences of the first from the tree
   * @param other the differences of the second from the tree
   */
  SortedMap<HeaderPath, Optional<HeaderFile>> between(
      SortedMap<HeaderPath, Optional<HeaderFile>> one,
      SortedMap<HeaderPath, Optional<HeaderFile>> other) {
    SortedMap<HeaderPath, Optional<HeaderFile>> apart = new TreeMap<>();
    SortedSet<HeaderPath> paths = new TreeSet<>(one.keySet());
    paths.addAll(other.keySet());
    for (HeaderPath path : paths) {
      Optional<HeaderFile> first = has(path, one);
      if (!first.equals(has(path, other))) {
        apart.put(path, first);
      }
    }
    return apart;
  }

  private Optional<HeaderFile> has(
      HeaderPath path, SortedMap<HeaderPath, Optional<HeaderFile>> differences) {
    Optional<HeaderFile> changed = differences.get(path);
    return changed != null ? changed : reader.fileIn(tree, path);
  }

  private SortedMap<HeaderPath, Optional<HeaderFile>> with(DirCache index, int side)
      throws IOException {
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.addTree(tree);
      walk.addTree(new DirCacheIterator(index));
      return differences(walk, side);
    }
  }

  private SortedMap<HeaderPath, Optional<HeaderFile>> differences(TreeWalk walk, int side)
      throws IOException {
    walk.setRecursive(true);
    walk.setFilter(TreeFilter.ANY_DIFF);
    SortedMap<HeaderPath, Optional<HeaderFile>> differences = new TreeMap<>();
    while (walk.next()) {
      Optional<HeaderFile> file =
          walk.getRawMode(side) == 0 ? Optional.empty() : Optional.of(reader.file(walk, side));
      differences.put(new HeaderPath(walk.getPathString()), file);
    }
    return differences;
  }
}
