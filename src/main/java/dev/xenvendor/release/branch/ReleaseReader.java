package dev.xenvendor.release.branch;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.FileDifference;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.ReleaseNames;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.UnknownRelease;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads releases from a source and compares them with their manifests. */
public final class ReleaseReader {

  private final VendorConfig config;
  private final Vendor vendor;
  private final Source source;

  public ReleaseReader(VendorConfig config, Source source) {
    this.config = config;
    this.vendor = config.vendor();
    this.source = source;
  }

  /**
   * Returns the headers of a release. If no manifest lists their paths, the newest release on the
   * vendor branch does.
   *
   * @param ref which tag, branch or commit, where not the release's own
   */
  public Snapshot read(Version version, Optional<String> ref, VendorReleases branch) {
    return read(config.spelledAsPinned(version), ref, () -> pathsOn(branch));
  }

  /** Returns the headers of a release of which no vendor branch knows anything. */
  public Snapshot read(Version version, Optional<String> ref) {
    return read(config.spelledAsPinned(version), ref, Set::of);
  }

  private static Set<HeaderPath> pathsOn(VendorReleases branch) {
    List<ImportedRelease> imported = branch.releases();
    return imported.isEmpty()
        ? Set.of()
        : branch.headers(imported.get(imported.size() - 1)).paths();
  }

  /** Refuses a release that no manifest vouches for. */
  public static void requirePinned(VendorConfig config, Version version) {
    if (config.find(config.spelledAsPinned(version)).isEmpty()) {
      throw unknown(config.vendor(), version, "");
    }
  }

  private Snapshot read(Version version, Optional<String> ref, Supplier<Set<HeaderPath>> usual) {
    Optional<Manifest> manifest = config.find(version);
    List<String> refs =
        ref.map(List::of).or(() -> manifest.map(this::pinnedRefs)).orElseGet(() -> tagsOf(version));
    if (manifest.isEmpty() && ref.isPresent() && !source.hasHistory()) {
      throw Problem.usage("--ref names a tag or commit, but " + source.name() + " has none")
          .hint("omit --ref, or name a git repository with --from");
    }
    Set<HeaderPath> known = manifest.map(m -> m.files().keySet()).orElseGet(usual);
    Snapshot snapshot =
        source.snapshot(
            new Source.Request(vendor.upstream().path(), refs, known, vendor.checks().limits()));
    manifest.ifPresent(m -> verify(version, m, snapshot, ref));
    return snapshot;
  }

  /**
   * The tag of a release that no manifest knows. A source without a history holds one release only,
   * so that nothing else can be meant.
   */
  private List<String> tagsOf(Version version) {
    if (!source.hasHistory()) {
      return List.of();
    }
    return vendor
        .upstream()
        .tags()
        .find(version, source.tagNames())
        .map(List::of)
        .orElseThrow(
            () ->
                unknown(
                    vendor,
                    version,
                    ", and " + source.name() + " has no tag of it" + suggestion(version)));
  }

  /** The known release that was probably meant, else those before and after it. */
  private String suggestion(Version version) {
    SortedSet<Version> known = new TreeSet<>(config.pinned());
    source.tagNames().stream()
        .flatMap(tag -> vendor.upstream().tags().versionOf(tag).stream())
        .forEach(known::add);
    return UnknownRelease.nearest(version, known);
  }

  private static Problem unknown(Vendor vendor, Version version, String more) {
    return Problem.usage(vendor.title(version) + " is not a pinned release" + more)
        .hint(
            "see xenvendor releases; pin it: xenvendor releases pin "
                + version
                + " --from SOURCE [--ref R]; or name its tag or commit, to pin it on first use:"
                + " --ref R");
  }

  /** A mirror or a repository of the headers alone may have other commits, and other tags. */
  private List<String> pinnedRefs(Manifest manifest) {
    List<String> refs = new ArrayList<>();
    manifest.ref().ifPresent(refs::add);
    manifest.commit().map(GitId::hex).ifPresent(refs::add);
    if (!refs.isEmpty() && !source.isRemote()) {
      vendor.upstream().tags().find(manifest.version(), source.tagNames()).ifPresent(refs::add);
    }
    return refs;
  }

  private void verify(Version version, Manifest manifest, Snapshot snapshot, Optional<String> ref) {
    SortedMap<HeaderPath, FileDifference> different =
        manifest.differencesOfSource(snapshot.headers());
    if (different.isEmpty()) {
      return;
    }
    String files = different.size() == 1 ? "1 file" : different.size() + " files";
    String verb = different.size() == 1 ? " differs" : " differ";
    throw Problem.repository(
            files
                + " of the source"
                + verb
                + " from the manifest of "
                + vendor.title(version)
                + ", first: "
                + different.firstKey()
                + " ("
                + FileDifference.summary(different)
                + ")"
                + commits(manifest.commit(), snapshot.origin().commit()))
        .hint(
            ref.map(this::anotherVersion)
                .orElseGet(
                    () ->
                        "take the release from its tag or tarball, or pin it anew: xenvendor"
                            + " releases pin "
                            + version
                            + " --from "
                            + source.name()
                            + (source.hasHistory() ? " --ref REF" : "")));
  }

  /** Returns which commit was read and which one was pinned, where both are known and differ. */
  private static String commits(Optional<GitId> pinned, Optional<GitId> read) {
    if (pinned.isEmpty() || read.isEmpty() || pinned.equals(read)) {
      return "";
    }
    return "; the source has commit "
        + read.get().abbreviated()
        + ", the manifest is of "
        + pinned.get().abbreviated();
  }

  /** A state that is no release is imported under a name of its own. */
  private String anotherVersion(String ref) {
    String command = "xenvendor import --ref " + ref + " --from " + source.name();
    return source.isRemote()
        ? "omit the version, and the nearest tag names it: " + command
        : ref
            + " is "
            + vendor.title(new ReleaseNames(config).of(ref, source))
            + ": name that version, or omit it: "
            + command;
  }
}
