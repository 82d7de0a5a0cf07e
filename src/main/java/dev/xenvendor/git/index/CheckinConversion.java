package dev.xenvendor.git.index;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** A file of the work tree as git would store it: attributes, line ends and filters undone. */
public final class CheckinConversion {

  private static final int INDEX = 0;
  private static final int FILES = 1;

  private CheckinConversion() {}

  /**
   * Returns a file of the work tree as git would store it.
   *
   * @param walk one for a check-in, positioned at the file
   */
  public static HeaderFile of(TreeWalk walk, FileTreeIterator file, FileMode mode)
      throws IOException {
    try (var in = file.openEntryStream()) {
      byte[] bytes = in.readAllBytes();
      return HeaderFile.of(
          TreeReader.modeOf(mode),
          FileMode.SYMLINK.equals(mode)
              ? bytes
              : WorkTreeConversion.of(walk.getAttributes()).toStored(bytes));
    }
  }

  /** The file at a path, which is there. */
  public static HeaderFile of(Repository jgit, HeaderPath path) throws IOException {
    RawIndex index = IndexFile.look(jgit);
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      walk.setRecursive(true);
      walk.addTree(new DirCacheIterator(IndexFile.only(index, Set.of(path.value()))));
      FileTreeIterator workTree = new FileTreeIterator(jgit);
      workTree.setDirCacheIterator(walk, INDEX);
      walk.addTree(workTree);
      walk.setFilter(PathFilter.create(path.value()));
      while (walk.next()) {
        FileTreeIterator file = walk.getTree(FILES, FileTreeIterator.class);
        if (file != null) {
          DirCacheIterator entry = walk.getTree(INDEX, DirCacheIterator.class);
          return of(walk, file, file.getIndexFileMode(entry));
        }
      }
    }
    throw new IOException("cannot read " + path);
  }
}
