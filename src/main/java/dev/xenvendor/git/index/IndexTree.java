package dev.xenvendor.git.index;

import dev.xenvendor.git.index.IndexEntries.Range;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.GitId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;

/** The trees that git would write from an index. */
public final class IndexTree {

  private final RawIndex index;
  private final IndexPaths paths;
  private final ObjectInserter inserter = new ObjectInserter.Formatter();

  /** The ids computed so far, by the first entry below the folder and the length of its path. */
  private final Map<Long, ObjectId> computed = new HashMap<>();

  IndexTree(RawIndex index) {
    this.index = index;
    this.paths = index.paths();
  }

  /**
   * The id of a folder's tree: as the index has it from when it was written last, or else from the
   * folder's entries; empty where one of them is unmerged.
   *
   * @param folder empty for the root
   */
  public static Optional<GitId> id(RawIndex index, String folder) {
    return new IndexTree(index)
        .id(folder.isEmpty() ? "" : folder + '/', IndexEntries.at(folder, index).all());
  }

  /**
   * The same of a folder whose entries are known.
   *
   * @param prefix the folder with a slash at its end; empty for the root
   */
  Optional<GitId> id(String prefix, Range range) {
    return index.tree().flatMap(tree -> tree.id(prefix)).or(() -> made(prefix, range));
  }

  private Optional<GitId> made(String prefix, Range range) {
    for (int entry = range.begin(); entry < range.end(); entry++) {
      if (index.stage(entry) != 0) {
        return Optional.empty();
      }
    }
    int from = prefix.getBytes(StandardCharsets.UTF_8).length;
    return range.isFolder() && range.size() > 0
        ? Optional.of(GitRepository.idOf(tree(range.begin(), range.end(), from)))
        : Optional.empty();
  }

  /** A tree's entries are in the order of the index. */
  private ObjectId tree(int begin, int end, int from) {
    long folder = ((long) begin << Integer.SIZE) + from;
    ObjectId known = computed.get(folder);
    if (known == null) {
      known = made(begin, end, from);
      computed.put(folder, known);
    }
    return known;
  }

  private ObjectId made(int begin, int end, int from) {
    TreeFormatter tree = new TreeFormatter();
    int entry = begin;
    while (entry < end) {
      int nameEnd = paths.endOfName(entry, from);
      int next = entry + 1;
      if (nameEnd < paths.length(entry)) {
        while (next < end && paths.isSame(entry, next, nameEnd + 1)) {
          next++;
        }
        ObjectId folder = tree(entry, next, nameEnd + 1);
        paths.append(entry, from, nameEnd, FileMode.TREE, folder, tree);
      } else {
        FileMode mode = TreeReader.jgitMode(index.mode(entry));
        paths.append(entry, from, nameEnd, mode, index.objectId(entry), tree);
      }
      entry = next;
    }
    return inserter.idFor(tree);
  }
}
