package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsChange;
import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Writes a computed change to the files of a working copy, and registers it with cvs.
 *
 * <p>What needs room on the disk is written aside first. Then come the folders, which cvs makes in
 * the repository at once and may be forbidden to; then the files; then what cvs must be told of
 * them. Each step looks at what is there, so that it goes on where another run stopped.
 */
final class WorkingCopyWriter {

  private final CvsProgram cvs;
  private final WorkingCopyFolders folders;
  private final CvsChange change;
  private final Path staging;
  private final Map<HeaderPath, Path> staged = new HashMap<>();

  WorkingCopyWriter(CvsProgram cvs, WorkingCopyFolders folders, CvsChange change) {
    this.cvs = cvs;
    this.folders = folders;
    this.change = change;
    this.staging = folders.top().resolve("CVS/xenvendor");
  }

  /** Writes everything aside: a full disk shows here. */
  void stage() throws IOException {
    removeStaging();
    Files.createDirectory(staging);
    for (ChangedFile file : change.files()) {
      if (file.after().isPresent() && !state(file).isWritten()) {
        Path aside = staging.resolve(String.valueOf(staged.size()));
        Files.write(aside, file.after().get().bytes());
        staged.put(file.path(), aside);
      }
    }
  }

  void removeStaging() {
    if (Files.isDirectory(staging)) {
      TemporaryFolders.delete(staging);
    }
  }

  void carryOut() throws IOException {
    for (ChangedFile file : change.files()) {
      requireAsPlanned(file);
    }
    addFolders();
    for (ChangedFile file : change.files()) {
      write(file);
    }
    tell("add", FileState::needsAdd);
    tell("remove", FileState::needsRemove);
    for (ChangedFile file : change.files()) {
      if (state(file).needsMark()) {
        mark(file.path());
      }
    }
  }

  private FileState state(ChangedFile file) {
    return new FileState(folders, file);
  }

  private void requireAsPlanned(ChangedFile file) {
    FileState state = state(file);
    if (!state.isWritten() && !state.isAsInTrunk()) {
      throw Problem.repository(file.path() + " changed since the merge was planned");
    }
  }

  /** From the highest down, as cvs wants them. */
  private void addFolders() throws IOException {
    SortedSet<HeaderPath> missing = new TreeSet<>();
    for (ChangedFile file : change.files()) {
      if (file.after().isPresent()) {
        for (Optional<HeaderPath> folder = file.path().parent();
            isMissing(folder);
            folder = folder.get().parent()) {
          missing.add(folder.get());
        }
      }
    }
    for (HeaderPath folder : missing) {
      Files.createDirectories(folders.at(folder));
      cvs.run("-Q", "add", folders.name(folder)).required();
    }
  }

  private boolean isMissing(Optional<HeaderPath> folder) {
    return folder.flatMap(folders::find).filter(at -> !new CvsEntries(at).exist()).isPresent();
  }

  private void write(ChangedFile file) throws IOException {
    Path at = folders.at(file.path());
    if (file.after().isEmpty()) {
      Files.deleteIfExists(at);
      return;
    }
    Path aside = staged.get(file.path());
    if (aside != null) {
      HeaderFile after = file.after().get();
      if (after.mode() == FileMode.EXECUTABLE && !aside.toFile().setExecutable(true)) {
        throw new IOException(at + " cannot be made executable");
      }
      Files.move(aside, at, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void tell(String command, Predicate<FileState> wanted) {
    List<String> words = new ArrayList<>(List.of("-Q", command));
    int options = words.size();
    for (ChangedFile file : change.files()) {
      if (wanted.test(state(file))) {
        words.add(folders.name(file.path()));
      }
    }
    if (words.size() > options) {
      cvs.run(words).required();
    }
  }

  /** {@code cvs commit} then refuses the file until it is written. */
  private void mark(HeaderPath path) throws IOException {
    Path file = folders.at(path);
    Instant written = Files.getLastModifiedTime(file).toInstant();
    CvsEntry entry = folders.entry(path).orElseThrow();
    new CvsEntries(file.resolveSibling("")).log(entry.inConflict(written));
  }
}
