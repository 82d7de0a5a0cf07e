package dev.xenvendor.git;

import dev.xenvendor.downstream.MergeState;
import dev.xenvendor.downstream.MergeStateYaml;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.handover.SavedMergeYaml;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The tree of a saved merge. The folders {@code index} and {@code worktree} are whole trees, which
 * share with trunk what the merge leaves alone.
 */
final class SavedMergeTree {

  private static final String INDEX = "index";
  private static final String WORK_TREE = "worktree";
  private static final String UNMERGED = "stages";
  private static final String RESOLVED = "resolved";
  private static final String STATE = "merge.yaml";
  private static final String MESSAGE = "message";
  private static final String ABOUT = "saved.yaml";

  private static final Set<String> FOLDERS = Set.of(INDEX, WORK_TREE, UNMERGED, RESOLVED);
  private static final Set<String> FILES = Set.of(STATE, MESSAGE, ABOUT);

  private static final Comparator<Stage> ORDER =
      Comparator.comparing(Stage::path).thenComparing(Stage::side);

  /** The largest size of a file of the merge's own, in bytes. */
  private static final long MOST_BYTES = 4 << 20;

  private final Repository jgit;
  private final TreeReader reader;

  SavedMergeTree(Repository jgit) {
    this.jgit = jgit;
    this.reader = new TreeReader(jgit);
  }

  /** Writes the tree; returns its id. */
  ObjectId write(ObjectWriter writer, ObjectId headTree, SavedMerge saved, TrunkChange change)
      throws IOException {
    TreeFormatter root = new TreeFormatter(); // the names in the order that git wants
    Optional<ObjectId> base = Optional.of(headTree);
    root.append(INDEX, FileMode.TREE, writer.trees().write(base, entries(change)));
    if (change.state().isPresent()) {
      byte[] state = MergeStateYaml.write(change.state().get());
      root.append(STATE, FileMode.REGULAR_FILE, writer.insert(Constants.OBJ_BLOB, state));
    }
    byte[] message = change.message().getBytes(StandardCharsets.UTF_8);
    root.append(MESSAGE, FileMode.REGULAR_FILE, writer.insert(Constants.OBJ_BLOB, message));
    append(root, RESOLVED, change.resolved(), writer);
    byte[] about = SavedMergeYaml.write(saved);
    root.append(ABOUT, FileMode.REGULAR_FILE, writer.insert(Constants.OBJ_BLOB, about));
    append(root, UNMERGED, change.unmerged(), writer);
    root.append(WORK_TREE, FileMode.TREE, writer.trees().write(base, change.files()));
    return writer.insert(Constants.OBJ_TREE, root.toByteArray());
  }

  /** Returns the differences of the index from trunk, without paths in conflict. */
  private static Map<HeaderPath, Optional<HeaderFile>> entries(TrunkChange change) {
    Map<HeaderPath, Optional<HeaderFile>> entries = new TreeMap<>(change.indexed());
    change.unmerged().forEach(stage -> entries.put(stage.path(), Optional.empty()));
    return entries;
  }

  private static void append(
      TreeFormatter root, String folder, List<Stage> stages, ObjectWriter writer)
      throws IOException {
    if (!stages.isEmpty()) {
      Map<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
      stages.forEach(
          stage ->
              files.put(
                  HeaderPath.of(stage.side().word()).resolve(stage.path()),
                  Optional.of(stage.file())));
      root.append(folder, FileMode.TREE, writer.trees().write(Optional.empty(), files));
    }
  }

  /** Returns what {@code saved.yaml} says. */
  byte[] about(ObjectId tree) throws IOException {
    return content(entries(tree), ABOUT);
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws IllegalArgumentException if the tree holds anything else, with the reason
   * @throws dev.xenvendor.problem.Problem if the state of the merge is not readable
   */
  TrunkChange read(ObjectId tree, ObjectId headTree, SavedMerge saved) throws IOException {
    Map<String, ObjectId> entries = entries(tree);
    TreeDifferences differences = new TreeDifferences(jgit, headTree);
    List<Stage> unmerged = stages(Optional.ofNullable(entries.get(UNMERGED)));
    SortedMap<HeaderPath, Optional<HeaderFile>> files =
        differences.to(required(entries, WORK_TREE));
    SortedMap<HeaderPath, Optional<HeaderFile>> index = differences.to(required(entries, INDEX));
    SortedMap<HeaderPath, Optional<HeaderFile>> apart = differences.between(index, files);
    for (Stage stage : unmerged) {
      Optional<HeaderFile> settled = apart.remove(stage.path());
      if (settled != null && settled.isPresent()) {
        throw new IllegalArgumentException(stage.path() + " is in conflict and in the index");
      }
    }
    Optional<MergeState> state =
        entries.containsKey(STATE)
            ? Optional.of(MergeStateYaml.read(STATE, content(entries, STATE)))
            : Optional.empty();
    return new TrunkChange(
        files,
        unmerged,
        stages(Optional.ofNullable(entries.get(RESOLVED))),
        new String(content(entries, MESSAGE), StandardCharsets.UTF_8),
        saved.otherParent(),
        state,
        Set.of(),
        apart);
  }

  private Map<String, ObjectId> entries(ObjectId tree) throws IOException {
    Map<String, ObjectId> entries = new HashMap<>();
    try (TreeWalk walk = new TreeWalk(jgit)) {
      walk.addTree(tree);
      while (walk.next()) {
        String name = walk.getNameString();
        boolean isFolder = FileMode.TREE.equals(walk.getRawMode(0));
        if (!(isFolder ? FOLDERS : FILES).contains(name)) {
          throw new IllegalArgumentException("it has an entry " + name);
        }
        entries.put(name, walk.getObjectId(0));
      }
    }
    return entries;
  }

  private static ObjectId required(Map<String, ObjectId> entries, String name) {
    return Optional.ofNullable(entries.get(name))
        .orElseThrow(() -> new IllegalArgumentException("it has no " + name));
  }

  private byte[] content(Map<String, ObjectId> entries, String name) throws IOException {
    ObjectId id = required(entries, name);
    long size = jgit.open(id).getSize();
    if (size > MOST_BYTES) {
      throw new IllegalArgumentException("its " + name + " has " + size + " bytes");
    }
    return jgit.open(id).getCachedBytes();
  }

  private List<Stage> stages(Optional<ObjectId> folder) {
    List<Stage> stages = new ArrayList<>();
    folder.ifPresent(
        tree -> reader.read(tree).files().forEach((path, file) -> stages.add(stage(path, file))));
    stages.sort(ORDER);
    return stages;
  }

  private static Stage stage(HeaderPath place, HeaderFile file) {
    for (Side side : Side.values()) {
      Optional<HeaderPath> path = place.below(HeaderPath.of(side.word()));
      if (path.isPresent()) {
        return new Stage(path.get(), side, file);
      }
    }
    throw new IllegalArgumentException("it has a file of no side: " + place);
  }
}
