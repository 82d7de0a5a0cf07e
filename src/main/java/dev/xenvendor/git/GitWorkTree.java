package dev.xenvendor.git;

import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.git.index.CheckinConversion;
import dev.xenvendor.git.index.IndexComparison;
import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.index.IndexFolder;
import dev.xenvendor.git.index.RawIndex;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.jspecify.annotations.Nullable;

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
  private @Nullable RawIndex index;

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
    return read(folder.value(), folder.value().length() + 1);
  }

  @Override
  public HeaderTree tree() {
    return read("", 0);
  }

  @Override
  public Optional<HeaderFile> file(HeaderPath path) {
    return read(path.value(), 0).get(path);
  }

  /** The index as it was when it was first asked for. */
  private RawIndex index() {
    RawIndex known = index;
    if (known == null) {
      known = IndexFile.look(jgit);
      index = known;
    }
    return known;
  }

  /**
   * The files below a folder, or the one that is named.
   *
   * @param cut how many characters of their paths to leave out
   */
  private HeaderTree read(String place, int cut) {
    try {
      RawIndex index = index();
      IndexComparison sorted = IndexComparison.below(place, index, jgit);
      HeaderTree indexed =
          IndexFolder.at(place, index, objects::file)
              .map(HeaderTree::of)
              .orElseGet(() -> one(sorted, cut));
      return indexed.edited(edits(sorted, cut));
    } catch (IOException e) {
      throw GitRepository.failed("read the work tree", e);
    }
  }

  /** The file that the index has at the requested place. */
  private HeaderTree one(IndexComparison sorted, int cut) {
    Map<HeaderPath, HeaderFile> files = new LinkedHashMap<>();
    RawIndex index = sorted.index();
    sorted
        .entries()
        .forEach(
            entry ->
                below(index.path(entry), cut)
                    .ifPresent(path -> files.put(path, file(index, entry))));
    return HeaderTree.of(files);
  }

  /**
   * Returns the differences of the work tree from the index; a sparse checkout leaves some files
   * out.
   */
  private Map<HeaderPath, Optional<HeaderFile>> edits(IndexComparison sorted, int cut)
      throws IOException {
    Map<HeaderPath, Optional<HeaderFile>> edits = new LinkedHashMap<>();
    RawIndex index = sorted.index();
    sorted
        .entries()
        .filter(entry -> !sorted.isUnchanged(entry) && !index.isLeftOut(entry))
        .forEach(
            entry ->
                below(index.path(entry), cut).ifPresent(path -> edits.put(path, Optional.empty())));
    addChanged(
        sorted,
        (name, file) -> below(name, cut).ifPresent(path -> edits.put(path, Optional.of(file))));
    sorted
        .entries()
        .filter(index::isLeftOut)
        .forEach(entry -> below(index.path(entry), cut).ifPresent(edits::remove));
    return edits;
  }

  /** A file instead of the requested folder has nothing below it. */
  private static Optional<HeaderPath> below(String path, int cut) {
    return path.length() > cut
        ? Optional.of(new HeaderPath(path.substring(cut)))
        : Optional.empty();
  }

  private HeaderFile file(RawIndex index, int entry) {
    return objects.file(index.mode(entry), index.id(entry));
  }

  /** As git would store them: with the line endings and filters that its attributes ask for. */
  private void addChanged(IndexComparison sorted, BiConsumer<String, HeaderFile> found)
      throws IOException {
    List<String> paths = sorted.others();
    if (paths.isEmpty()) {
      return;
    }
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      walk.setRecursive(true);
      walk.addTree(new DirCacheIterator(IndexFile.only(sorted.index(), new HashSet<>(paths))));
      FileTreeIterator workTree = new FileTreeIterator(jgit);
      workTree.setDirCacheIterator(walk, INDEX);
      walk.addTree(workTree);
      walk.setFilter(PathFilterGroup.createFromStrings(paths));
      while (walk.next()) {
        Optional<HeaderFile> file = changed(walk);
        if (file.isPresent()) {
          found.accept(walk.getPathString(), file.get());
        }
      }
    }
  }

  private Optional<HeaderFile> changed(TreeWalk walk) throws IOException {
    DirCacheIterator entry = walk.getTree(INDEX, DirCacheIterator.class);
    FileTreeIterator file = walk.getTree(FILES, FileTreeIterator.class);
    if (file == null || (entry == null && file.isEntryIgnored())) {
      return Optional.empty();
    }
    FileMode mode = file.getIndexFileMode(entry);
    if (FileMode.GITLINK.equals(mode)) {
      return Optional.empty();
    }
    return Optional.of(CheckinConversion.of(walk, file, mode));
  }
}
