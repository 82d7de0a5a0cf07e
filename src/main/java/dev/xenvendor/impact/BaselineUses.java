package dev.xenvendor.impact;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.impact.Feature.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the consumers that ask of the hypervisor what its oldest supported release cannot do. */
final class BaselineUses {

  /** By what C code calls a hypercall; the constant stands in the wrapper. */
  private static final String WRAPPER = "HYPERVISOR_";

  private static final Comparator<Use<Feature>> ORDER =
      Comparator.<Use<Feature>, HeaderPath>comparing(Use::path).thenComparingInt(Use::line);

  /**
   * What was found.
   *
   * @param unguarded uses that fail on the baseline
   * @param guarded how many uses mind what the hypervisor can do
   */
  record Found(List<Use<Feature>> unguarded, int guarded) {}

  private final Map<String, Feature> features = new HashMap<>();
  private final Set<String> own;

  private BaselineUses(Consumers consumers, List<Feature> newer) {
    for (Feature feature : newer) {
      features.put(feature.name(), feature);
      if (feature.kind() == Kind.HYPERCALL) {
        features.put(WRAPPER + feature.hypercall(), feature);
      }
    }
    this.own = consumers.ownNames(features.keySet());
    own.removeIf(name -> name.startsWith(WRAPPER));
  }

  /**
   * Looks through the consumers.
   *
   * @param newer what the baseline lacks
   */
  static Found of(Consumers consumers, List<Feature> newer) {
    BaselineUses uses = new BaselineUses(consumers, newer);
    List<Use<Feature>> unguarded = new ArrayList<>();
    int guarded = 0;
    for (ConsumerFile file : consumers.files()) {
      guarded += uses.add(file, unguarded);
    }
    unguarded.sort(ORDER);
    return new Found(List.copyOf(unguarded), guarded);
  }

  /** Adds the first unguarded use of each thing, and counts those that are guarded. */
  private int add(ConsumerFile file, List<Use<Feature>> found) {
    Map<String, List<Integer>> mentions = file.mentions(features.keySet());
    if (mentions.isEmpty()) {
      return 0;
    }
    Guards guards = new Guards(file.tokens());
    Set<String> ownHere = Consumers.ownNames(file, features.keySet());
    Map<Feature, List<Integer>> unguarded = new HashMap<>();
    int guarded = 0;
    for (Map.Entry<String, List<Integer>> mention : mentions.entrySet()) {
      String name = mention.getKey();
      Feature feature = features.get(name);
      for (int token : mention.getValue()) {
        boolean isOwn = !name.startsWith(WRAPPER) && (own.contains(name) || ownHere.contains(name));
        if (feature == null || isOwn || !asks(file, guards, token, name)) {
          continue;
        }
        if (guards.protect(token)) {
          guarded++;
        } else {
          unguarded.computeIfAbsent(feature, f -> new ArrayList<>()).add(token);
        }
      }
    }
    unguarded.keySet().removeIf(feature -> isTold(feature, unguarded.keySet()));
    unguarded.forEach(
        (feature, tokens) -> {
          int first = tokens.stream().mapToInt(file::line).min().orElseThrow();
          found.add(new Use<>(file.path(), first, tokens.size(), feature));
        });
    return guarded;
  }

  /** Where the whole hypercall is newer, its sub-operations are as well. */
  private static boolean isTold(Feature feature, Set<Feature> all) {
    return feature.kind() != Kind.HYPERCALL
        && all.stream()
            .filter(other -> other.kind() == Kind.HYPERCALL)
            .anyMatch(other -> other.hypercall().equals(feature.hypercall()));
  }

  /** A wrapper asks nothing until somebody calls it. */
  private static boolean asks(ConsumerFile file, Guards guards, int token, String name) {
    if (!file.isUse(token) || file.isField(token)) {
      return false;
    }
    if (name.startsWith(WRAPPER)) {
      return file.isCalled(token) && !file.isOwn(token);
    }
    boolean inWrapper = guards.functionAround(token).filter(f -> f.startsWith(WRAPPER)).isPresent();
    boolean isHypercall = name.startsWith("__" + WRAPPER);
    return !(isHypercall && (inWrapper || file.tokens().inDirective(token)));
  }
}
