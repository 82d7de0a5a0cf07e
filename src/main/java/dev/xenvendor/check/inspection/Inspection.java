package dev.xenvendor.check.inspection;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.downstream.Lazy;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.impact.Impact;
import dev.xenvendor.impact.api.Interfaces;
import dev.xenvendor.impact.consumer.BuildFiles;
import dev.xenvendor.impact.consumer.ConsumerTree;
import dev.xenvendor.impact.consumer.Consumers;
import dev.xenvendor.impact.consumer.RequestedInterfaces;
import dev.xenvendor.impact.consumer.RequestedVersions;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.PathGlob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A tree under inspection: the facts that checks need besides the equation. Each is computed when a
 * check first asks for it, and once.
 */
public final class Inspection {

  private final Downstream downstream;
  private final Supplier<LayoutProbe> probe;
  private final SortedMap<HeaderPath, String> tooLong = new TreeMap<>();

  private final Lazy<Optional<HeaderStates>> states = new Lazy<>(() -> HeaderStates.of(this));
  private final Lazy<HeaderTree> consumers = new Lazy<>(this::readConsumers);
  private final Lazy<ConsumerTree> using = new Lazy<>(this::readUsing);
  private final Lazy<RequestedVersions> askedVersions =
      new Lazy<>(() -> RequestedVersions.of(using.get(), readBuildFiles()));
  private final Lazy<Impact> impact = new Lazy<>(this::findImpact);

  public Inspection(Downstream tree, Supplier<LayoutProbe> probe) {
    this.downstream = tree.reading(found -> readable(found, tree)).withShownPatches();
    this.probe = new Lazy<>(probe);
  }

  /** Returns the tree, whose headers above the limit are replaced by a line that says so. */
  public Downstream downstream() {
    return downstream;
  }

  public Vendor vendor() {
    return downstream.vendor();
  }

  /** Returns trunk's headers, seen from the prefix. */
  public HeaderTree headers() {
    return downstream.local();
  }

  /** The commands that hints name. */
  public HintCommands commands() {
    return downstream.trunk().commands();
  }

  public LayoutProbe probe() {
    return probe.get();
  }

  /** A header's path from the root of the tree. */
  public HeaderPath inTree(HeaderPath header) {
    return vendor().prefix().resolve(header);
  }

  /** A header above the limit is not read by any check; a placeholder line replaces it. */
  private HeaderTree readable(HeaderTree found, Downstream tree) {
    if (tree.pristine().id().equals(found.id())) {
      return found;
    }
    tooLong.putAll(OversizedHeaders.reasons(found, tree.pristine(), tree.vendor()));
    if (tooLong.isEmpty()) {
      return found;
    }
    Map<HeaderPath, HeaderFile> placeholders = new TreeMap<>();
    tooLong.forEach((path, reason) -> placeholders.put(path, OversizedHeaders.placeholder(reason)));
    return found.with(placeholders);
  }

  /** Returns why headers are not read that have more bytes than the limit, seen from the prefix. */
  public SortedMap<HeaderPath, String> tooLong() {
    headers();
    return tooLong;
  }

  /** The files of trunk below a folder, seen from it; without a folder all of them. */
  HeaderTree files(Optional<HeaderPath> folder) {
    return folder.map(downstream.trunk()::tree).orElseGet(downstream.trunk()::tree);
  }

  /** Trunk's headers beside those of the release; empty where the release is not available. */
  public Optional<HeaderStates> states() {
    return states.get();
  }

  /** Returns what releases mean for the consumers. */
  public Impact impact() {
    return impact.get();
  }

  /** The interface versions that consumers ask the headers for. */
  public RequestedVersions askedVersions() {
    return askedVersions.get();
  }

  /** The same, with what follows from them. */
  public RequestedInterfaces askedInterfaces() {
    return RequestedInterfaces.of(askedVersions(), headers(), TreeEnvironment.ofHeaders(vendor()));
  }

  private Impact findImpact() {
    return new Impact(using.get(), new Interfaces(downstream.config(), downstream.branch()));
  }

  private ConsumerTree readUsing() {
    Consumers found = Consumers.of(vendor(), consumers());
    return new ConsumerTree(
        vendor(), headers(), downstream.pristine(), found, downstream.patches());
  }

  /** The files that use the headers, by their paths from the root of the tree. */
  public HeaderTree consumers() {
    return consumers.get();
  }

  private HeaderTree readConsumers() {
    return filesOfConsumers(path -> vendor().checks().isConsumer(path, vendor().prefix()));
  }

  /** The files beside the consumers that are of a kind. */
  private HeaderTree filesOfConsumers(Predicate<HeaderPath> wanted) {
    TrunkView trunk = downstream.trunk();
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    for (Optional<HeaderPath> folder : consumerFolders()) {
      HeaderTree found = folder.map(path -> trunk.tree(path).under(path)).orElseGet(trunk::tree);
      files.putAll(found.only(wanted).files());
    }
    return HeaderTree.of(files);
  }

  private List<Optional<HeaderPath>> consumerFolders() {
    return vendor().checks().consumers().include().stream()
        .map(PathGlob::folder)
        .distinct()
        .toList();
  }

  /** Those beside the consumers, and those that usually are in the folders above. */
  private HeaderTree readBuildFiles() {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(filesOfConsumers(BuildFiles::isOne).files());
    for (Optional<HeaderPath> folder : consumerFolders()) {
      for (Optional<HeaderPath> above = folder.flatMap(HeaderPath::parent);
          folder.isPresent();
          above = above.flatMap(HeaderPath::parent)) {
        for (String name : BuildFiles.ABOVE) {
          HeaderPath path =
              above.map(f -> f.resolve(HeaderPath.of(name))).orElse(HeaderPath.of(name));
          downstream.trunk().file(path).ifPresent(file -> files.put(path, file));
        }
        if (above.isEmpty()) {
          break;
        }
      }
    }
    return HeaderTree.of(files);
  }
}
