package dev.xenvendor.git;

import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.git.index.CheckinConversion;
import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.index.LockedIndex;
import dev.xenvendor.git.index.ResolveUndo;
import dev.xenvendor.git.index.WorkTreeFiles;
import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.program.Program;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** A merge with conflicts in git's index and work tree. */
final class GitUnfinishedMerge implements UnfinishedMerge {

  private final Repository jgit;
  private final Optional<MergeState> state;
  private final Optional<ObjectId> mergeHead;
  private final WorkTreeFiles files;
  private final CommitOptions options;

  GitUnfinishedMerge(
      Repository jgit,
      Optional<MergeState> state,
      Optional<ObjectId> mergeHead,
      CommitOptions options) {
    this.options = options;
    this.jgit = jgit;
    this.state = state;
    this.mergeHead = mergeHead;
    this.files = new WorkTreeFiles(jgit);
  }

  @Override
  public Optional<GitId> otherParent() {
    return mergeHead.map(GitRepository::idOf);
  }

  @Override
  public boolean otherSideChanged(HeaderPath path) {
    if (mergeHead.isEmpty()) {
      return false;
    }
    TreeReader trees = new TreeReader(jgit);
    try (RevWalk walk = new RevWalk(jgit)) {
      RevCommit other = walk.parseCommit(mergeHead.get());
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(List.of(walk.parseCommit(jgit.resolve(Constants.HEAD)), other));
      RevCommit base = walk.next();
      Optional<HeaderFile> before =
          base == null ? Optional.empty() : trees.fileIn(base.getTree(), path);
      return !trees.fileIn(other.getTree(), path).equals(before);
    } catch (IOException e) {
      throw GitRepository.failed("read the commits that are merged", e);
    }
  }

  @Override
  public String subject() {
    try {
      return MergeFiles.message(jgit).stream().flatMap(String::lines).findFirst().orElse("a merge");
    } catch (IOException e) {
      throw GitRepository.failed("read MERGE_MSG", e);
    }
  }

  @Override
  public Optional<MergeState> state() {
    return state;
  }

  @Override
  public SortedMap<HeaderPath, Map<Side, HeaderFile>> unmerged() {
    try {
      return IndexFile.unmerged(jgit);
    } catch (IOException e) {
      throw GitRepository.failed("read the index", e);
    }
  }

  @Override
  public SortedMap<HeaderPath, Map<Side, HeaderFile>> resolved() {
    return new ResolveUndo(IndexFile.look(jgit)).sides(new TreeReader(jgit));
  }

  @Override
  public Optional<HeaderFile> settled(HeaderPath path) {
    DirCacheEntry entry = IndexFile.read(jgit).getEntry(path.value());
    return entry == null || entry.getStage() != DirCacheEntry.STAGE_0
        ? Optional.empty()
        : Optional.of(
            new TreeReader(jgit).file(TreeReader.modeOf(entry.getFileMode()), entry.getObjectId()));
  }

  @Override
  public HeaderTree settledBelow(HeaderPath folder) {
    TreeReader reader = new TreeReader(jgit);
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (DirCacheEntry entry : IndexFile.read(jgit).getEntriesWithin(folder.value())) {
      if (entry.getStage() == DirCacheEntry.STAGE_0
          && entry.getFileMode().getObjectType() == Constants.OBJ_BLOB) {
        HeaderPath path = new HeaderPath(entry.getPathString());
        HeaderFile file = reader.file(TreeReader.modeOf(entry.getFileMode()), entry.getObjectId());
        path.below(folder).ifPresent(below -> files.put(below, file));
      }
    }
    return HeaderTree.of(files);
  }

  @Override
  public Optional<byte[]> workTreeFile(HeaderPath path) {
    try {
      return files.read(path);
    } catch (IOException e) {
      throw GitRepository.failed("read " + path, e);
    }
  }

  @Override
  public TrunkChange change() {
    try {
      return new MergeCapture(jgit).change(otherParent(), state);
    } catch (IOException e) {
      throw GitRepository.failed("read the merge in progress", e);
    }
  }

  @Override
  public void write(HeaderPath path, byte[] content) {
    try {
      boolean executable = Files.isExecutable(files.at(path));
      files.write(path, executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE, content);
    } catch (IOException e) {
      throw GitRepository.failed("write " + path, e);
    }
  }

