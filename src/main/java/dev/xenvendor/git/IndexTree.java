package dev.xenvendor.git;

import dev.xenvendor.git.IndexEntries.Range;
import dev.xenvendor.header.FileMode;
import dev.xenvendor.header.GitId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The trees that git would write from an index. */
final class IndexTree {

  private static final byte[] FOLDER = ascii("40000 ");

  /** Made once, for there may be very many entries. */
  private static final Map<FileMode, byte[]> MODES = new EnumMap<>(FileMode.class);

  static {
    for (FileMode mode : FileMode.values()) {
      MODES.put(mode, ascii(mode.octal() + ' '));
    }
  }

  private final RawIndex index;
  private final IndexPaths paths;

  private IndexTree(RawIndex index) {
    this.index = index;
    this.paths = index.paths();
  }

  /**
   * The id of a folder's tree: as the index has it from when it was written last, or else from the
   * folder's entries; empty where one of them is unmerged.
   *
   * @param folder empty for the root
   */
  static Optional<GitId> id(RawIndex index, String folder) {
    return index
        .tree()
        .flatMap(tree -> tree.id(folder))
        .or(() -> new IndexTree(index).made(IndexEntries.at(folder, index).all(), folder));
  }

  private Optional<GitId> made(Range range, String folder) {
    for (int entry = range.begin(); entry < range.end(); entry++) {
      if (index.stage(entry) != 0) {
        return Optional.empty();
      }
    }
    int from = folder.isEmpty() ? 0 : folder.getBytes(StandardCharsets.UTF_8).length + 1;
    return range.isFolder() && range.size() > 0
        ? Optional.of(tree(range.begin(), range.end(), from))
        : Optional.empty();
  }

  /** A tree's entries are in the order of the index. */
  private GitId tree(int begin, int end, int from) {
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    int entry = begin;
    while (entry < end) {
      int nameEnd = paths.endOfName(entry, from);
      boolean isFolder = nameEnd < paths.length(entry);
      tree.writeBytes(isFolder ? FOLDER : Objects.requireNonNull(MODES.get(index.mode(entry))));
      paths.copy(entry, from, nameEnd, tree);
      tree.write(0);
      int next = entry + 1;
      if (isFolder) {
        while (next < end && paths.isSame(entry, next, nameEnd + 1)) {
          next++;
        }
        tree.writeBytes(tree(entry, next, nameEnd + 1).bytes());
      } else {
        index.copyId(entry, tree);
      }
      entry = next;
    }
    return GitId.ofTree(tree.toByteArray());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
