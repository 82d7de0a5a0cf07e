package dev.xenvendor.git.index;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.repository.FullIndex;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.LockRecord;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** Reads and prepares git's index. */
public final class IndexFile {

  private IndexFile() {}

  public static DirCache read(Repository jgit) {
    try {
      return jgit.readDirCache();
    } catch (IOException e) {
      Path full = full(jgit, e); // JGit's message depends on the byte at which it failed
      try {
        return DirCache.read(full.toFile(), jgit.getFS());
      } catch (IOException again) {
        throw unknownForm(again);
      }
    }
  }

  /** Takes git's lock of the index, to write it. */
  public static DirCache lock(Repository jgit) throws IOException {
    LockRecord record = new LockRecord(jgit);
    record.beforeIndex();
    RepositoryLock.giveSignOfLife(jgit);
    DirCache locked = lockWhole(jgit);
    Path live = jgit.getIndexFile().toPath();
    record.index(live.resolveSibling(live.getFileName() + ".lock"));
    return locked;
  }

  private static DirCache lockWhole(Repository jgit) throws IOException {
    try {
      return jgit.lockDirCache();
    } catch (LockFailedException e) {
      throw e;
    } catch (IOException e) {
      FullIndex.inPlace(jgit);
      return jgit.lockDirCache();
    }
  }

  /** Reads the index to look at its entries, in a small part of the time. */
  public static RawIndex look(Repository jgit) {
    try {
      return RawIndex.read(jgit.getIndexFile().toPath());
    } catch (IOException e) {
      return lookAt(full(jgit, e));
    }
  }

  private static RawIndex lookAt(Path full) {
    try {
      return RawIndex.read(full);
    } catch (IOException e) {
      throw unknownForm(e);
    }
  }

  /** The index in full, where it may be split or sparse. */
  private static Path full(Repository jgit, IOException unreadable) {
    try {
      return FullIndex.copy(jgit);
    } catch (IOException e) {
      throw unknownForm(unreadable);
    }
  }

  private static Problem unknownForm(IOException e) {
    return Problem.repository("cannot read the index: its format is unknown")
        .because(e)
        .hint(
            "if it is split or sparse, join it: git update-index --no-split-index, or git"
                + " sparse-checkout reapply --no-sparse-index");
  }

  /** As much of an index as JGit needs to read some files of the work tree. */
  public static DirCache only(RawIndex index, Set<String> paths) {
    DirCache only = DirCache.newInCore();
    DirCacheBuilder builder = only.builder();
    for (int i = 0; i < index.size(); i++) {
      String path = index.path(i);
      if (paths.contains(path) || path.endsWith(Constants.DOT_GIT_ATTRIBUTES)) {
        DirCacheEntry entry = new DirCacheEntry(path, index.stage(i));
        entry.setFileMode(TreeReader.jgitMode(index.mode(i)));
        entry.setObjectId(index.objectId(i));
        builder.add(entry);
      }
    }
    builder.finish();
    return only;
  }

  /** The unmerged paths with the sides that are there. */
  public static SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged(Repository jgit)
      throws IOException {
    TreeReader files = new TreeReader(jgit);
    SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged = new TreeMap<>();
    DirCache index = read(jgit);
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      if (entry.getStage() > 0) {
        HeaderFile file = files.file(TreeReader.modeOf(entry.getFileMode()), entry.getObjectId());
        unmerged
            .computeIfAbsent(
                new HeaderPath(entry.getPathString()), path -> new EnumMap<>(Side.class))
            .put(Side.ofStage(entry.getStage()), file);
      }
    }
    return unmerged;
  }

  /**
   * Replaces the entries of some paths.
   *
   * @param settled the resolved entry of the path, or empty to remove it
   * @param unmerged the entries of paths in conflict
   */
  public static void replace(
      DirCache index, Map<HeaderPath, Optional<HeaderFile>> settled, Collection<Stage> unmerged) {
    DirCacheBuilder builder = index.builder();
    Set<String> replaced = new HashSet<>();
    settled.keySet().forEach(path -> replaced.add(path.value()));
    unmerged.forEach(stage -> replaced.add(stage.path().value()));
    for (int i = 0; i < index.getEntryCount(); i++) {
      if (!replaced.contains(index.getEntry(i).getPathString())) {
        builder.add(index.getEntry(i));
      }
    }
    Set<HeaderPath> inConflict = new HashSet<>();
    for (Stage stage : unmerged) {
      inConflict.add(stage.path());
      builder.add(entry(stage.path(), stage.side().stage(), stage.file()));
    }
    for (Map.Entry<HeaderPath, Optional<HeaderFile>> file : settled.entrySet()) {
      if (file.getValue().isPresent() && !inConflict.contains(file.getKey())) {
        builder.add(entry(file.getKey(), DirCacheEntry.STAGE_0, file.getValue().get()));
      }
    }
    builder.finish();
  }

  private static DirCacheEntry entry(HeaderPath path, int stage, HeaderFile file) {
    DirCacheEntry entry = new DirCacheEntry(path.value(), stage);
    entry.setFileMode(TreeReader.jgitMode(file.mode()));
    entry.setObjectId(GitRepository.jgitId(file.id()));
    return entry;
  }

  /** A digest of what an index holds, whatever the times it noted of the files. */
  public static String contentOf(DirCache index) {
    MessageDigest digest = Constants.newMessageDigest();
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      String line =
          entry.getStage() + " " + entry.getRawMode() + " " + entry.getObjectId().name() + " ";
      digest.update(Constants.encode(line + entry.getPathString() + '\0'));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Brings a prepared index into place, once the files it tells of are in theirs. */
  public static void commit(
      Repository jgit, DirCache index, WorkTreeFiles files, Collection<HeaderPath> written)
      throws IOException {
    commit(jgit, index, files, written, ResolveUndo.NONE);
  }

  /** The same where conflicts were resolved. */
  public static void commit(
      Repository jgit,
      DirCache index,
      WorkTreeFiles files,
      Collection<HeaderPath> written,
      ResolveUndo undo)
      throws IOException {
    Path live = jgit.getIndexFile().toPath();
    undo.into(live.resolveSibling(live.getFileName() + ".lock"));
    IndexStats.complete(live.resolveSibling(live.getFileName() + ".lock"), files, written);
    if (!index.commit()) {
      throw new IOException("cannot replace the index");
    }
  }
}
