package dev.xenvendor.git.index;

import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.merge.Conflict.Stage;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An index with the entries of some paths replaced. The others are copied byte for byte, and the
 * trees that the index knows stay known where nothing below them changes.
 */
final class IndexEdit {

  /** An entry to write, of a file that is not read yet. */
  private record NewEntry(int stage, HeaderFile file) {}

  private final RawIndex index;
  private final SortedMap<byte[], List<NewEntry>> replaced = new TreeMap<>(Arrays::compareUnsigned);

  IndexEdit(RawIndex index) {
    this.index = index;
  }

  /**
   * Replaces the entries of some paths.
   *
   * @param settled the resolved entry of the path, or empty to remove it
   * @param unmerged the entries of paths in conflict
   */
  void replace(Map<HeaderPath, Optional<HeaderFile>> settled, Collection<Stage> unmerged) {
    for (Stage stage : unmerged) {
      entriesOf(stage.path()).add(new NewEntry(stage.side().stage(), stage.file()));
    }
    settled.forEach(
        (path, file) -> {
          List<NewEntry> entries = entriesOf(path);
          if (entries.isEmpty()) {
            file.ifPresent(f -> entries.add(new NewEntry(0, f)));
          }
        });
    replaced.values().forEach(entries -> entries.sort((a, b) -> a.stage() - b.stage()));
  }

  private List<NewEntry> entriesOf(HeaderPath path) {
    byte[] name = path.value().getBytes(StandardCharsets.UTF_8);
    return replaced.computeIfAbsent(name, n -> new ArrayList<>());
  }

  /** The index file with the entries replaced. */
  byte[] bytes(ResolveUndo undo) {
    IndexBuilder builder = new IndexBuilder(index);
    int next = 0;
    for (Map.Entry<byte[], List<NewEntry>> entries : replaced.entrySet()) {
      byte[] path = entries.getKey();
      int at = index.paths().find(path);
      builder.addAll(next, at);
      for (NewEntry entry : entries.getValue()) {
        builder.add(bytes(path, entry), path);
      }
      next = at;
      while (next < index.size() && index.paths().is(next, path)) {
        next++;
      }
    }
    builder.addAll(next, index.size());
    index
        .tree()
        .map(tree -> tree.without(replaced.keySet()))
        .ifPresent(tree -> builder.addExtension(CacheTree.EXTENSION, tree.bytes()));
    undo.bytes().ifPresent(bytes -> builder.addExtension(ResolveUndo.EXTENSION, bytes));
    return builder.bytes();
  }

  private static byte[] bytes(byte[] path, NewEntry entry) {
    ByteBuffer fixed = ByteBuffer.allocate(RawIndex.FIXED);
    fixed.putInt(RawIndex.MODE, TreeReader.jgitMode(entry.file().mode()).getBits());
    fixed.position(RawIndex.ID).put(entry.file().id().bytes());
    fixed.putShort(RawIndex.FLAGS, RawIndex.flags(entry.stage(), path.length));
    return fixed.array();
  }
}
