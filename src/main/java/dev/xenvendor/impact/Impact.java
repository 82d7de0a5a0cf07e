package dev.xenvendor.impact;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.impact.api.Feature;
import dev.xenvendor.impact.api.Feature.Kind;
import dev.xenvendor.impact.api.Features;
import dev.xenvendor.impact.api.InterfaceChange;
import dev.xenvendor.impact.api.Interfaces;
import dev.xenvendor.impact.api.ReleaseInterface;
import dev.xenvendor.impact.api.UnreadHeader;
import dev.xenvendor.impact.consumer.ConsumerFile;
import dev.xenvendor.impact.consumer.ConsumerTree;
import dev.xenvendor.impact.consumer.Consumers;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Computes the benefits and costs of releases for a tree. */
public final class Impact {

  private final ConsumerTree tree;
  private final Interfaces interfaces;

  public Impact(ConsumerTree tree, Interfaces interfaces) {
    this.tree = tree;
    this.interfaces = interfaces;
  }

  public Consumers consumers() {
    return tree.consumers();
  }

  /** Returns whether it is known what a release offers. */
  public boolean knows(Version release) {
    return interfaces.find(release).isPresent();
  }

  /** Returns what the update from one release to another brings and costs. */
  public ImpactReport.Update update(Version from, Version to) {
    InterfaceChange change = new InterfaceChange(interfaces.get(from), interfaces.get(to));
    List<RemovedApi> losses = new ArrayList<>(RemovedApiSearch.of(change));
    losses.addAll(RelocatedTypes.of(tree, to));
    return new ImpactReport.Update(
        change, interfaces.since(from, to), RemovedApiUses.of(tree, losses));
  }

  /** Returns the headers of releases that may give more than is known, without repeats. */
  public List<UnreadHeader> unread(List<Version> releases) {
    return releases.stream()
        .distinct()
        .flatMap(release -> interfaces.find(release).stream())
        .flatMap(known -> known.unread().stream())
        .toList();
  }

  /** Includes of headers that the tree does not import, in a release's recorded interface. */
  public List<MissingInclude> missingIncludes(Version release) {
    return interfaces.missingIncludes(release);
  }

  /** Returns the headers of a release and of older ones that may give more than is known. */
  public List<UnreadHeader> unreadUntil(Version release) {
    return unread(List.copyOf(new TreeSet<>(interfaces.versions()).headSet(release, true)));
  }

  /**
   * Returns what consumers use that older releases had, and neither this one nor the tree's own
   * headers have.
   */
  public List<ConsumerUse<RemovedApi>> removed(Version release) {
    ReleaseInterface now = interfaces.get(release);
    Map<String, RemovedApi> losses = new LinkedHashMap<>();
    List<Version> older = new ArrayList<>(interfaces.versions().headSet(release));
    Collections.reverse(older);
    for (Version version : older) {
      RemovedApiSearch.of(new InterfaceChange(interfaces.get(version), now)).stream()
          .filter(RemovedApi::breaks)
          .forEach(loss -> losses.putIfAbsent(loss.name(), loss));
    }
    tree.headers()
        .files()
        .forEach((path, file) -> losses.keySet().removeAll(own(path, file, losses.keySet())));
    return RemovedApiUses.of(tree, List.copyOf(losses.values()));
  }

  private static Set<String> own(HeaderPath path, HeaderFile file, Set<String> names) {
    return Consumers.ownNames(new ConsumerFile(path, file.bytes()), names);
  }

  /**
   * Returns what consumers ask of the oldest hypervisor that it cannot do.
   *
   * @param releases whose headers the consumers use
   */
  public ImpactReport.Baseline baseline(Version baseline, List<Version> releases) {
    BaselineUses.Found found = BaselineUses.of(tree.consumers(), newer(baseline, releases));
    SortedMap<String, Version> since = new TreeMap<>();
    List<ConsumerUse<Feature>> uses = new ArrayList<>();
    found.minded().forEach(minded -> addFirst(minded.use().what().name(), since));
    for (ConsumerUse<Feature> use : found.unguarded()) {
      String name = use.what().name();
      Optional<Map.Entry<Version, Feature>> first = interfaces.first(name);
      first.ifPresent(entry -> since.put(name, entry.getKey()));
      // Its number may have changed later on, for those who ask for a newer interface version.
      if (first.filter(f -> interfaces.features(baseline).has(f.getValue())).isEmpty()) {
        uses.add(use);
      }
    }
    return new ImpactReport.Baseline(
        baseline,
        Optional.empty(),
        uses,
        since,
        found.minded(),
        found.guarded(),
        found.checked(),
        List.of(),
        0);
  }

  private void addFirst(String name, SortedMap<String, Version> since) {
    interfaces.first(name).ifPresent(entry -> since.put(name, entry.getKey()));
  }

  /** The same for another baseline than the profile's, and what that would allow. */
  public ImpactReport.Baseline baseline(Version asked, Version configured, List<Version> releases) {
    ImpactReport.Baseline now = baseline(asked, releases);
    ImpactReport.Baseline before = baseline(configured, releases);
    return new ImpactReport.Baseline(
        asked,
        Optional.of(configured),
        now.uses(),
        now.since(),
        now.minded(),
        now.guarded(),
        now.checked(),
        interfaces.features(asked).newOver(interfaces.features(configured)),
        before.guarded() - now.guarded());
  }

  /** Returns what releases let guests ask and the baseline does not; flags of calls that it has. */
  private List<Feature> newer(Version baseline, List<Version> releases) {
    Features old = interfaces.features(baseline);
    List<String> calls = old.all().stream().map(Feature::hypercall).distinct().toList();
    return releases.stream()
        .flatMap(release -> interfaces.features(release).newOver(old).stream())
        .filter(feature -> feature.kind() != Kind.FLAG || calls.contains(feature.hypercall()))
        .toList();
  }
}
