package dev.xenvendor.git;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.trunk.TrunkView;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The tree as it lies in the folder of the checkout, with what is not committed yet. Files that git
 * ignores are not there; a file that a sparse checkout leaves out is there as the index has it.
 *
 * <p>A file that looks as the index says is not read: its id is known.
 */
public final class GitWorkTree implements TrunkView {

  private static final int INDEX = 0;
  private static final int FILES = 1;

  private final Repository jgit;
  private final TreeReader objects;
  private final GitTrunk trunk;

  public GitWorkTree(GitRepository repository) {
    this.jgit = repository.jgit();
    this.objects = new TreeReader(jgit);
    this.trunk = new GitTrunk(repository);
  }

  @Override
  public String branch() {
    return trunk.branch();
  }

  @Override
  public boolean descendsFrom(GitId commit) {
    return trunk.descendsFrom(commit);
  }

  @Override
  public HeaderTree tree(HeaderPath folder) {
    return read(PathFilter.create(folder.value())).below(folder);
  }

  @Override
  public HeaderTree tree() {
    return read(TreeFilter.ALL);
  }

  @Override
  public Optional<HeaderFile> file(HeaderPath path) {
    return read(PathFilter.create(path.value())).get(path);
  }

  private HeaderTree read(TreeFilter where) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      walk.setRecursive(true);
      walk.addTree(new DirCacheIterator(IndexFile.read(jgit)));
      FileTreeIterator workTree = new FileTreeIterator(jgit);
      workTree.setDirCacheIterator(walk, INDEX);
      walk.addTree(workTree);
      walk.setFilter(where);
      while (walk.next()) {
        Optional<HeaderFile> file = file(walk);
        if (file.isPresent()) {
          files.put(new HeaderPath(walk.getPathString()), file.get());
        }
      }
    } catch (IOException e) {
      throw GitRepository.failed("read the work tree", e);
    }
    return HeaderTree.of(files);
  }

  private Optional<HeaderFile> file(TreeWalk walk) throws IOException {
    DirCacheIterator index = walk.getTree(INDEX, DirCacheIterator.class);
    FileTreeIterator file = walk.getTree(FILES, FileTreeIterator.class);
    Optional<DirCacheEntry> entry = Optional.ofNullable(index).map(i -> i.getDirCacheEntry());
    if (entry.isPresent() && (file == null ? entry.get().isSkipWorkTree() : isSame(walk))) {
      return Optional.of(
          objects.file(TreeReader.modeOf(entry.get().getFileMode()), entry.get().getObjectId()));
    }
    if (file == null || (entry.isEmpty() && file.isEntryIgnored())) {
      return Optional.empty();
    }
    FileMode mode = file.getIndexFileMode(index);
    if (FileMode.GITLINK.equals(mode)) {
      return Optional.empty();
    }
    // As git would store it: with the line endings and filters that its attributes ask for.
    try (var in = file.openEntryStream()) {
      return Optional.of(HeaderFile.of(TreeReader.modeOf(mode), in.readAllBytes()));
    }
  }

  private static boolean isSame(TreeWalk walk) throws IOException {
    DirCacheEntry entry = walk.getTree(INDEX, DirCacheIterator.class).getDirCacheEntry();
    FileTreeIterator file = walk.getTree(FILES, FileTreeIterator.class);
    return entry.getStage() == DirCacheEntry.STAGE_0
        && !file.isModified(entry, true, walk.getObjectReader());
  }
}
