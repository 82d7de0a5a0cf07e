package dev.xenvendor.merge;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The plain three-way merge of any three trees: no vendor, no patches, nothing written but objects.
 */
public final class MergeTrees {

  /** Three trees, by any name git knows them by. */
  public record Triple(String base, String local, String vendor) {}

  /** A path that git would list as conflicting. */
  public record ConflictedPath(HeaderPath path, Conflict.Kind kind) {}

  /** The merged tree, with markers in files that conflict. */
  public record Merged(GitId tree, List<ConflictedPath> conflicts) {

    public boolean isClean() {
      return conflicts.isEmpty();
    }
  }

  private final Supplier<TreeStore> stores;
  private final TreeMerger merger;

  /** Every worker gets a store of its own, so that none waits for another. */
  public MergeTrees(Supplier<TreeStore> stores) {
    this.stores = stores;
    this.merger = new TreeMerger(new TextMerger());
  }

  /** Merges many triples side by side; the results come in the order of the triples. */
  public List<Merged> mergeAll(List<Triple> triples) {
    int workers = Math.min(Runtime.getRuntime().availableProcessors(), triples.size());
    return IntStream.range(0, workers)
        .parallel()
        .mapToObj(worker -> share(triples, worker, workers))
        .map(this::mergeShare)
        .flatMap(List::stream)
        .toList();
  }

  private static List<Triple> share(List<Triple> triples, int worker, int workers) {
    int begin = triples.size() * worker / workers;
    return triples.subList(begin, triples.size() * (worker + 1) / workers);
  }

  private List<Merged> mergeShare(List<Triple> share) {
    try (TreeStore store = stores.get()) {
      List<Merged> merged = new ArrayList<>();
      for (Triple triple : share) {
        merged.add(merge(store, triple));
      }
      store.flush();
      return merged;
    }
  }

  private Merged merge(TreeStore store, Triple triple) {
    GitId local = store.tree(triple.local());
    MergeInput input =
        store.differences(store.tree(triple.base()), local, store.tree(triple.vendor()));
    Labels labels = new Labels(triple.base(), triple.local(), triple.vendor());
    MergeResult result = merger.merge(input, labels);
    GitId tree = store.write(local, input.local().editsTo(result.tree()));
    return new Merged(tree, conflicts(result));
  }

  private static List<ConflictedPath> conflicts(MergeResult result) {
    List<ConflictedPath> conflicts = new ArrayList<>();
    for (Conflict conflict : result.conflicts()) {
      conflict.paths().forEach(path -> conflicts.add(new ConflictedPath(path, conflict.kind())));
    }
    return conflicts;
  }
}
