package dev.xenvendor.git.index;

import dev.xenvendor.git.index.IndexEntries.Range;
import dev.xenvendor.tree.FileMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * Sorts the files of a folder into those that look as the index says and the others, by one walk
 * through the folders, which is several times quicker than JGit's. A file that might have changed
 * is among the others, and JGit looks at those. As in JGit, one that was changed without a trace in
 * its size and time counts as unchanged; git has the time of its inode as well, which Java is slow
 * to tell.
 */
public final class IndexComparison {

  /** From how many files on a folder is worth a second thread. */
  private static final int MANY = 2000;

  private static final String ANY_NAME = "x";

  private static final LinkOption[] NOFOLLOW = {LinkOption.NOFOLLOW_LINKS};

  private final IndexEntries entries;
  private final RawIndex index;
  private final Class<? extends BasicFileAttributes> attributes;
  private final boolean untrackedCount;

  /** By place in the index; the threads write at different ones. */
  private final boolean[] unchanged;

  private final Collection<String> others = new ConcurrentLinkedQueue<>();

  private IndexComparison(IndexEntries entries, Repository jgit, boolean untrackedCount) {
    this.entries = entries;
    this.index = entries.index();
    // Where the file system does not tell which files are executable, the index alone does.
    boolean modesCount =
        jgit.getConfig().getBoolean("core", "filemode", true)
            && jgit.getWorkTree()
                .toPath()
                .getFileSystem()
                .supportedFileAttributeViews()
                .contains("posix");
    this.attributes = modesCount ? PosixFileAttributes.class : BasicFileAttributes.class;
    this.untrackedCount = untrackedCount;
    this.unchanged = new boolean[index.size()];
  }

  /**
   * Sorts what the work tree has at a place.
   *
   * @param place the folder or the file, from the root of the work tree; empty for all of it
   */
  public static IndexComparison below(String place, RawIndex index, Repository jgit)
      throws IOException {
    return new IndexComparison(IndexEntries.at(place, index), jgit, true).look(place, jgit);
  }

  /** Sorts the files that the index knows. */
  public static IndexComparison tracked(RawIndex index, Repository jgit) throws IOException {
    return new IndexComparison(IndexEntries.at("", index), jgit, false).look("", jgit);
  }

  private IndexComparison look(String place, Repository jgit) throws IOException {
    try {
      look(shortest(jgit.getWorkTree().toPath()).resolve(place), place);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return this;
  }

  /** The system resolves every folder of a path again for each file. */
  private static Path shortest(Path folder) {
    Path here = Path.of("").toAbsolutePath();
    return folder.startsWith(here) ? here.relativize(folder) : folder;
  }

  private void look(Path start, String place) throws IOException {
    if (!Files.exists(start, NOFOLLOW)) {
      return;
    }
    BasicFileAttributes seen = Files.readAttributes(start, attributes, NOFOLLOW);
    if (seen.isDirectory()) {
      new Folder(start, place.isEmpty() ? "" : place + '/', entries.all().ifFolder()).invoke();
    } else if (!isUnchanged(entries.all(), seen)) {
      others.add(place);
    }
  }

  /** Returns whether the file of an entry is as the entry says. */
  public boolean isUnchanged(int entry) {
    return unchanged[entry];
  }

  /** The entries of files that may have changed, or that are gone. */
  public IntStream changed() {
    return entries()
        .filter(entry -> !unchanged[entry] && !index.isLeftOut(entry))
        .filter(entry -> index.mode(entry) != FileMode.GITLINK);
  }

  public RawIndex index() {
    return index;
  }

  /** All the entries there are at the place, in the order of the index. */
  public IntStream entries() {
    return IntStream.range(entries.all().begin(), entries.all().end());
  }

  /** The files that may have changed, and those that the index does not know. */
  public List<String> others() {
    return List.copyOf(others);
  }

  /** A folder of the work tree, beside what the index has below it. */
  private final class Folder extends RecursiveAction {

    private static final long serialVersionUID = 1;

    private final transient Path folder;
    private final String prefix;
    private final transient Range range;

    Folder(Path folder, String prefix, Range range) {
      this.folder = folder;
      this.prefix = prefix;
      this.range = range;
    }

    @Override
    protected void compute() {
      List<Folder> folders = new ArrayList<>();
      try {
        look(folders);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (DirectoryIteratorException e) {
        throw new UncheckedIOException(e.getCause());
      }
      if (range.size() >= MANY) {
        invokeAll(folders);
      } else {
        folders.forEach(Folder::compute);
      }
    }

    private void look(List<Folder> folders) throws IOException {
      boolean tracked = range.size() > 0;
      if (!prefix.isEmpty() && !tracked && Files.exists(folder.resolve(Constants.DOT_GIT))) {
        return; // another repository
      }
      Map<String, Range> known = entries.children(prefix, range);
      int nameBegins = folder.resolve(ANY_NAME).toString().length() - ANY_NAME.length();
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
        for (Path child : children) {
          String name = child.toString().substring(nameBegins); // getFileName() makes a path of it
          Range at = known.getOrDefault(name, Range.NONE);
          if (name.equals(Constants.DOT_GIT) || (!untrackedCount && at.size() == 0)) {
            continue;
          }
          BasicFileAttributes seen;
          try {
            seen = Files.readAttributes(child, attributes, NOFOLLOW);
          } catch (NoSuchFileException e) {
            continue; // an editor's, gone again
          }
          if (seen.isDirectory()) {
            folders.add(new Folder(child, prefix + name + '/', at.ifFolder()));
          } else if (!seen.isOther() && !isUnchanged(at, seen)) { // git sees no pipes either
            others.add(prefix + name);
          }
        }
      }
    }
  }

  /**
   * Notes a file that is as its entry in the index says.
   *
   * @param known what the index has by the file's name
   */
  private boolean isUnchanged(Range known, BasicFileAttributes seen) {
    boolean same = known.isFile() && isSame(known.begin(), seen);
    if (same) {
      unchanged[known.begin()] = true;
    }
    return same;
  }

  private boolean isSame(int entry, BasicFileAttributes seen) {
    long modified = index.modified(entry);
    return index.stage(entry) == 0
        && index.length(entry) == (int) seen.size()
        && modified == seen.lastModifiedTime().to(TimeUnit.NANOSECONDS)
        && modified < index.written() // else it may have been changed twice
        && isSameKind(index.mode(entry), seen)
        && !index.isSmudged(entry);
  }

  private static boolean isSameKind(FileMode mode, BasicFileAttributes seen) {
    if (mode == FileMode.SYMLINK) {
      return seen.isSymbolicLink();
    }
    return seen.isRegularFile()
        && (!(seen instanceof PosixFileAttributes posix)
            || (mode == FileMode.EXECUTABLE)
                == posix.permissions().contains(PosixFilePermission.OWNER_EXECUTE));
  }
}
