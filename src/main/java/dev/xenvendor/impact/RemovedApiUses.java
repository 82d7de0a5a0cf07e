package dev.xenvendor.impact;

import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.include.IncludeSearch;
import dev.xenvendor.impact.consumer.ConsumerFile;
import dev.xenvendor.impact.consumer.ConsumerTree;
import dev.xenvendor.impact.consumer.Consumers;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.IncludePath;
import dev.xenvendor.tree.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the consumers that use removed API. */
final class RemovedApiUses {

  private static final Comparator<ConsumerUse<RemovedApi>> ORDER =
      Comparator.<ConsumerUse<RemovedApi>, HeaderPath>comparing(ConsumerUse::path)
          .thenComparingInt(ConsumerUse::line)
          .thenComparing(use -> use.what().name());

  /** Every other header of Xen's expects the consumer to have included this one. */
  private static final HeaderPath PRESUPPOSED = HeaderPath.of("xen.h");

  private final ConsumerTree tree;
  private final Map<String, List<RemovedApi>> losses;

  /** Names that mean something else to all consumers. */
  private final Set<String> own;

  private RemovedApiUses(ConsumerTree tree, List<RemovedApi> losses) {
    this.tree = tree;
    this.losses =
        losses.stream()
            .collect(
                Collectors.groupingBy(RemovedApi::name, LinkedHashMap::new, Collectors.toList()));
    this.own = tree.consumers().ownNames(this.losses.keySet());
    addOwnFields();
  }

  /** A field that consumers have in a struct of their own may be meant by any of them. */
  private void addOwnFields() {
    Set<String> fields =
        losses.values().stream()
            .flatMap(List::stream)
            .filter(RemovedApi.Field.class::isInstance)
            .map(RemovedApi::name)
            .collect(Collectors.toSet());
    tree.consumers().files().forEach(file -> own.addAll(Consumers.ownNames(file, fields)));
  }

  /** The first use in each file of each thing that is lost, in the order of the files. */
  static List<ConsumerUse<RemovedApi>> of(ConsumerTree tree, List<RemovedApi> losses) {
    Set<HeaderPath> reach = includedHeaders(tree, losses.stream().map(RemovedApi::header).toList());
    List<RemovedApi> reached =
        losses.stream().filter(loss -> reach.contains(loss.header())).toList();
    RemovedApiUses uses = new RemovedApiUses(tree, reached);
    return tree.consumers().files().stream().flatMap(uses::in).sorted(ORDER).toList();
  }

  /**
   * Returns the headers that consumers include, directly or not: the name of any other header is in
   * a consumer by chance only. Returns all headers if consumers include none that is known, because
   * their build then has its own ways.
   *
   * @param others headers that the tree may no longer have
   */
  private static Set<HeaderPath> includedHeaders(ConsumerTree tree, List<HeaderPath> others) {
    Set<HeaderPath> known = new HashSet<>(tree.headers().paths());
    known.addAll(others);
    IncludeSearch search = new IncludeSearch(known::contains, IncludePath::suffixes);
    IncludeGraph graph = new IncludeGraph(tree.headers(), search, Limits.DEFAULT);
    Set<HeaderPath> included = new HashSet<>();
    for (ConsumerFile file : tree.consumers().files()) {
      included.addAll(graph.reachedFrom(file.tokens(), Optional.of(file.path())));
    }
    if (included.isEmpty()) {
      return known;
    }
    included.addAll(graph.reached(PRESUPPOSED));
    return included;
  }

  private Stream<ConsumerUse<RemovedApi>> in(ConsumerFile file) {
    Set<String> ownHere = Consumers.ownNames(file, losses.keySet());
    Map<String, List<Integer>> mentions = file.mentions(losses.keySet());
    List<ConsumerUse<RemovedApi>> uses = new ArrayList<>(includes(file));
    mentions.forEach(
        (name, tokens) -> {
          for (RemovedApi loss : losses.getOrDefault(name, List.of())) {
            boolean means =
                loss instanceof RemovedApi.Call || !(own.contains(name) || ownHere.contains(name));
            List<Integer> used =
                tokens.stream().filter(token -> means && isUse(file, token, loss)).toList();
            if (!used.isEmpty() && hasContext(file, loss)) {
              uses.add(new ConsumerUse<>(file.path(), file.line(used.get(0)), used.size(), loss));
            }
          }
        });
    return uses.stream();
  }

  private static boolean isUse(ConsumerFile file, int token, RemovedApi loss) {
    if (loss instanceof RemovedApi.Field) {
      return file.isField(token);
    }
    if (!file.isUse(token) || file.isField(token)) {
      return false;
    }
    if (loss instanceof RemovedApi.Type type) {
      return file.isTag(token) != type.word().isEmpty();
    }
    if (loss instanceof RemovedApi.Moved moved) {
      return file.isTag(token) != moved.word().isEmpty();
    }
    return !file.isTag(token) && (!(loss instanceof RemovedApi.Call) || file.isCalled(token));
  }

  /** Returns whether the file has to do with what the name belongs to. */
  private static boolean hasContext(ConsumerFile file, RemovedApi loss) {
    if (loss instanceof RemovedApi.Field field) {
      return !file.mentions(new HashSet<>(field.types())).isEmpty();
    }
    return !(loss instanceof RemovedApi.Call call) || !file.mentions(call.macros()).isEmpty();
  }

  /** Includes of headers that are no longer there, or no longer where they were. */
  private List<ConsumerUse<RemovedApi>> includes(ConsumerFile file) {
    List<ConsumerUse<RemovedApi>> uses = new ArrayList<>();
    Map<String, RemovedApi> headers = new HashMap<>();
    String folder = tree.vendor().prefix().name() + '/';
    losses.values().stream()
        .flatMap(List::stream)
        .filter(RemovedApi.Header.class::isInstance)
        .forEach(loss -> headers.put(folder + loss.name(), loss));
    file.includes()
        .forEach(
            (line, included) ->
                headers.forEach(
                    (path, loss) -> {
                      if (included.equals(path) || included.endsWith('/' + path)) {
                        uses.add(new ConsumerUse<>(file.path(), line, 1, loss));
                      }
                    }));
    return uses;
  }
}
