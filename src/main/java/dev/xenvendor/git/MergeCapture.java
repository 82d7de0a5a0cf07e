package dev.xenvendor.git;

import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.git.index.CheckinConversion;
import dev.xenvendor.git.index.IndexComparison;
import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.index.RawIndex;
import dev.xenvendor.git.index.ResolveUndo;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.program.MessageComments;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Reads the index, the work tree and the message of a merge in progress, without changing them. */
final class MergeCapture {

  private final Repository jgit;
  private final TreeReader reader;
  private final ObjectId headTree;

  MergeCapture(Repository jgit) throws IOException {
    this.jgit = jgit;
    this.reader = new TreeReader(jgit);
    this.headTree = jgit.resolve(Constants.HEAD + "^{tree}");
  }

  TrunkChange change(Optional<GitId> otherParent, Optional<MergeState> state) throws IOException {
    SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged = IndexFile.unmerged(jgit);
    TreeDifferences differences = new TreeDifferences(jgit, headTree);
    SortedMap<HeaderPath, Optional<HeaderFile>> staged = differences.to(IndexFile.read(jgit));
    SortedMap<HeaderPath, Optional<HeaderFile>> files = files(staged, unmerged.keySet());
    SortedMap<HeaderPath, Optional<HeaderFile>> apart = differences.between(staged, files);
    apart.keySet().removeAll(unmerged.keySet());
    return new TrunkChange(
        files,
        GitUnfinishedMerge.stages(unmerged),
        GitUnfinishedMerge.stages(new ResolveUndo(IndexFile.look(jgit)).sides(reader)),
        MessageComments.of(jgit).without(MergeFiles.message(jgit).orElse("Merge\n")),
        otherParent,
        state,
        Set.of(),
        apart);
  }

  /**
   * Returns the differences of the work tree from the commit.
   *
   * @param staged the differences of the index from the commit
   */
  private SortedMap<HeaderPath, Optional<HeaderFile>> files(
      SortedMap<HeaderPath, Optional<HeaderFile>> staged, Set<HeaderPath> unmerged)
      throws IOException {
    RawIndex index = IndexFile.look(jgit);
    SortedSet<HeaderPath> doubtful = new TreeSet<>(unmerged);
    IndexComparison.tracked(index, jgit)
        .changed()
        .forEach(entry -> doubtful.add(new HeaderPath(index.path(entry))));
    SortedMap<HeaderPath, HeaderFile> read = CheckinConversion.of(jgit, doubtful);
    SortedMap<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>(staged);
    doubtful.forEach(path -> files.put(path, Optional.ofNullable(read.get(path))));
    files
        .entrySet()
        .removeIf(file -> file.getValue().equals(reader.fileIn(headTree, file.getKey())));
    return files;
  }
}
