package dev.xenvendor.git;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.merge.Side;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.trunk.MergeState;
import dev.xenvendor.trunk.UnfinishedMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** A merge with conflicts in git's index and work tree. */
final class GitUnfinishedMerge implements UnfinishedMerge {

  private final Repository jgit;
  private final Optional<MergeState> state;
  private final Optional<ObjectId> mergeHead;
  private final WorkTreeFiles files;

  GitUnfinishedMerge(Repository jgit, Optional<MergeState> state, Optional<ObjectId> mergeHead) {
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
  public Optional<HeaderFile> settled(HeaderPath path) {
    try {
      DirCacheEntry entry = jgit.readDirCache().getEntry(path.value());
      return entry == null || entry.getStage() != DirCacheEntry.STAGE_0
          ? Optional.empty()
          : Optional.of(
              new TreeReader(jgit)
                  .file(TreeReader.modeOf(entry.getFileMode()), entry.getObjectId()));
    } catch (IOException e) {
      throw GitRepository.failed("read the index", e);
    }
  }

  @Override
  public HeaderTree settledBelow(HeaderPath folder) {
    try {
      TreeReader reader = new TreeReader(jgit);
      Map<HeaderPath, HeaderFile> files = new TreeMap<>();
      for (DirCacheEntry entry : jgit.readDirCache().getEntriesWithin(folder.value())) {
        if (entry.getStage() == DirCacheEntry.STAGE_0
            && entry.getFileMode().getObjectType() == Constants.OBJ_BLOB) {
          HeaderPath path = new HeaderPath(entry.getPathString());
          HeaderFile file =
              reader.file(TreeReader.modeOf(entry.getFileMode()), entry.getObjectId());
          path.below(folder).ifPresent(below -> files.put(below, file));
        }
      }
      return HeaderTree.of(files);
    } catch (IOException e) {
      throw GitRepository.failed("read the index", e);
    }
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
  public void write(HeaderPath path, byte[] content) {
    try {
      boolean executable = Files.isExecutable(files.at(path));
      put(path, executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE, content);
    } catch (IOException e) {
      throw GitRepository.failed("write " + path, e);
    }
  }

  private void put(HeaderPath path, FileMode mode, byte[] content) throws IOException {
    Path aside = RepositoryLock.folder(jgit).resolve("stage").resolve("0");
    files.stage(aside, mode, content);
    files.place(aside, path);
    Files.delete(aside.getParent());
  }

  @Override
  public void settle(Map<HeaderPath, Optional<HeaderFile>> settled) {
    try {
      DirCache index = jgit.lockDirCache();
      try (ObjectWriter writer = new ObjectWriter(jgit)) {
        ObjectId tree = writer.trees().write(Optional.of(headTree()), settled);
        writer.flush();
        Map<HeaderPath, byte[]> contents = files.contents(tree, settled.keySet());
        for (Map.Entry<HeaderPath, Optional<HeaderFile>> file : settled.entrySet()) {
          HeaderPath path = file.getKey();
          if (file.getValue().isPresent()) {
            put(
                path,
                TreeReader.jgitMode(file.getValue().get().mode()),
                Objects.requireNonNull(contents.get(path)));
          } else {
            files.delete(path);
          }
        }
        IndexFile.replace(index, settled, List.of());
        index.write();
        IndexFile.commit(jgit, index, files, settled.keySet());
      } finally {
        index.unlock();
      }
    } catch (IOException e) {
      throw GitRepository.failed("settle " + settled.keySet(), e);
    }
  }

  @Override
  public void settleAsInWorkTree(HeaderPath path) {
    if (!files.exists(path)) {
      settle(Map.of(path, Optional.empty()));
      return;
    }
    try {
      // As git add does it: line endings and filters are turned back on the way in.
      Git.wrap(jgit).add().addFilepattern(path.value()).call();
    } catch (GitAPIException e) {
      throw Problem.repository("cannot add " + path + ": " + e.getMessage()).because(e);
    }
  }

  private ObjectId headTree() throws IOException {
    return jgit.resolve(Constants.HEAD + "^{tree}");
  }

  @Override
  public GitId commit() {
    try {
      ObjectId head = jgit.resolve(Constants.HEAD);
      if (isAlreadyCommitted(head)) {
        MergeFiles.delete(jgit);
        return GitRepository.idOf(head);
      }
      DirCache index = IndexFile.read(jgit);
      if (index.hasUnmergedPaths()) {
        throw new IllegalStateException("conflicts are left");
      }
      ObjectId commit = writeCommit(index, head);
      moveBranch(head, commit);
      MergeFiles.delete(jgit);
      return GitRepository.idOf(commit);
    } catch (IOException e) {
      throw GitRepository.failed("commit the merge", e);
    }
  }

  /** A run that was killed may have moved the branch, but not cleared up. */
  private boolean isAlreadyCommitted(ObjectId head) throws IOException {
    try (RevWalk walk = new RevWalk(jgit)) {
      var commit = walk.parseCommit(head);
      return mergeHead.isPresent()
          && commit.getParentCount() == 2
          && commit.getParent(1).equals(mergeHead.get());
    }
  }

  private ObjectId writeCommit(DirCache index, ObjectId head) throws IOException {
    GitIdentity identity = new GitIdentity(jgit);
    List<ObjectId> parents = new ArrayList<>(List.of(head));
    mergeHead.ifPresent(parents::add);
    try (ObjectInserter inserter = jgit.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentIds(parents);
      commit.setAuthor(identity.author());
      commit.setCommitter(identity.committer());
      commit.setMessage(
          MessageComments.of(jgit).without(MergeFiles.message(jgit).orElse("Merge\n")));
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private void moveBranch(ObjectId from, ObjectId to) throws IOException {
    RefUpdate update = jgit.updateRef(Constants.HEAD);
    update.setExpectedOldObjectId(from);
    update.setNewObjectId(to);
    update.setRefLogMessage("xenvendor merge --continue", false);
    RefUpdate.Result result = update.update();
    if (result != RefUpdate.Result.FAST_FORWARD) {
      throw VendorRefs.cannotMove("the branch", result.name());
    }
  }

  @Override
  public void abort() {
    try {
      DirCache index = jgit.lockDirCache();
      try {
        ObjectId tree = headTree();
        SortedMap<HeaderPath, Optional<HeaderFile>> back = differences(index, tree);
        Map<HeaderPath, byte[]> contents = files.contents(tree, back.keySet());
        for (HeaderPath path : back.keySet()) {
          if (back.get(path).isEmpty()) {
            files.delete(path);
          }
        }
        for (Map.Entry<HeaderPath, Optional<HeaderFile>> file : back.entrySet()) {
          if (file.getValue().isPresent()) {
            byte[] content = Objects.requireNonNull(contents.get(file.getKey()));
            put(file.getKey(), TreeReader.jgitMode(file.getValue().get().mode()), content);
          }
        }
        IndexFile.replace(index, back, List.of());
        index.write();
        IndexFile.commit(jgit, index, files, back.keySet());
      } finally {
        index.unlock();
      }
      MergeFiles.delete(jgit);
    } catch (IOException e) {
      throw GitRepository.failed("take the merge back", e);
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
