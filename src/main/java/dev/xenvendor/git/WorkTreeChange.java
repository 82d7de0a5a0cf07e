package dev.xenvendor.git;

import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.git.index.IndexFile;
import dev.xenvendor.git.index.LockedIndex;
import dev.xenvendor.git.index.OverwriteCheck;
import dev.xenvendor.git.index.ResolveUndo;
import dev.xenvendor.git.index.WorkTreeFiles;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.program.MessageComments;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.LockRecord;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.FileUtils;

/**
 * Brings the work tree, the index and the branch to a computed state.
 *
 * <p>First all data is written beside its final place; then the journal of the change; only then
 * are files renamed into place: the files, the index, the branch. An error before the journal
 * leaves nothing behind. If a run is killed after it, {@link #recover} rolls the change back or
 * completes it.
 */
final class WorkTreeChange {

  private final Repository jgit;
  private final Path folder;
  private final WorkTreeFiles files;

  WorkTreeChange(Repository jgit) {
    this.jgit = jgit;
    this.folder = RepositoryLock.folder(jgit);
    this.files = new WorkTreeFiles(jgit);
  }

  private Path staging() {
    return folder.resolve("stage");
  }

  /**
   * Carries a change out.
   *
   * @param head the commit that is checked out
   * @param tree the tree the work tree is to hold
   * @param commit the commit to move the branch to, which may be an earlier one; empty where the
   *     merge waits for a person
   */
  void carryOut(TrunkChange change, ObjectId head, ObjectId tree, Optional<ObjectId> commit)
      throws IOException {
    try (LockedIndex index = LockedIndex.of(jgit)) {
      new OverwriteCheck(jgit, index.index()).refuse(change.written(), change.deleted());
      Map<HeaderPath, Path> staged = stage(change, tree);
      Path indexBefore = staging().resolve("index");
      Files.createDirectories(staging());
      Files.copy(jgit.getIndexFile().toPath(), indexBefore);
      index.replace(change.indexed(), change.unmerged(), ResolveUndo.of(change.resolved()));
      List<HeaderPath> paths = touched(change);
      ChangeJournal journal = new ChangeJournal(head, commit, tree, index.index().digest(), paths);
      journal.write(folder);
      try {
        if (commit.isEmpty()) {
          MergeFiles.write(
              jgit,
              change.otherParent().map(GitRepository::jgitId),
              MessageComments.of(jgit).with(change.message(), conflicting(change)),
              change.state());
        }
        moveIntoPlace(change.files(), staged);
        RepositoryLock.giveSignOfLife(jgit);
        index.commit(files, withEntries(paths, change));
        if (commit.isPresent()) {
          moveBranch(head, commit.get(), change.message());
        }
      } catch (IOException | RuntimeException e) {
        index.unlock();
        giveUp(journal, indexBefore);
        throw e;
      }
      finish();
    } finally {
      removeStaging();
    }
  }

  private static List<HeaderPath> touched(TrunkChange change) {
    TreeSet<HeaderPath> paths = new TreeSet<>(change.files().keySet());
    paths.removeAll(change.there());
    return List.copyOf(paths);
  }

  /** Without those whose entry is of another content: git is to find that they differ. */
  private static List<HeaderPath> withEntries(List<HeaderPath> paths, TrunkChange change) {
    return paths.stream().filter(path -> !change.index().containsKey(path)).toList();
  }

  private static List<HeaderPath> conflicting(TrunkChange change) {
    return change.unmerged().stream().map(Stage::path).toList();
  }

  private Map<HeaderPath, Path> stage(TrunkChange change, ObjectId tree) throws IOException {
    removeStaging();
    Set<HeaderPath> written = change.written();
    Map<HeaderPath, byte[]> contents = files.contents(tree, written, change.files());
    Map<HeaderPath, Path> staged = new HashMap<>();
    for (HeaderPath path : written) {
      Path aside = staging().resolve(String.valueOf(staged.size()));
      HeaderFile file = Objects.requireNonNull(change.files().get(path)).orElseThrow();
      byte[] content = Objects.requireNonNull(contents.get(path));
      files.stage(aside, TreeReader.jgitMode(file.mode()), content);
      staged.put(path, aside);
    }
    return staged;
  }

