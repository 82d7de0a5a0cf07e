package dev.xenvendor.git;

import dev.xenvendor.trunk.MergeState;
import dev.xenvendor.trunk.MergeStateYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
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
    Path file = stateFile(jgit);
    try {
      return Files.exists(file)
          ? Optional.of(MergeStateYaml.read(file.toString(), Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw GitRepository.failed("read " + file, e);
    }
  }

  /** The commit that is merged; plain git notes the tag where it was told one. */
  static Optional<ObjectId> mergeHead(Repository jgit) {
    try (RevWalk walk = new RevWalk(jgit)) {
      List<ObjectId> heads = jgit.readMergeHeads();
      return heads == null || heads.isEmpty()
          ? Optional.empty()
          : Optional.of(walk.parseCommit(heads.get(0)).copy());
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
      Files.writeString(jgit.getDirectory().toPath().resolve("MERGE_MODE"), "no-ff");
      jgit.writeMergeHeads(List.of(mergeHead.get()));
    }
  }

  static void delete(Repository jgit) throws IOException {
    jgit.writeMergeHeads(null);
    jgit.writeMergeCommitMsg(null);
    Files.deleteIfExists(jgit.getDirectory().toPath().resolve("MERGE_MODE"));
    Files.deleteIfExists(stateFile(jgit));
  }

  /** Takes away what was to be deleted last, where a run was killed just before. */
  static void deleteIfOver(Repository jgit) throws IOException {
    if (!hasMessage(jgit) && mergeHead(jgit).isEmpty()) {
      Files.deleteIfExists(stateFile(jgit));
    }
  }

  /** Puts a file in place as a whole or not at all. */
  static void replace(Path file, byte[] content) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(written, content);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written); // it is there only where the disk is full
    }
  }
}
