package dev.xenvendor.impact;

import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.Feature.Kind;
import dev.xenvendor.impact.consumer.ConsumerFile;
import dev.xenvendor.impact.consumer.Consumers;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the consumers that use what the baseline hypervisor lacks. */
final class BaselineUses {

  /** The prefix of the wrappers by which C code calls hypercalls. */
  private static final String WRAPPER = "HYPERVISOR_";

  private static final Comparator<ConsumerUse<Feature>> ORDER =
      Comparator.<ConsumerUse<Feature>, HeaderPath>comparing(ConsumerUse::path)
          .thenComparingInt(ConsumerUse::line);

  /**
   * The uses that were found.
   *
   * @param unguarded uses that fail on the baseline
   * @param minded uses that mind what the hypervisor can do
   */
  record Found(List<ConsumerUse<Feature>> unguarded, List<GuardedUse> minded) {

    /** Returns how many uses are where the code has tested what the hypervisor supports. */
    int guarded() {
      return count(GuardedUse.How.GUARDED);
    }

    /** Returns how many uses examine the result. */
    int checked() {
      return count(GuardedUse.How.CHECKED);
    }

    private int count(GuardedUse.How how) {
      return minded.stream().filter(m -> m.how() == how).mapToInt(m -> m.use().times()).sum();
    }
  }

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
    CapabilityFlags flags = CapabilityFlags.of(consumers.files());
    List<ConsumerUse<Feature>> unguarded = new ArrayList<>();
    List<GuardedUse> minded = new ArrayList<>();
    for (ConsumerFile file : consumers.files()) {
      uses.add(file, flags, unguarded, minded);
    }
    unguarded.sort(ORDER);
    minded.sort(Comparator.comparing(GuardedUse::use, ORDER));
    return new Found(List.copyOf(unguarded), List.copyOf(minded));
  }

  /** Adds the first use of each thing that is unguarded, checked or guarded. */
  private void add(
      ConsumerFile file,
      CapabilityFlags flags,
      List<ConsumerUse<Feature>> found,
      List<GuardedUse> minded) {
    Map<String, List<Integer>> mentions = file.mentions(features.keySet());
    if (mentions.isEmpty()) {
      return;
    }
    GuardAnalysis care = new GuardAnalysis(file.tokens(), flags);
    GuardedRegions guards = care.guards();
    Set<String> ownHere = Consumers.ownNames(file, features.keySet());
    Map<Feature, List<Integer>> unguarded = new HashMap<>();
    Map<GuardedUse.How, Map<Feature, List<Integer>>> mindedHere =
        new EnumMap<>(GuardedUse.How.class);
    for (Map.Entry<String, List<Integer>> mention : mentions.entrySet()) {
      String name = mention.getKey();
      Feature feature = features.get(name);
      for (int token : mention.getValue()) {
        boolean isOwn = !name.startsWith(WRAPPER) && (own.contains(name) || ownHere.contains(name));
        if (feature == null || isOwn || !asks(file, guards, token, name)) {
          continue;
        }
        care.how(token, WRAPPER + feature.hypercall())
            .map(how -> mindedHere.computeIfAbsent(how, h -> new HashMap<>()))
            .orElse(unguarded)
            .computeIfAbsent(feature, f -> new ArrayList<>())
            .add(token);
      }
    }
    unguarded.keySet().removeIf(feature -> isTold(feature, unguarded.keySet()));
    unguarded.forEach((feature, tokens) -> found.add(use(file, feature, tokens)));
    mindedHere.forEach(
        (how, uses) ->
            uses.forEach(
                (feature, tokens) -> minded.add(new GuardedUse(use(file, feature, tokens), how))));
  }

  private static ConsumerUse<Feature> use(
      ConsumerFile file, Feature feature, List<Integer> tokens) {
    int first = tokens.stream().mapToInt(file::line).min().orElseThrow();
    return new ConsumerUse<>(file.path(), first, tokens.size(), feature);
  }

  /** Returns whether a feature is a sub-operation of a hypercall that is reported as a whole. */
  private static boolean isTold(Feature feature, Set<Feature> all) {
    return feature.kind() != Kind.HYPERCALL
        && all.stream()
            .filter(other -> other.kind() == Kind.HYPERCALL)
            .anyMatch(other -> other.hypercall().equals(feature.hypercall()));
  }

  /** A wrapper queries nothing until it is called. */
  private static boolean asks(ConsumerFile file, GuardedRegions guards, int token, String name) {
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
