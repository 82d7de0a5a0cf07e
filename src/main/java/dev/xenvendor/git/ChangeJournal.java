package dev.xenvendor.git;

import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The journal of a change of work tree and index, written before the change, so that a later run
 * can revert what a killed one began.
 *
 * @param head the commit that was checked out before
 * @param commit the commit that is made, if one is
 * @param tree the tree that the work tree is brought to
 * @param index a digest of what the index that is brought into place holds
 * @param paths the files that change
 */
record ChangeJournal(
    ObjectId head, Optional<ObjectId> commit, ObjectId tree, String index, List<HeaderPath> paths) {

  private static final String NONE = "-";
  private static final int FIELDS = 4;

  static Path file(Path folder) {
    return folder.resolve("change");
  }

  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    field(text, head.name());
    field(text, commit.map(ObjectId::name).orElse(NONE));
    field(text, tree.name());
    field(text, index);
    paths.forEach(path -> field(text, path.value()));
    MergeFiles.replace(file(folder), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A path may hold any character but this one. */
  private static void field(StringBuilder text, String value) {
    text.append(value).append('\0');
  }

  /**
   * The journal that a killed run left, if it did.
   *
   * @throws IllegalArgumentException if it is not as it was written
   */
  static Optional<ChangeJournal> read(Path folder) throws IOException {
    if (!Files.exists(file(folder))) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file(folder)), StandardCharsets.UTF_8);
    String[] fields = text.split("\0", -1);
    if (fields.length < FIELDS || !text.endsWith("\0")) {
      throw new IllegalArgumentException("it ends in the middle");
    }
    List<HeaderPath> paths = new ArrayList<>();
    for (int i = FIELDS; i < fields.length - 1; i++) {
      paths.add(new HeaderPath(fields[i]));
    }
    Optional<ObjectId> commit =
        fields[1].equals(NONE) ? Optional.empty() : Optional.of(ObjectId.fromString(fields[1]));
    return Optional.of(
        new ChangeJournal(
            ObjectId.fromString(fields[0]),
            commit,
            ObjectId.fromString(fields[2]),
            fields[3],
            paths));
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(file(folder));
  }
}
