package dev.xenvendor.abi;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.UnknownRelease;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.ReleaseReader;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds the headers that an argument names: those of a release, or trunk's own. */
public final class HeaderSetFinder {

  /** The word for trunk's own headers. */
  public static final String TRUNK = "trunk";

  /**
   * Headers that were found.
   *
   * @param title what to call them, e.g. {@code Xen 3.3.0}
   * @param version of a release
   */
  public record Named(String title, Optional<Version> version, HeaderSet headers) {}

  private final VendorConfig config;
  private final Vendor vendor;
  private final VendorReleases branch;
  private final Function<Optional<HeaderPath>, HeaderTree> trunk;
  private final Optional<Supplier<Source>> source;

  /**
   * @param trunk gives the files of trunk below a folder, seen from it; without a folder all of
   *     them
   * @param source the source of releases that are not imported; empty if the user named none
   */
  public HeaderSetFinder(
      VendorConfig config,
      VendorReleases branch,
      Function<Optional<HeaderPath>, HeaderTree> trunk,
      Optional<Supplier<Source>> source) {
    this.config = config;
    this.vendor = config.vendor();
    this.branch = branch;
    this.trunk = trunk;
    this.source = source;
  }

  /**
   * The headers by a name: {@code trunk}, or the version of a release, which is taken from the
   * vendor branch, else from the source.
   */
  public Named find(String name) {
    if (name.equals(TRUNK)) {
      return new Named("trunk", Optional.empty(), HeaderSet.ofTrunk(vendor, trunk));
    }
    Version version = config.spelledAsPinned(version(name));
    HeaderTree headers =
        branch.releases().stream()
            .filter(release -> release.version().equals(version))
            .findFirst()
            .map((ImportedRelease release) -> branch.headers(release))
            .orElseGet(() -> fromSource(version));
    return new Named(
        vendor.title(version), Optional.of(version), HeaderSet.ofRelease(vendor, headers));
  }

  private static Version version(String name) {
    try {
      return new Version(name);
    } catch (IllegalArgumentException e) {
      throw Problem.usage("neither a release nor trunk: '" + name + "'" + Version.question(name))
          .hint("name a release, e.g. 3.3.0, or " + TRUNK + " for the tree's own headers")
          .because(e);
    }
  }

  private HeaderTree fromSource(Version version) {
    if (source.isEmpty()) {
      Problem missing = UnknownRelease.notImported(config, version);
      throw config.find(version).isEmpty()
          ? missing
          : missing.hint(
              "name a source to read it from: --from SOURCE; or import it: xenvendor import "
                  + version
                  + " --from SOURCE");
    }
    try (Source opened = source.get().get()) {
      return vendor.included(
          new ReleaseReader(config, opened).read(version, Optional.empty(), branch).headers());
    }
  }
}
