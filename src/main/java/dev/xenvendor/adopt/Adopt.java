package dev.xenvendor.adopt;

import dev.xenvendor.adopt.AdoptReport.Local;
import dev.xenvendor.adopt.AdoptReport.Result;
import dev.xenvendor.downstream.CommittedConfig;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeInProgress;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.MergeRecordYaml;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.patch.review.PatchAdoption;
import dev.xenvendor.patch.review.PatchAdoption.Adopted;
import dev.xenvendor.patch.review.PatchAdoption.Choice;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Baseline;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.OpenedSource;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.release.Progress;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.Trailers;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.baseline.BaselineSearch;
import dev.xenvendor.release.branch.ImportRelease;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.release.branch.ReleaseReader;
import dev.xenvendor.release.branch.VendorBranch;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes over a tree that holds headers already: finds which release they came from, starts the
 * vendor branch there, and records that in trunk without changing a header.
 */
public final class Adopt {

  /**
   * The options of an adoption.
   *
   * @param baseline the release the headers came from, where the user knows it
   * @param nearest whether the nearest commit of the source is the baseline, be it a release or not
   * @param ref the tag, branch or commit of the source that the baseline is
   * @param join whether trunk's commit shall have the vendor branch as a second parent
   * @param writeConfig whether trunk gets its own configuration
   * @param patches which of the program's own patches a tree without declarations gets
   * @param pin whether a baseline that no manifest is known of is pinned
   */
  public record Request(
      Optional<Version> baseline,
      boolean nearest,
      Optional<String> ref,
      boolean join,
      boolean writeConfig,
      Choice patches,
      boolean pin) {}

  private final VendorConfig config;
  private final Function<Vendor, VendorBranch> branches;
  private final Trunk trunk;
  private final Progress progress;

  public Adopt(
      VendorConfig config,
      Function<Vendor, VendorBranch> branches,
      Trunk trunk,
      Progress progress) {
    this.config = config;
    this.branches = branches;
    this.trunk = trunk;
    this.progress = progress;
  }

  /**
   * Takes over the tree.
   *
   * @param source not opened for a first import
   */
  public AdoptReport run(Request request, OpenedSource source) {
    new MergeInProgress(tree(config), trunk).requireNoOther();
    trunk.requireReady();
    new PatchAdoption(config, request.writeConfig(), request.patches()).requireKnown();
    trunk.requireNotOn(config.vendor());
    trunk.requireNoSubmodule(config.vendor().prefix());
    Vendor vendor = named(config.vendor());
    HeaderTree local = trunk.tree(vendor.prefix());
    if (trunk.file(vendor.recordPath()).isPresent()) {
      return alreadyAdopted(vendor, local);
    }
    if (local.isEmpty()) {
      return firstImport(vendor, request);
    }
    return takeOver(vendor, local, request, source);
  }

  /** Names the operating system in markers by the headers' own ident lines, if they have any. */
  private Vendor named(Vendor vendor) {
    if (config.ownProfile()) {
      return vendor;
    }
    return IdentKeyword.mostCommon(trunk.tree(vendor.prefix()))
        .or(() -> neutral() ? Optional.of(trunk.repository()) : Optional.empty())
        .map(vendor::withLocalName)
        .orElse(vendor);
  }

  /** Returns whether the built-in profile's settings for an operating system are left out. */
  private boolean neutral() {
    return BuiltInProfileMatch.isAnother(config, trunk);
  }

  /** Chooses no patches in another system's tree, which resembles the built-in ones by chance. */
  private Choice patches(Request request) {
    return request.patches() == Choice.FOUND && neutral() ? Choice.NONE : request.patches();
  }

  private Downstream tree(VendorConfig of) {
    return new Downstream(of, branches.apply(of.vendor()), trunk);
  }

