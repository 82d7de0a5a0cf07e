package dev.xenvendor.git.index;

import dev.xenvendor.git.repository.FullIndex;
import dev.xenvendor.git.repository.LockRecord;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.internal.storage.file.LockFile;
import org.eclipse.jgit.lib.Repository;

/**
 * Git's index, locked for a change. {@link #replace} fills the lock file, {@link #commit} brings it
 * into place, and {@link #close} takes the lock away, whatever became of the change.
 */
public final class LockedIndex implements AutoCloseable {

  private final Repository jgit;
  private final LockFile lock;
  private final Path lockPath;
  private RawIndex index;

  private LockedIndex(Repository jgit, LockFile lock) throws IOException {
    this.jgit = jgit;
    this.lock = lock;
    Path live = jgit.getIndexFile().toPath();
    this.lockPath = live.resolveSibling(live.getFileName() + ".lock");
    this.index = RawIndex.read(live);
  }

  /** Takes git's lock of the index, to write it. */
  public static LockedIndex of(Repository jgit) throws IOException {
    LockRecord record = new LockRecord(jgit);
    record.beforeIndex();
    RepositoryLock.giveSignOfLife(jgit);
    LockedIndex locked = whole(jgit);
    record.index(locked.lockPath);
    return locked;
  }

  private static LockedIndex whole(Repository jgit) throws IOException {
    try {
      return lock(jgit);
    } catch (LockFailedException e) {
      throw e;
    } catch (IOException e) {
      FullIndex.inPlace(jgit);
      return lock(jgit);
    }
  }

  private static LockedIndex lock(Repository jgit) throws IOException {
    LockFile lock = new LockFile(jgit.getIndexFile());
    if (!lock.lock()) {
      throw new LockFailedException(jgit.getIndexFile());
    }
    try {
      return new LockedIndex(jgit, lock);
    } catch (IOException | RuntimeException e) {
      lock.unlock();
      throw e;
    }
  }

  /** Returns where the index is. */
  public Path place() {
    return jgit.getIndexFile().toPath();
  }

  /** The index as it is, or is to be. */
  public RawIndex index() {
    return index;
  }

  /**
   * Writes the lock file, with the entries of some paths replaced.
   *
   * @param settled the resolved entry of the path, or empty to remove it
   * @param unmerged the entries of paths in conflict
   * @param undo the sides of conflicts that the index is to keep
   */
  public void replace(
      Map<HeaderPath, Optional<HeaderFile>> settled, Collection<Stage> unmerged, ResolveUndo undo)
      throws IOException {
    IndexEdit edit = new IndexEdit(index);
    edit.replace(settled, unmerged);
    byte[] bytes = edit.bytes(undo);
    RepositoryLock.giveSignOfLife(jgit);
    lock.write(bytes);
    index = RawIndex.of(bytes, index);
  }

  /** Puts the index into place, after the files that it lists. */
  public void commit(WorkTreeFiles files, Collection<HeaderPath> written) throws IOException {
    if (IndexStats.complete(index, files, written)) {
      Files.write(lockPath, index.bytes());
    }
    if (!lock.commit()) {
      throw new IOException("cannot replace the index");
    }
  }

  /** Takes the lock away, and with it what was written to its file. */
  public void unlock() {
    lock.unlock();
  }

  @Override
  public void close() {
    unlock();
  }
}
