package dev.xenvendor.git.index;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.merge.Side;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The sides of conflicts that were resolved, as an index keeps them for {@code git checkout -m}.
 *
 * @see <a href="https://git-scm.com/docs/index-format#_resolve_undo">gitformat-index</a>
 */
public final class ResolveUndo {

  static final String EXTENSION = "REUC";

  /** As after git begins a merge or takes one back. */
  public static final ResolveUndo NONE = new ResolveUndo();

  private static final int STAGES = 3;

  /** The sides of each path, in the extension's form; ordered as git orders paths. */
  private final Map<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);

  private ResolveUndo() {}

  /** Keeps the sides of conflicts that are resolved from the start. */
  public static ResolveUndo of(Collection<Stage> resolved) {
    ResolveUndo undo = new ResolveUndo();
    Map<HeaderPath, Map<Side, HeaderFile>> sides = new TreeMap<>();
    for (Stage stage : resolved) {
      sides
          .computeIfAbsent(stage.path(), path -> new EnumMap<>(Side.class))
          .put(stage.side(), stage.file());
    }
    sides.forEach(
        (path, files) ->
            undo.entries.put(path.value().getBytes(StandardCharsets.UTF_8), sides(files)));
    return undo;
  }

  private static byte[] sides(Map<Side, HeaderFile> files) {
    ByteArrayOutputStream modes = new ByteArrayOutputStream();
    ByteArrayOutputStream ids = new ByteArrayOutputStream();
    for (int stage = 1; stage <= STAGES; stage++) {
      HeaderFile file = files.get(Side.ofStage(stage));
      String mode = file == null ? "0" : file.mode().octal();
      modes.writeBytes((mode + '\0').getBytes(StandardCharsets.US_ASCII));
      if (file != null) {
        ids.writeBytes(file.id().bytes());
      }
    }
    modes.writeBytes(ids.toByteArray());
    return modes.toByteArray();
  }

  /**
   * Holds what an index keeps already, and what is lost when the given paths are resolved in it.
   */
  public ResolveUndo(RawIndex index, Collection<HeaderPath> resolved) {
    index.resolveUndo().ifPresent(this::read);
    for (HeaderPath path : resolved) {
      byte[] name = path.value().getBytes(StandardCharsets.UTF_8);
      int first = index.paths().find(name);
      if (first < index.size() && index.paths().is(first, name) && index.stage(first) > 0) {
        entries.put(name, sides(index, first, name));
      }
    }
  }

  /** Holds what an index keeps. */
  public ResolveUndo(RawIndex index) {
    this(index, List.of());
  }

  /** The same without some paths, which are in conflict again. */
  public ResolveUndo without(Collection<HeaderPath> paths) {
    paths.forEach(path -> entries.remove(path.value().getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** The sides of each path, with what they hold. */
  public SortedMap<HeaderPath, Map<Side, HeaderFile>> sides(TreeReader files) {
    SortedMap<HeaderPath, Map<Side, HeaderFile>> sides = new TreeMap<>();
    entries.forEach(
        (path, stages) ->
            sides.put(
                new HeaderPath(new String(path, StandardCharsets.UTF_8)), sides(stages, files)));
    return sides;
  }

  private static Map<Side, HeaderFile> sides(byte[] stages, TreeReader files) {
    Map<Side, FileMode> modes = new EnumMap<>(Side.class);
    int at = 0;
    for (int stage = 1; stage <= STAGES; stage++) {
      int end = end(stages, at);
      int bits = Integer.parseInt(new String(stages, at, end - at, StandardCharsets.US_ASCII), 8);
      if (bits != 0) {
        modes.put(Side.ofStage(stage), FileMode.fromBits(bits));
      }
      at = end + 1;
    }
    Map<Side, HeaderFile> sides = new EnumMap<>(Side.class);
    for (Map.Entry<Side, FileMode> side : modes.entrySet()) {
      ObjectId id = ObjectId.fromRaw(stages, at);
      at += Constants.OBJECT_ID_LENGTH;
      sides.put(side.getKey(), files.file(TreeReader.modeOf(side.getValue()), id));
    }
    return sides;
  }

  private void read(byte[] extension) {
    int at = 0;
    while (at < extension.length) {
      int pathEnd = end(extension, at);
      byte[] path = Arrays.copyOfRange(extension, at, pathEnd);
      int begin = pathEnd + 1;
      int next = begin;
      int ids = 0;
      for (int stage = 0; stage < STAGES; stage++) {
        int modeEnd = end(extension, next);
        ids += modeEnd == next + 1 && extension[next] == '0' ? 0 : 1;
        next = modeEnd + 1;
      }
      next += ids * Constants.OBJECT_ID_LENGTH;
      entries.put(path, Arrays.copyOfRange(extension, begin, next));
      at = next;
    }
  }

  private static int end(byte[] bytes, int begin) {
    int end = begin;
    while (bytes[end] != 0) {
      end++;
    }
    return end;
  }

  private static byte[] sides(RawIndex index, int first, byte[] name) {
    ByteArrayOutputStream modes = new ByteArrayOutputStream();
    ByteArrayOutputStream ids = new ByteArrayOutputStream();
    int entry = first;
    for (int stage = 1; stage <= STAGES; stage++) {
      boolean there =
          entry < index.size() && index.paths().is(entry, name) && index.stage(entry) == stage;
      String mode = there ? index.mode(entry).octal() : "0";
      modes.writeBytes((mode + '\0').getBytes(StandardCharsets.US_ASCII));
      if (there) {
        ids.writeBytes(index.id(entry).bytes());
        entry++;
      }
    }
    modes.writeBytes(ids.toByteArray());
    return modes.toByteArray();
  }

  /** The content of the extension; empty where there is nothing to keep. */
  Optional<byte[]> bytes() {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream extension = new ByteArrayOutputStream();
    entries.forEach(
        (path, sides) -> {
          extension.writeBytes(path);
          extension.write(0);
          extension.writeBytes(sides);
        });
    return Optional.of(extension.toByteArray());
  }
}
