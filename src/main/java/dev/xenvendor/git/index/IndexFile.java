package dev.xenvendor.git.index;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.repository.FullIndex;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** Reads git's index. */
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
}
