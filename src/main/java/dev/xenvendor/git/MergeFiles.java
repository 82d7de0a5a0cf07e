package dev.xenvendor.git;

import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.MergeStateYaml;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.GitId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** The files by which git, and this program, know that a merge waits to be finished. */
final class MergeFiles {

  private MergeFiles() {}

  private static Path stateFile(Repository jgit) {
    return RepositoryLock.folder(jgit).resolve("merge.yaml");
  }

  static Optional<MergeState> state(Repository jgit) {
    try {
      return readState(stateFile(jgit));
    } catch (Problem e) {
      return Optional.empty(); // what is left is a merge as plain git knows it
    }
  }

  private static Optional<MergeState> readState(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(MergeStateYaml.read(file.toString(), Files.readAllBytes(file)))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty(); // another run has just ended the merge
    } catch (IOException e) {
      throw GitRepository.failed("read " + file, e);
    }
  }

  /** Moves a state that cannot be read out of the way, and says so. */
  static Optional<String> setAsideIfDamaged(Repository jgit) throws IOException {
    Path file = stateFile(jgit);
    try {
      readState(file);
      return Optional.empty();
    } catch (Problem e) {
      return Optional.of(setAside(file, "the merge continues as a merge of plain git"));
    }
  }

  /**
   * Moves a file that cannot be read out of the way.
   *
   * @return what to tell the user
   */
  static String setAside(Path file, String consequence) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    return "an interrupted run left a damaged file, which is " + aside + " now: " + consequence;
  }

  /** The commit that is merged; plain git notes the tag where it was told one. */
  static Optional<ObjectId> mergeHead(Repository jgit) {
    try (RevWalk walk = new RevWalk(jgit)) {
      List<ObjectId> heads = jgit.readMergeHeads();
      return heads == null || heads.isEmpty()
          ? Optional.empty()
          : Optional.of(walk.parseCommit(heads.get(0)).copy());
    } catch (IllegalArgumentException e) {
      throw Problem.repository("MERGE_HEAD is damaged")
          .hint("git merge --quit ends the merge and keeps the files")
          .because(e);
    } catch (IOException e) {
      throw GitRepository.failed("read MERGE_HEAD", e);
    }
  }

  static Optional<String> message(Repository jgit) throws IOException {
    return Optional.ofNullable(jgit.readMergeCommitMsg());
  }

  static boolean hasMessage(Repository jgit) {
    return Files.exists(jgit.getDirectory().toPath().resolve("MERGE_MSG"));
  }

  static void write(
      Repository jgit, Optional<ObjectId> mergeHead, String message, Optional<MergeState> state)
      throws IOException {
    if (state.isPresent()) {
      replace(stateFile(jgit), MergeStateYaml.write(state.get()));
    }
    jgit.writeMergeCommitMsg(message);
    if (mergeHead.isPresent()) {
      // As git does it: a merge that was meant not to fast-forward.
      Files.writeString(mergeMode(jgit), "no-ff");
      jgit.writeMergeHeads(List.of(mergeHead.get()));
    }
  }

  static void delete(Repository jgit) throws IOException {
    jgit.writeMergeHeads(null);
    jgit.writeMergeCommitMsg(null);
    Files.deleteIfExists(mergeMode(jgit));
    Files.deleteIfExists(stateFile(jgit));
  }

  private static Path endedFile(Repository jgit) {
    return RepositoryLock.folder(jgit).resolve("ended.yaml");
  }

  /** The state of a merge that plain git has ended. */
  static Optional<MergeState> ended(Repository jgit) {
    try {
      return readState(endedFile(jgit));
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  static void forgetEnded(Repository jgit) throws IOException {
    Files.deleteIfExists(endedFile(jgit));
  }

  /**
   * Takes away what was to be deleted last, where a run was killed just before. The state of a
   * merge that plain git has ended is set aside.
   */
  static void deleteIfOver(Repository jgit) throws IOException {
    if (!hasMessage(jgit) && mergeHead(jgit).isEmpty()) {
      Path file = stateFile(jgit);
      if (Files.exists(file)) {
        Files.deleteIfExists(mergeMode(jgit));
        Files.move(file, endedFile(jgit), StandardCopyOption.REPLACE_EXISTING);
      }
      return;
    }
    Optional<MergeState> state = state(jgit);
    if (state.isPresent()
        && (isCommitted(jgit, state.get()) || isPartlyDeleted(jgit, state.get()))) {
      delete(jgit);
    }
  }

  /**
   * Returns whether a run was killed while it deleted the files of a merge. It begins with
   * MERGE_HEAD; git never leaves MERGE_MODE without it, and a MERGE_MSG alone may be that of a
   * cherry-pick.
   */
  private static boolean isPartlyDeleted(Repository jgit, MergeState state) throws IOException {
    return state.otherParent().isPresent()
        && mergeHead(jgit).isEmpty()
        && Files.exists(mergeMode(jgit));
  }

  private static Path mergeMode(Repository jgit) {
    return jgit.getDirectory().toPath().resolve("MERGE_MODE");
  }

  /**
   * Returns whether the commit that is checked out is the merge. Plain git, which may have made it
   * as well, leaves no file behind that says otherwise.
   */
  private static boolean isCommitted(Repository jgit, MergeState state) throws IOException {
    ObjectId head = jgit.resolve(Constants.HEAD);
    Optional<GitId> merged = mergeHead(jgit).map(GitRepository::idOf);
    if (head == null || !merged.equals(state.otherParent())) {
      return false;
    }
    try (RevWalk walk = new RevWalk(jgit)) {
      List<GitId> parents =
          Stream.of(walk.parseCommit(head).getParents()).map(GitRepository::idOf).toList();
      List<GitId> expected = new ArrayList<>(List.of(state.head()));
      merged.ifPresent(expected::add);
      return parents.equals(expected);
    }
  }

  private static void force(Path file, OpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(file, how)) {
      channel.force(true);
    }
  }

  /** Puts a file in place as a whole or not at all. */
  static void replace(Path file, byte[] content) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(written, content);
      // What is noted must be on the disk before what it is about.
      force(written, StandardOpenOption.WRITE);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.resolveSibling("."), StandardOpenOption.READ);
    } finally {
      Files.deleteIfExists(written); // it is there only where the disk is full
    }
  }
}
