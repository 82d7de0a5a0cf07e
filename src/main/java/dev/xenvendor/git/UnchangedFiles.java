package dev.xenvendor.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;

/**
 * Sorts the files of a folder into those that look as the index says and the others, by one walk
 * through the folders, which is several times quicker than JGit's. It only ever errs in one
 * direction: a file that might have changed is among the others, and JGit looks at those.
 */
final class UnchangedFiles {

  private final DirCache index;
  private final Instant indexTime;
  private final Path root;

  /** Where a file system has no executable files, the index alone tells of them. */
  private final boolean modesCount;

  private final List<DirCacheEntry> unchanged = new ArrayList<>();
  private final List<String> others = new ArrayList<>();

  private UnchangedFiles(DirCache index, Instant indexTime, Path root, boolean modesCount) {
    this.index = index;
    this.indexTime = indexTime;
    this.root = root;
    this.modesCount = modesCount;
  }

  /**
   * @param indexTime when the index was written, or earlier: a file that was changed since then may
   *     have been changed twice
   */
  static UnchangedFiles below(
      Path start, DirCache index, Instant indexTime, Path root, boolean modesCount)
      throws IOException {
    UnchangedFiles files = new UnchangedFiles(index, indexTime, root, modesCount);
    if (Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(start, files.new Walk());
    }
    return files;
  }

  List<DirCacheEntry> unchanged() {
    return unchanged;
  }

  /** The files that may have changed, and those that the index does not know. */
  List<String> others() {
    return others;
  }

  /** Looks at every file once. */
  private final class Walk extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean other = !folder.equals(root) && Files.exists(folder.resolve(Constants.DOT_GIT));
      return other ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = relative(file);
      DirCacheEntry entry = index.getEntry(path);
      if (entry != null && isSame(entry, file, attributes)) {
        unchanged.add(entry);
      } else {
        others.add(path);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private String relative(Path file) {
    String path = file.toString().substring(root.toString().length() + 1);
    String separator = file.getFileSystem().getSeparator();
    return separator.equals("/") ? path : path.replace(separator, "/");
  }

  private boolean isSame(DirCacheEntry entry, Path file, BasicFileAttributes attributes) {
    return entry.getStage() == DirCacheEntry.STAGE_0
        && isSameKind(entry.getFileMode(), file, attributes)
        && entry.getLength() == attributes.size()
        && entry.getLastModifiedInstant().equals(attributes.lastModifiedTime().toInstant())
        && !entry.mightBeRacilyClean(indexTime)
        && !entry.isSmudged();
  }

  private boolean isSameKind(FileMode mode, Path file, BasicFileAttributes attributes) {
    if (FileMode.SYMLINK.equals(mode.getBits())) {
      return attributes.isSymbolicLink();
    }
    return attributes.isRegularFile()
        && (!modesCount
            || FileMode.EXECUTABLE_FILE.equals(mode.getBits()) == Files.isExecutable(file));
  }
}
