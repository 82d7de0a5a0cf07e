package dev.xenvendor.release;

import dev.xenvendor.problem.FilePlace;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.VendorYaml;
import dev.xenvendor.profile.Version;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A vendor's configuration, laid together from the tree's own and the built-in one.
 *
 * <p>The tree's {@code vendor.yaml} takes the place of the built-in one whole; its manifests are
 * laid over the built-in manifests.
 */
public final class VendorConfig {

  private static final String FILE = "/vendor.yaml";
  private static final String RELEASES = "/releases";
  private static final String INTERFACES = "/interfaces";
  private static final String YAML = ".yaml";

  private final Vendor vendor;
  private final List<ConfigFiles> layers;
  private final boolean ownProfile;
  private final boolean neutral;

  private VendorConfig(Vendor vendor, List<ConfigFiles> layers, boolean ownProfile) {
    this(vendor, layers, ownProfile, false);
  }

  private VendorConfig(
      Vendor vendor, List<ConfigFiles> layers, boolean ownProfile, boolean neutral) {
    this.vendor = vendor;
    this.layers = layers;
    this.ownProfile = ownProfile;
    this.neutral = neutral;
  }

  /** The configuration of the named vendor; the tree's comes before the built-in one. */
  public static VendorConfig load(String name, ConfigFiles tree, ConfigFiles builtIn) {
    List<ConfigFiles> layers = List.of(tree, builtIn);
    for (ConfigFiles layer : layers) {
      String path = "vendor/" + name + FILE;
      Optional<byte[]> yaml = layer.read(path);
      if (yaml.isPresent()) {
        Vendor vendor = VendorYaml.read(layer.nameOf(path), yaml.get());
        requireName(name, vendor, layer.nameOf(path));
        return new VendorConfig(vendor, layers, layer.equals(tree));
      }
    }
    throw unknown(name, layers);
  }

  private static void requireName(String name, Vendor vendor, String file) {
    if (!vendor.name().equals(name)) {
      throw Problem.inputFile(
          FilePlace.of(file), "name is '" + vendor.name() + "', but the folder is '" + name + "'");
    }
  }

  private static Problem unknown(String name, List<ConfigFiles> layers) {
    SortedSet<String> known = names(layers);
    return Problem.usage(
            "there is no vendor '" + name + "'" + SpellingSuggestion.question(name, known))
        .hint("known: " + String.join(", ", known));
  }

