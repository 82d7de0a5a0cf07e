package dev.xenvendor.git.index;

import dev.xenvendor.git.index.IndexEntries.Range;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderFolder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A folder as the index has it. Files that a merge left in several versions are not there. */
public final class IndexFolder implements HeaderFolder {

  /** The direct content of the folder in the index. */
  private record Content(Map<String, HeaderFile> files, Map<String, HeaderFolder> folders) {}

  private final IndexEntries entries;
  private final IndexTree trees;
  private final String prefix;
  private final Range range;
  private final BiFunction<FileMode, GitId, HeaderFile> file;
  private @Nullable Content content;
  private Optional<GitId> id = Optional.empty();
  private boolean idComputed;

  private IndexFolder(
      IndexEntries entries,
      IndexTree trees,
      String prefix,
      Range range,
      BiFunction<FileMode, GitId, HeaderFile> file) {
    this.entries = entries;
    this.trees = trees;
    this.prefix = prefix;
    this.range = range;
    this.file = file;
  }

  /**
   * The folder at a place; empty where a file is there.
   *
   * @param place empty for the root
   * @param file makes a file of its mode and blob
   */
  public static Optional<HeaderFolder> at(
      String place, RawIndex index, BiFunction<FileMode, GitId, HeaderFile> file) {
    IndexEntries entries = IndexEntries.at(place, index);
    String prefix = place.isEmpty() ? "" : place + '/';
    return Optional.of(entries.all())
        .filter(Range::isFolder)
        .map(range -> new IndexFolder(entries, new IndexTree(index), prefix, range, file));
  }

  @Override
  public Map<String, HeaderFile> files() {
    return content().files();
  }

  @Override
  public Map<String, HeaderFolder> folders() {
    return content().folders();
  }

  private Content content() {
    Content known = content;
    if (known == null) {
      known = new Content(new LinkedHashMap<>(), new LinkedHashMap<>());
      for (Map.Entry<String, Range> child : entries.children(prefix, range).entrySet()) {
        add(child.getKey(), child.getValue(), known);
      }
      content = known;
    }
    return known;
  }

  private void add(String name, Range child, Content to) {
    RawIndex index = entries.index();
    int entry = child.begin();
    if (child.isFolder()) {
      to.folders().put(name, new IndexFolder(entries, trees, prefix + name + '/', child, file));
    } else if (child.isFile() && index.stage(entry) == 0) {
      to.files().put(name, file.apply(index.mode(entry), index.id(entry)));
    }
  }

  @Override
  public Optional<GitId> knownId() {
    if (!idComputed) {
      id = trees.id(prefix, range);
      idComputed = true;
    }
    return id;
  }
}