  private AdoptReport alreadyAdopted(Vendor vendor, HeaderTree local) {
    return new AdoptReport(
        Result.ALREADY_ADOPTED,
        vendor,
        local.size(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        Optional.empty());
  }

  private AdoptReport firstImport(Vendor vendor, Request request) {
    requireNoHeadersElsewhere(vendor);
    trunk.requireFree(configPaths(vendor), List.of());
    if (request.baseline().isPresent() || request.nearest()) {
      throw Problem.repository("there are no headers in " + vendor.prefix())
          .hint("a first import has no baseline: omit --baseline");
    }
    Map<HeaderPath, Optional<HeaderFile>> files = configFiles(vendor, vendor, request);
    Optional<GitId> commit =
        files.isEmpty()
            ? Optional.empty()
            : trunk.apply(
                new TrunkChange(
                    files,
                    List.of(),
                    "Prepare for the first import of " + vendor.title() + "\n",
                    Optional.empty(),
                    Optional.empty()));
    return new AdoptReport(
        Result.FIRST_IMPORT,
        vendor,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.copyOf(files.keySet()),
        commit);
  }

  /** A mistyped prefix would otherwise pass for a tree without headers. */
  private void requireNoHeadersElsewhere(Vendor vendor) {
    Optional<HeaderPath> elsewhere = PrefixSearch.mostLikely(trunk.tree(), config);
    if (elsewhere.isPresent()) {
      throw Problem.repository("there are no headers in " + vendor.prefix())
          .hint(elsewhere.get() + " seems to contain them: --prefix " + elsewhere.get());
    }
  }

  private AdoptReport takeOver(
      Vendor vendor, HeaderTree local, Request request, OpenedSource source) {
    Source opened = source.get();
    Optional<Baseline> found =
        request.baseline().isPresent()
            ? Optional.empty()
            : Optional.of(search(vendor, local, request, opened));
    Version version = request.baseline().or(() -> found.map(Baseline::version)).orElseThrow();
    Optional<String> ref = request.ref().or(() -> found.flatMap(Baseline::ref));
    ImportRelease.Request wanted = new ImportRelease.Request(version, ref, false, request.pin());
    HeaderTree published =
        new ReleaseReader(config, opened).read(version, ref, branches.apply(vendor)).headers();
    Vendor fitting = config.ownProfile() ? vendor : ProfileAdjustment.fit(vendor, published, local);
    trunk.requireFree(configPaths(vendor), List.of());
    ImportReport report =
        new ImportRelease(config.with(fitting), branches.apply(fitting)).run(wanted, source);
    MergeBase base =
        new MergeBase(
            Optional.of(report.release()),
            branches.apply(fitting).headers(report.release()),
            MergeBase.Origin.NAMED);
    Adopted adopted =
        new PatchAdoption(config, request.writeConfig(), patches(request))
            .choose(version, base.headers(), local);
    Downstream tree = tree(config.with(fitting)).with(adopted.patches()).from(base);
    Map<HeaderPath, Optional<HeaderFile>> files = configFiles(vendor, fitting, request);
    files.putAll(adopted(tree, report.release(), adopted, request));
    Optional<GitId> commit = commit(files, message(vendor, version), report.release(), request);
    return new AdoptReport(
        Result.ADOPTED,
        fitting,
        local.size(),
        found,
        Optional.of(report),
        Optional.of(
            new Local(
                LocalChanges.between(adopted.patches().withLineEnds(tree.pristine(), local), local),
                tree.states(),
                tree.residue().orElseThrow(),
                OrphanedFile.in(config, version, published, local))),
        !local.paths().containsAll(vendor.included(published).paths()),
        List.copyOf(files.keySet()),
        commit);
  }

  /** Returns the declarations, the manifest and the record that trunk gets. */
  private Map<HeaderPath, Optional<HeaderFile>> adopted(
      Downstream tree, ImportedRelease release, Adopted adopted, Request request) {
    HeaderTree patched = tree.residue().orElseThrow().release().tree();
    MergeRecord record =
        MergeRecord.of(
            tree.vendor().name(),
            release,
            tree.pristine(),
            adopted.patches().withBareIdents(patched),
            Map.of());
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(adopted.written());
    files.putAll(
        new CommittedConfig(config, request.writeConfig()).manifest(release, tree.pristine()));
    files.put(tree.vendor().recordPath(), HeaderFile.regular(MergeRecordYaml.write(record)));
    Map<HeaderPath, Optional<HeaderFile>> written = new TreeMap<>();
    files.forEach((path, file) -> written.put(path, Optional.of(file)));
    return written;
  }

  private Optional<GitId> commit(
      Map<HeaderPath, Optional<HeaderFile>> files,
      String message,
      ImportedRelease release,
      Request request) {
    Optional<GitId> parent = request.join() ? Optional.of(release.commit()) : Optional.empty();
    return trunk.apply(new TrunkChange(files, List.of(), message, parent, Optional.empty()));
  }

  private Baseline search(Vendor vendor, HeaderTree local, Request request, Source source) {
    Baseline found =
        new BaselineSearch(
                config.with(vendor),
                local,
                progress,
                () -> PrefixSearch.holdingAny(trunk.tree(), config))
            .find(source);
    return request.nearest() ? found.atNearestCommit() : found;
  }

  private List<HeaderPath> configPaths(Vendor vendor) {
    return List.of(profilePath(vendor), vendor.recordPath());
  }

  private static HeaderPath profilePath(Vendor vendor) {
    return HeaderPath.of(vendor.configFolder() + "/vendor.yaml");
  }

  private Map<HeaderPath, Optional<HeaderFile>> configFiles(
      Vendor before, Vendor fitting, Request request) {
    Map<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
    HeaderPath path = profilePath(before);
    TreeProfile profile = new TreeProfile(config, trunk);
    if (request.writeConfig() && trunk.file(path).isEmpty()) {
      files.put(path, Optional.of(profile.of(fitting, request.patches())));
    }
    return files;
  }

  private static String message(Vendor vendor, Version version) {
    return "Take over "
        + vendor.prefix()
        + " as "
        + vendor.title(version)
        + " with local changes\n\n"
        + "No header is changed. The vendor branch "
        + vendor.branch()
        + " holds the release\nas upstream published it.\n\n"
        + new Trailers().add(Trailers.VENDOR, vendor.name()).add(Trailers.RELEASE, version.text());
  }
}
