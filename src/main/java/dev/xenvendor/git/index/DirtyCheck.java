package dev.xenvendor.git.index;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.IndexDiffFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.SkipWorkTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Looks for tracked files that differ from what was committed last. */
public final class DirtyCheck {

  private static final int HEAD = 0;
  private static final int INDEX = 1;
  private static final int WORK_TREE = 2;
  private static final int MOST_NAMED = 3;

  private final Repository jgit;

  public DirtyCheck(Repository jgit) {
    this.jgit = jgit;
  }

  /**
   * Refuses a tree in which a tracked file differs from HEAD.
   *
   * @param apart files that may differ
   */
  public void requireClean(Set<HeaderPath> apart) {
    RawIndex index = IndexFile.look(jgit);
    if (!isCommitted(index)) {
      refuse(dirtyFiles(IndexFile.read(jgit), TreeFilter.ALL), apart);
      return;
    }
    // A look at the files themselves is several times quicker than JGit's walk, which then sees
    // only to those that do not look as the index says.
    List<String> suspected = suspected(index);
    if (!suspected.isEmpty()) {
      refuse(dirtyFiles(IndexFile.read(jgit), PathFilterGroup.createFromStrings(suspected)), apart);
    }
  }

  private boolean isCommitted(RawIndex index) {
    try {
      ObjectId head = jgit.resolve(Constants.HEAD + "^{tree}");
      return IndexTree.id(index, "")
          .filter(tree -> GitRepository.jgitId(tree).equals(head))
          .isPresent();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private List<String> suspected(RawIndex index) {
    try {
      return IndexComparison.tracked(index, jgit).changed().mapToObj(index::path).toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Problem failed(IOException e) {
    return GitRepository.failed("compare the work tree with the index", e);
  }

  /**
   * Looks into the files that are about to be overwritten, whatever their size and time say: a
   * program that keeps both may have changed them all the same.
   */
  public void requireUnchanged(RawIndex index, Collection<HeaderPath> paths) {
    List<String> doubtful = new ArrayList<>();
    for (HeaderPath path : paths) {
      OptionalInt entry = index.find(path);
      if (entry.isPresent() && !isAsStored(path, index, entry.getAsInt())) {
        doubtful.add(path.value());
      }
    }
    if (!doubtful.isEmpty()) {
      DirCache read = IndexFile.read(jgit);
      // A length of zero is how an index says that it does not know.
      doubtful.forEach(path -> read.getEntry(path).setLength(0));
      refuse(dirtyFiles(read, PathFilterGroup.createFromStrings(doubtful)), Set.of());
    }
  }

  /**
   * Returns whether a file has byte for byte what the index names; with filters it may not, and be
   * clean.
   */
  private boolean isAsStored(HeaderPath path, RawIndex index, int entry) {
    Path file = jgit.getWorkTree().toPath().resolve(path.value());
    try {
      return index.mode(entry) == dev.xenvendor.tree.FileMode.REGULAR
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && !Files.isExecutable(file)
          && GitId.ofBlob(Files.readAllBytes(file)).equals(index.id(entry));
    } catch (IOException e) {
      return false; // JGit finds out
    }
  }

  private static void refuse(List<String> found, Set<HeaderPath> apart) {
    List<String> dirty =
        found.stream().filter(path -> !apart.contains(new HeaderPath(path))).toList();
    if (dirty.isEmpty()) {
      return;
    }
    String files = dirty.size() == 1 ? "1 tracked file has" : dirty.size() + " tracked files have";
    String named = String.join(", ", dirty.subList(0, Math.min(MOST_NAMED, dirty.size())));
    String more = dirty.size() > MOST_NAMED ? ", …" : "";
    throw Problem.repository(files + " uncommitted changes: " + named + more)
        .hint("commit or stash them first: git stash");
  }

  private List<String> dirtyFiles(DirCache index, TreeFilter where) {
    List<String> dirty = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      walk.setRecursive(true);
      ObjectId head = jgit.resolve(Constants.HEAD + "^{tree}");
      walk.addTree(head);
      walk.addTree(new DirCacheIterator(index));
      FileTreeIterator workTree = new FileTreeIterator(jgit);
      workTree.setDirCacheIterator(walk, INDEX);
      walk.addTree(workTree);
      walk.setFilter(
          AndTreeFilter.create(
              new TreeFilter[] {
                where, new SkipWorkTreeFilter(INDEX), new IndexDiffFilter(INDEX, WORK_TREE, true)
              }));
      while (walk.next()) {
        if (isDirty(walk)) {
          dirty.add(walk.getPathString());
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return dirty;
  }

  private boolean isDirty(TreeWalk walk) throws IOException {
    boolean inHead = walk.getRawMode(HEAD) != 0;
    DirCacheIterator index = walk.getTree(INDEX, DirCacheIterator.class);
    if (index == null) {
      return inHead; // else an untracked file, which does no harm unless it is in the way
    }
    if (!inHead || index.getEntryRawMode() != walk.getRawMode(HEAD) || !walk.idEqual(HEAD, INDEX)) {
      return true;
    }
    FileTreeIterator file = walk.getTree(WORK_TREE, FileTreeIterator.class);
    if (file == null) {
      // A submodule that is not checked out is an empty folder, or none.
      return !FileMode.GITLINK.equals(index.getEntryRawMode());
    }
    return !FileMode.GITLINK.equals(index.getEntryRawMode())
        && file.isModified(index.getDirCacheEntry(), true, walk.getObjectReader())
        && !isConverted(walk, file, index.getDirCacheEntry());
  }

  /**
   * Returns whether a file that JGit takes for changed is only as attributes that it ignores want
   * it.
   */
  private static boolean isConverted(TreeWalk walk, FileTreeIterator file, DirCacheEntry entry)
      throws IOException {
    return FileMode.REGULAR_FILE.equals(file.getEntryRawMode() & ~0111)
        && !WorkTreeConversion.of(walk.getAttributes()).isNone()
        && GitRepository.jgitId(CheckinConversion.of(walk, file, file.getIndexFileMode(null)).id())
            .equals(entry.getObjectId());
  }
}
