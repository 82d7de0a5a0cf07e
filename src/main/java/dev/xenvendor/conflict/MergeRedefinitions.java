package dev.xenvendor.conflict;

import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.update.DoubleDefinitions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the names that the headers of a merge in progress define twice when one compile reads them
 * together.
 */
public final class MergeRedefinitions {

  private final TrunkView trunk;
  private final HeaderPath prefix;
  private final UnfinishedMerge merge;

  public MergeRedefinitions(TrunkView trunk, HeaderPath prefix, UnfinishedMerge merge) {
    this.trunk = trunk;
    this.prefix = prefix;
    this.merge = merge;
  }

  /**
   * Returns what headers that see each other define twice, as index and work tree stand; of what
   * holds markers nothing is said.
   */
  SortedMap<HeaderPath, List<Breakage>> definedTwice(HeaderTree release) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>();
    HeaderTree index = merge.settledBelow(prefix);
    Set<HeaderPath> paths = new HashSet<>(index.paths());
    merge.unmerged().keySet().forEach(path -> path.below(prefix).ifPresent(paths::add));
    for (HeaderPath path : paths) {
      FileMode mode = index.get(path).map(HeaderFile::mode).orElse(FileMode.REGULAR);
      Optional<byte[]> text =
          mode.isFile() ? merge.workTreeFile(prefix.resolve(path)) : Optional.empty();
      text.filter(bytes -> !MarkerBlock.anyMarkerIn(bytes))
          .ifPresent(bytes -> files.put(path, HeaderFile.of(mode, bytes)));
    }
    return definedTwice(HeaderTree.of(files), release);
  }

  /** The same for the current index. */
  public SortedMap<HeaderPath, List<Breakage>> settledTwice(HeaderTree release) {
    return definedTwice(merge.settledBelow(prefix), release);
  }

  private SortedMap<HeaderPath, List<Breakage>> definedTwice(
      HeaderTree headers, HeaderTree release) {
    SortedMap<HeaderPath, List<Breakage>> found = new TreeMap<>();
    DoubleDefinitions.in(headers, trunk.tree(prefix), release, List.of(), prefix)
        .forEach(
            (path, breakages) ->
                found.put(
                    prefix.resolve(path), breakages.stream().map(b -> b.under(prefix)).toList()));
    return found;
  }
}
