package dev.xenvendor.git;

import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.index.LockedIndex;
import dev.xenvendor.git.index.ResolveUndo;
import dev.xenvendor.git.index.WorkTreeFiles;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Puts index and work tree back to what was committed last, and ends the merge. */
final class MergeAbort {

  private final Repository jgit;
  private final WorkTreeFiles files;

  MergeAbort(Repository jgit) {
    this.jgit = jgit;
    this.files = new WorkTreeFiles(jgit);
  }

  void run() {
    try {
      try (LockedIndex index = LockedIndex.of(jgit)) {
        ObjectId tree = jgit.resolve(Constants.HEAD + "^{tree}");
        SortedMap<HeaderPath, Optional<HeaderFile>> back = differences(IndexFile.read(jgit), tree);
        Map<HeaderPath, byte[]> contents = files.contents(tree, back.keySet());
        for (HeaderPath path : back.keySet()) {
          if (back.get(path).isEmpty()) {
            files.delete(path);
          }
        }
        for (Map.Entry<HeaderPath, Optional<HeaderFile>> file : back.entrySet()) {
          if (file.getValue().isPresent()) {
            byte[] content = Objects.requireNonNull(contents.get(file.getKey()));
            files.write(file.getKey(), TreeReader.jgitMode(file.getValue().get().mode()), content);
          }
        }
        index.replace(back, List.of(), ResolveUndo.NONE);
        index.commit(files, back.keySet());
      }
      GitProgram.rerere(jgit, "clear");
      GitProgram.sparse(jgit);
      MergeFiles.delete(jgit);
    } catch (IOException e) {
      throw GitRepository.failed("abort the merge", e);
    }
  }

  /** What to put back: every path whose index entry is not the committed one. */
  private SortedMap<HeaderPath, Optional<HeaderFile>> differences(DirCache index, ObjectId tree)
      throws IOException {
    TreeReader reader = new TreeReader(jgit);
    SortedMap<HeaderPath, Optional<HeaderFile>> differences = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.setRecursive(true);
      walk.addTree(tree);
      walk.addTree(new DirCacheIterator(index));
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        Optional<HeaderFile> committed =
            walk.getRawMode(0) == 0 ? Optional.empty() : Optional.of(reader.file(walk, 0));
        differences.put(new HeaderPath(walk.getPathString()), committed);
      }
    }
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      if (entry.getStage() > 0) {
        HeaderPath path = new HeaderPath(entry.getPathString());
        differences.put(path, reader.fileIn(tree, path));
      }
    }
    return differences;
  }
}
