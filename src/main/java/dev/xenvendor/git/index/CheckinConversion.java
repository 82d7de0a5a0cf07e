package dev.xenvendor.git.index;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

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
    HeaderFile file = of(jgit, List.of(path)).get(path);
    if (file == null) {
      throw new IOException("cannot read " + path);
    }
    return file;
  }

  /** The files at those of the paths that have one. A submodule is none. */
  public static SortedMap<HeaderPath, HeaderFile> of(Repository jgit, Collection<HeaderPath> paths)
      throws IOException {
    SortedMap<HeaderPath, HeaderFile> files = new TreeMap<>();
    if (paths.isEmpty()) {
      return files;
    }
    Set<String> names = paths.stream().map(HeaderPath::value).collect(Collectors.toSet());
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      walk.setRecursive(true);
      walk.addTree(new DirCacheIterator(IndexFile.only(IndexFile.look(jgit), names)));
      FileTreeIterator workTree = new FileTreeIterator(jgit);
      workTree.setDirCacheIterator(walk, INDEX);
      walk.addTree(workTree);
      walk.setFilter(PathFilterGroup.createFromStrings(names));
      while (walk.next()) {
        FileTreeIterator file = walk.getTree(FILES, FileTreeIterator.class);
        if (file != null && names.contains(walk.getPathString())) {
          FileMode mode = file.getIndexFileMode(walk.getTree(INDEX, DirCacheIterator.class));
          if (!FileMode.GITLINK.equals(mode)) {
            files.put(new HeaderPath(walk.getPathString()), of(walk, file, mode));
          }
        }
      }
    }
    return files;
  }
}