  /** The vendors that a place configures. */
  public static SortedSet<String> names(List<ConfigFiles> layers) {
    SortedSet<String> names = new TreeSet<>();
    for (ConfigFiles layer : layers) {
      for (String name : layer.list("vendor")) {
        if (layer.read("vendor/" + name + FILE).isPresent()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  public Vendor vendor() {
    return vendor;
  }

  /**
   * Returns whether the tree carries its own profile, so that nothing of the built-in one is to be
   * written.
   */
  public boolean ownProfile() {
    return ownProfile;
  }

  /**
   * Returns where the vendor's local patches are: in the tree, if it has a profile or patches of
   * its own.
   *
   * @param folder the patches' folder
   */
  public ConfigFiles patchFiles(String folder) {
    return ownsPatches(folder) ? layers.get(0) : layers.get(layers.size() - 1);
  }

  /**
   * Returns whether the tree says itself which local patches it has; else those count that it
   * shows.
   */
  public boolean ownsPatches(String folder) {
    return ownProfile || neutral || !layers.get(0).list(folder).isEmpty();
  }

  /** Returns what the tree itself carries. */
  public ConfigFiles treeFiles() {
    return layers.get(0);
  }

  /** Returns what comes with the program. */
  public ConfigFiles builtIn() {
    return layers.get(layers.size() - 1);
  }

  /** The profile as its file has it. */
  public String profileText() {
    String path = vendor.configFolder() + FILE;
    return layers.stream()
        .map(layer -> layer.read(path))
        .flatMap(Optional::stream)
        .findFirst()
        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
        .orElseThrow();
  }

  /** The same configuration for a profile that an option changed. */
  public VendorConfig with(Vendor other) {
    return new VendorConfig(other, layers, ownProfile, neutral);
  }

  /**
   * The configuration for a tree of another operating system than the built-in profile is for: what
   * that says of its own system does not hold, nor do its local patches.
   */
  public VendorConfig neutral() {
    return new VendorConfig(vendor.neutral(), layers, ownProfile, true);
  }

  /**
   * Returns whether the built-in profile is used without what it says of its own operating system.
   */
  public boolean isNeutral() {
    return neutral;
  }

  /** The profile that comes with the program. */
  public Optional<Vendor> builtInProfile() {
    String path = vendor.configFolder() + FILE;
    return builtIn().read(path).map(yaml -> VendorYaml.read(builtIn().nameOf(path), yaml));
  }

  /** The releases whose manifests are available, oldest first. */
  public SortedSet<Version> pinned() {
    SortedSet<Version> versions = new TreeSet<>();
    for (ConfigFiles layer : layers) {
      for (String file : layer.list(vendor.configFolder() + RELEASES)) {
        if (file.endsWith(YAML)) {
          versionOf(layer, file).ifPresent(versions::add);
        }
      }
    }
    return versions;
  }

  /** The manifests of all of them. */
  public SortedMap<Version, Manifest> manifests() {
    SortedMap<Version, Manifest> manifests = new TreeMap<>();
    pinned()
        .forEach(version -> find(version).ifPresent(manifest -> manifests.put(version, manifest)));
    return manifests;
  }

  private Optional<Version> versionOf(ConfigFiles layer, String file) {
    String text = file.substring(0, file.length() - YAML.length());
    try {
      return Optional.of(new Version(text));
    } catch (IllegalArgumentException e) {
      String name = layer.nameOf(vendor.configFolder() + RELEASES + '/' + file);
      throw Problem.inputFile(FilePlace.of(name), String.valueOf(e.getMessage())).because(e);
    }
  }

  /** The version as its manifest spells it: 3.3 is 3.3.0 where that is pinned. */
  public Version spelledAsPinned(Version version) {
    if (isPinned(version)) {
      return version;
    }
    return pinned().stream().filter(version::sameRelease).findFirst().orElse(version);
  }

  /** Returns whether there is a manifest, without the work of reading it. */
  public boolean isPinned(Version version) {
    String path = manifestPath(version);
    return layers.stream().anyMatch(layer -> layer.read(path).isPresent());
  }

  /** The manifest of a release, the tree's own before the built-in one. */
  public Optional<Manifest> find(Version version) {
    String path = manifestPath(version);
    for (ConfigFiles layer : layers) {
      Optional<byte[]> yaml = layer.read(path);
      if (yaml.isPresent()) {
        Manifest manifest = ManifestYaml.read(layer.nameOf(path), yaml.get());
        requireVersion(version, manifest, layer.nameOf(path));
        return Optional.of(manifest);
      }
    }
    return Optional.empty();
  }

  private static void requireVersion(Version version, Manifest manifest, String file) {
    if (!manifest.version().equals(version)) {
      throw Problem.inputFile(
          FilePlace.of(file),
          "version is " + manifest.version() + ", but the file is named " + version);
    }
  }

  /**
   * A file of the configuration.
   *
   * @param name what messages call it
   */
  public record Found(String name, byte[] bytes) {}

  /** Returns what is recorded of a release's interface, the tree's own before the built-in one. */
  public Optional<Found> findInterface(Version version) {
    String path = interfacePath(version);
    return layers.stream()
        .flatMap(
            layer -> layer.read(path).map(bytes -> new Found(layer.nameOf(path), bytes)).stream())
        .findFirst();
  }

  public String interfacePath(Version version) {
    return vendor.configFolder() + INTERFACES + '/' + version + YAML;
  }

  public String manifestPath(Version version) {
    return vendor.configFolder() + RELEASES + '/' + version + YAML;
  }
}