  /**
   * Files go before others come, since a file may come where a folder was, or the other way round.
   */
  private void moveIntoPlace(
      Map<HeaderPath, Optional<HeaderFile>> change, Map<HeaderPath, Path> staged)
      throws IOException {
    for (Map.Entry<HeaderPath, Optional<HeaderFile>> file : change.entrySet()) {
      if (file.getValue().isEmpty()) {
        files.delete(file.getKey());
      }
    }
    for (Map.Entry<HeaderPath, Path> file : staged.entrySet()) {
      files.place(file.getValue(), file.getKey());
    }
  }

  private void moveBranch(ObjectId from, ObjectId to, String message) throws IOException {
    new LockRecord(jgit).refs(List.of(Constants.HEAD, jgit.getFullBranch()), List.of(to));
    RepositoryLock.giveSignOfLife(jgit);
    RefUpdate update = jgit.updateRef(Constants.HEAD);
    update.setExpectedOldObjectId(from);
    update.setNewObjectId(to);
    update.setForceUpdate(true); // an undo moves it back; the expected id protects the branch
    update.setRefLogMessage("xenvendor: " + message.lines().findFirst().orElse("merge"), false);
    try (RevWalk walk = new RevWalk(jgit)) {
      RefUpdate.Result result = update.update(walk);
      if (result != RefUpdate.Result.FAST_FORWARD && result != RefUpdate.Result.FORCED) {
        throw VendorRefs.cannotMove("the branch", result.name());
      }
    }
  }

  /** Undoes what this very run did, which still has the index as it was. */
  private void giveUp(ChangeJournal journal, Path indexBefore) throws IOException {
    if (journal.head().equals(jgit.resolve(Constants.HEAD))) {
      if (IndexFile.look(jgit).digest().equals(journal.index())) {
        try (LockedIndex locked = LockedIndex.of(jgit)) {
          Files.move(indexBefore, locked.place(), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      takeBack(journal);
    }
    finish();
  }

  private void finish() throws IOException {
    ChangeJournal.delete(folder);
  }

  private void removeStaging() throws IOException {
    FileUtils.delete(staging().toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
  }

  /**
   * Ends what a killed run left half done: forward where only the branch lags, else back.
   *
   * @return what to tell the user, where its journal cannot be read
   */
  Optional<String> recover() throws IOException {
    Optional<ChangeJournal> left;
    try {
      left = ChangeJournal.read(folder);
    } catch (IllegalArgumentException e) {
      return Optional.of(
          MergeFiles.setAside(
              ChangeJournal.file(folder), "git status shows the changes in the work tree"));
    }
    removeStaging();
    if (left.isPresent()) {
      recover(left.get());
    }
    return Optional.empty();
  }

  private void recover(ChangeJournal journal) throws IOException {
    ObjectId now = jgit.resolve(Constants.HEAD);
    boolean indexInPlace = IndexFile.look(jgit).digest().equals(journal.index());
    boolean branchMoved = journal.commit().filter(c -> c.equals(now)).isPresent();
    if (journal.head().equals(now) && !branchMoved) {
      if (!indexInPlace) {
        takeBack(journal);
      } else if (journal.commit().isPresent()) {
        moveBranch(now, journal.commit().get(), "finished after an interruption");
      }
    }
    finish();
  }

  private void takeBack(ChangeJournal journal) throws IOException {
    MergeFiles.delete(jgit);
    ObjectId headTree = jgit.resolve(journal.head().name() + "^{tree}");
    Set<HeaderPath> paths = new TreeSet<>(journal.paths());
    Map<HeaderPath, byte[]> before = files.contents(headTree, paths);
    Map<HeaderPath, byte[]> after = files.contents(journal.tree(), paths);
    List<HeaderPath> restored = new ArrayList<>();
    for (HeaderPath path : paths) {
      // Anything else is a person's own change made since, which stays.
      if (files.holds(path, after.get(path)) && !files.holds(path, before.get(path))) {
        restored.add(path);
        if (after.containsKey(path)) {
          files.delete(path);
        }
      }
    }
    TreeReader reader = new TreeReader(jgit);
    for (HeaderPath path : restored) {
      if (before.containsKey(path)) {
        FileMode mode = TreeReader.jgitMode(reader.fileIn(headTree, path).orElseThrow().mode());
        Path aside = staging().resolve("0");
        files.stage(aside, mode, before.get(path));
        files.place(aside, path);
      }
    }
    removeStaging();
  }
}
