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
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

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
        SortedMap<HeaderPath, Optional<HeaderFile>> back =
            new TreeDifferences(jgit, tree).from(IndexFile.read(jgit));
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
}