  @Override
  public void settle(Map<HeaderPath, Optional<HeaderFile>> settled) {
    try {
      try (LockedIndex index = LockedIndex.of(jgit)) {
        writeFiles(settled);
        replace(index, settled);
      }
    } catch (IOException e) {
      throw GitRepository.failed("settle " + settled.keySet(), e);
    }
  }

  private void writeFiles(Map<HeaderPath, Optional<HeaderFile>> written) throws IOException {
    try (ObjectWriter writer = new ObjectWriter(jgit)) {
      ObjectId tree = writer.trees().write(Optional.of(headTree()), written);
      writer.flush();
      Map<HeaderPath, byte[]> contents = files.contents(tree, written.keySet());
      for (Map.Entry<HeaderPath, Optional<HeaderFile>> file : written.entrySet()) {
        HeaderPath path = file.getKey();
        if (file.getValue().isPresent()) {
          files.write(
              path,
              TreeReader.jgitMode(file.getValue().get().mode()),
              Objects.requireNonNull(contents.get(path)));
        } else {
          files.delete(path);
        }
      }
    }
  }

  @Override
  public void reopen(
      Map<HeaderPath, Map<Side, HeaderFile>> sides, Map<HeaderPath, Optional<HeaderFile>> merged) {
    try {
      try (LockedIndex index = LockedIndex.of(jgit)) {
        writeFiles(merged);
        ResolveUndo undo = new ResolveUndo(index.index()).without(sides.keySet());
        index.replace(Map.of(), stages(sides), undo);
        index.commit(files, sides.keySet());
      }
    } catch (IOException e) {
      throw GitRepository.failed("undo " + sides.keySet(), e);
    }
  }

  static List<Stage> stages(Map<HeaderPath, Map<Side, HeaderFile>> sides) {
    List<Stage> stages = new ArrayList<>();
    sides.forEach(
        (path, files) -> files.forEach((side, file) -> stages.add(new Stage(path, side, file))));
    return stages;
  }

  @Override
  public void reopenByGit(Collection<HeaderPath> paths) {
    List<String> command = new ArrayList<>(List.of("checkout", "-m", "--"));
    paths.forEach(path -> command.add(path.value()));
    GitProgram git =
        GitProgram.find(jgit)
            .orElseThrow(
                () ->
                    Problem.unavailable("git began this merge, but is not installed")
                        .hint("git checkout -m -- " + paths.iterator().next()));
    Program.Ended ended = git.command(command.toArray(String[]::new)).run(new byte[0]);
    if (!ended.isGood()) {
      throw Problem.repository("git checkout -m failed: " + ended.err().strip());
    }
  }

  @Override
  public void settleAsInWorkTree(Collection<HeaderPath> paths) {
    try {
      // As in git add, the file in the work tree stays as it is.
      Map<HeaderPath, Optional<HeaderFile>> settled = new TreeMap<>();
      for (HeaderPath path : paths) {
        settled.put(
            path,
            files.exists(path) ? Optional.of(CheckinConversion.of(jgit, path)) : Optional.empty());
      }
      try (LockedIndex index = LockedIndex.of(jgit);
          ObjectWriter writer = new ObjectWriter(jgit)) {
        for (Optional<HeaderFile> file : settled.values()) {
          if (file.isPresent()) {
            writer.blob(file.get());
          }
        }
        writer.flush();
        replace(index, settled);
      }
    } catch (IOException e) {
      throw GitRepository.failed("add " + paths, e);
    }
  }

  private void replace(LockedIndex index, Map<HeaderPath, Optional<HeaderFile>> settled)
      throws IOException {
    ResolveUndo undo = new ResolveUndo(index.index(), settled.keySet());
    index.replace(settled, List.of(), undo);
    index.commit(files, settled.keySet());
  }

  private ObjectId headTree() throws IOException {
    return jgit.resolve(Constants.HEAD + "^{tree}");
  }

  @Override
  public GitId commit() {
    return new MergeCommit(jgit, mergeHead, options).commit();
  }

  @Override
  public void abort() {
    new MergeAbort(jgit).run();
  }
}
