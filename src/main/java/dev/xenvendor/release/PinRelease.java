package dev.xenvendor.release;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records what a release is, so that later imports of it can be verified. */
public final class PinRelease {

  /**
   * The recorded manifest.
   *
   * @param path the manifest's path in the configuration
   * @param headers what was read
   * @param before the manifest that was there; of the tree's own or built in
   * @param tagElsewhere the source's own tag of the release, where another commit was taken
   */
  public record Report(
      Manifest manifest,
      HeaderTree headers,
      String path,
      byte[] yaml,
      Optional<Manifest> before,
      Optional<SourceTagMismatch> tagElsewhere) {

    public boolean isNew() {
      return before.filter(manifest::equals).isEmpty();
    }
  }

  private final VendorConfig config;

  public PinRelease(VendorConfig config) {
    this.config = config;
  }

  public Report run(Version version, Optional<String> ref, Source source) {
    if (ref.isPresent() && !source.hasHistory()) {
      throw Problem.usage("--ref names a tag or commit, but " + source.name() + " has none")
          .hint("omit --ref, or name a git repository with --from");
    }
    if (ref.isEmpty() && source.hasHistory()) {
      throw Problem.usage(source.name() + " is a git repository with many commits")
          .hint("name that of " + version + ": --ref TAG or COMMIT");
    }
    Vendor vendor = config.vendor();
    Set<HeaderPath> known =
        config.pinned().stream()
            .reduce((first, second) -> second)
            .flatMap(config::find)
            .map(manifest -> manifest.files().keySet())
            .orElse(Set.of());
    Snapshot snapshot =
        source.snapshot(
            new Source.Request(
                vendor.upstream().path(),
                ref.map(List::of).orElse(List.of()),
                known,
                vendor.checks().limits()));
    Manifest manifest = Manifest.of(version, snapshot);
    return new Report(
        manifest,
        snapshot.headers(),
        config.manifestPath(version),
        ManifestYaml.write(vendor.title(version), manifest),
        config.find(version),
        SourceTagMismatch.find(config, source, version, ref, snapshot)
            .map(SourceTagMismatch::nowPinned));
  }
}
