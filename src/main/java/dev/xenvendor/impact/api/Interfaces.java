package dev.xenvendor.impact.api;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The interfaces of a vendor's releases: as recorded, else read from the vendor branch. */
public final class Interfaces {

  private final VendorConfig config;
  private final VendorReleases branch;
  private final Map<Version, Optional<ReleaseInterface>> known = new HashMap<>();
  private final Map<Version, Features> features = new HashMap<>();

  public Interfaces(VendorConfig config, VendorReleases branch) {
    this.config = config;
    this.branch = branch;
  }

  /** That of a release, as far as the tree takes its headers in. */
  public Optional<ReleaseInterface> find(Version version) {
    return known.computeIfAbsent(version, v -> recorded(v).or(() -> imported(v)));
  }

  private Optional<ReleaseInterface> recorded(Version version) {
    return config
        .findInterface(version)
        .map(found -> InterfaceYaml.read(found.name(), found.bytes()))
        .map(this::asTakenIn);
  }

  /** Includes of headers that the tree does not import, in a recorded release's headers. */
  public List<MissingInclude> missingIncludes(Version version) {
    SortedMap<HeaderPath, SortedMap<HeaderPath, Integer>> includes = new TreeMap<>();
    config
        .findInterface(version)
        .map(found -> InterfaceYaml.read(found.name(), found.bytes()))
        .ifPresent(
            release ->
                release.headers().forEach((path, header) -> includes.put(path, header.includes())));
    return MissingInclude.recorded(
        includes, config.vendor().files(), config.vendor().checks().abi());
  }

  private ReleaseInterface asTakenIn(ReleaseInterface release) {
    SortedMap<HeaderPath, HeaderInterface> headers = new TreeMap<>(release.headers());
    headers.keySet().removeIf(config.vendor().files().negate());
    return new ReleaseInterface(release.version(), release.interfaceVersion(), headers);
  }

  private Optional<ReleaseInterface> imported(Version version) {
    return branch.history().releases().stream()
        .filter(release -> release.version().equals(version))
        .findFirst()
        .map(release -> HeaderInterfaceReader.read(version, branch.headers(release)));
  }

  /**
   * Returns that of a release that the user named.
   *
   * @throws Problem if it is neither recorded nor imported
   */
  public ReleaseInterface get(Version version) {
    return find(version).orElseThrow(() -> unknown(version));
  }

  private Problem unknown(Version version) {
    String known = versions().stream().map(Version::text).collect(Collectors.joining(", "));
    return Problem.usage(
            config.vendor().title(version)
                + " is not known: its interface is not recorded, and it was not imported")
        .hint("xenvendor releases pin " + version + " --from SOURCE; known: " + known);
  }

  /** Returns what a release lets guests ask of the hypervisor. */
  public Features features(Version version) {
    return features.computeIfAbsent(version, v -> Features.of(get(v)));
  }

  /** The releases whose interface is known, oldest first. */
  public SortedSet<Version> versions() {
    SortedSet<Version> versions = new TreeSet<>(config.pinned());
    versions.removeIf(version -> config.findInterface(version).isEmpty());
    branch.history().releases().stream().map(ImportedRelease::version).forEach(versions::add);
    return versions;
  }

  /**
   * In which release the features and headers came that one release lacks and a later one has.
   *
   * @return by constants and paths; nothing where no release between the two is known
   */
  public SortedMap<String, Version> since(Version from, Version to) {
    SortedMap<String, Version> since = new TreeMap<>();
    SortedSet<Version> between = new TreeSet<>(versions().tailSet(from));
    between.removeIf(version -> version.compareTo(from) <= 0 || version.compareTo(to) >= 0);
    if (between.isEmpty()) {
      return since;
    }
    between.add(to);
    for (Version version : between) {
      features(version)
          .newOver(features(from))
          .forEach(feature -> since.putIfAbsent(feature.name(), version));
      get(version).headers().keySet().forEach(h -> since.putIfAbsent(h.value(), version));
    }
    return since;
  }

  /** The first release that has a constant, and what it asks for there. */
  public Optional<Map.Entry<Version, Feature>> first(String name) {
    return versions().stream()
        .flatMap(version -> features(version).find(name).map(f -> Map.entry(version, f)).stream())
        .findFirst();
  }
}
