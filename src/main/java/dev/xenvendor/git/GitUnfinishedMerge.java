package dev.xenvendor.git;

import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.index.ResolveUndo;
import dev.xenvendor.git.index.StoredForm;
import dev.xenvendor.git.index.WorkTreeFiles;
import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.program.CommitHooks;
import dev.xenvendor.git.program.CommitSigner;
import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.repository.GitIdentity;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.LockRecord;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
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
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

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
      DirCache index = IndexFile.lock(jgit);
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
        replace(index, settled);
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
      // As git add does it: what stands in the work tree stays as it is.
      HeaderFile stored = StoredForm.of(jgit, path);
      Map<HeaderPath, Optional<HeaderFile>> settled = Map.of(path, Optional.of(stored));
      DirCache index = IndexFile.lock(jgit);
      try (ObjectWriter writer = new ObjectWriter(jgit)) {
        writer.blob(stored);
        writer.flush();
        replace(index, settled);
      } finally {
        index.unlock();
      }
    } catch (IOException e) {
      throw GitRepository.failed("add " + path, e);
    }
  }

  private void replace(DirCache index, Map<HeaderPath, Optional<HeaderFile>> settled)
      throws IOException {
    ResolveUndo undo = new ResolveUndo(IndexFile.look(jgit), settled.keySet());
    IndexFile.replace(index, settled, List.of());
    RepositoryLock.giveSignOfLife(jgit);
    index.write();
    IndexFile.commit(jgit, index, files, settled.keySet(), undo);
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
      return commit(new CommitHooks(jgit, options, CommitHooks.Moment.COMMIT));
    } catch (IOException e) {
      throw GitRepository.failed("commit the merge", e);
    }
  }

  /** Commits what is in the index, with the hooks around it. */
  GitId commit(CommitHooks hooks) throws IOException {
    ObjectId head = jgit.resolve(Constants.HEAD);
    GitProgram.rerere(jgit);
    hooks.before();
    DirCache index = IndexFile.read(jgit); // as a hook may have left it
    if (index.hasUnmergedPaths()) {
      throw new IllegalStateException("conflicts are left");
    }
    String message = MergeFiles.message(jgit).orElse("Merge\n");
    String worded = new MessageOptions(options, new GitIdentity(jgit)).applied(message);
    ObjectId commit = writeCommit(index, head, hooks.message(worded));
    moveBranch(head, commit);
    MergeFiles.delete(jgit);
    GitProgram.sparse(jgit);
    hooks.after();
    return GitRepository.idOf(commit);
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

  private ObjectId writeCommit(DirCache index, ObjectId head, String message) throws IOException {
    GitIdentity identity = new GitIdentity(jgit);
    List<ObjectId> parents = new ArrayList<>(List.of(head));
    mergeHead.ifPresent(parents::add);
    try (ObjectInserter inserter = jgit.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentIds(parents);
      commit.setAuthor(identity.author());
      commit.setCommitter(identity.committer());
      commit.setMessage(message);
      new CommitSigner(jgit, options.sign()).sign(commit);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private void moveBranch(ObjectId from, ObjectId to) throws IOException {
    new LockRecord(jgit).refs(List.of(Constants.HEAD, jgit.getFullBranch()), List.of(to));
    RepositoryLock.giveSignOfLife(jgit);
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
      DirCache index = IndexFile.lock(jgit);
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
        RepositoryLock.giveSignOfLife(jgit);
        index.write();
        IndexFile.commit(jgit, index, files, back.keySet());
      } finally {
        index.unlock();
      }
      GitProgram.rerere(jgit, "clear");
      GitProgram.sparse(jgit);
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
