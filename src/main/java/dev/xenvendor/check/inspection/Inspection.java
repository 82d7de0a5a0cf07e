package dev.xenvendor.check.inspection;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.downstream.BaseFinder;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.TreeCommands;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.impact.BuildFiles;
import dev.xenvendor.impact.ConsumerTree;
import dev.xenvendor.impact.Consumers;
import dev.xenvendor.impact.Impact;
import dev.xenvendor.impact.Interfaces;
import dev.xenvendor.impact.RequestedInterfaces;
import dev.xenvendor.impact.RequestedVersions;
import dev.xenvendor.merge.MarkerBlock;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchDetector;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.Residue;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.BranchHistory;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.VendorReleases;
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
import java.util.regex.Pattern;

/**
 * A tree under inspection, and what the checks want to know of it. Everything is worked out when a
 * check first asks for it, and once.
 */
public final class Inspection {

  private final VendorConfig config;
  private final PatchSet declared;
  private final SeenBranch branch;
  private final TrunkView trunk;
  private final BaseFinder finder;
  private final Supplier<LayoutProbe> probe;
  private final SortedMap<HeaderPath, String> tooLong = new TreeMap<>();

  private final Lazy<Boolean> recordMarked = new Lazy<>(this::findMarkers);
  private final Lazy<Optional<MergeBase>> base = new Lazy<>(this::findBase);
  private final Lazy<PatchSet> patches = new Lazy<>(this::choosePatches);
  private final Lazy<HeaderTree> headers = new Lazy<>(this::readHeaders);
  private final Lazy<Optional<Residue>> residue = new Lazy<>(this::workOutResidue);
  private final Lazy<Optional<HeaderStates>> states = new Lazy<>(() -> HeaderStates.of(this));
  private final Lazy<HeaderTree> consumers = new Lazy<>(this::readConsumers);
  private final Lazy<ConsumerTree> using = new Lazy<>(this::readUsing);
  private final Lazy<RequestedVersions> askedVersions =
      new Lazy<>(() -> RequestedVersions.of(using.get(), readBuildFiles()));
  private final Lazy<Impact> impact = new Lazy<>(this::findImpact);

  public Inspection(
      VendorConfig config,
      PatchSet patches,
      VendorReleases branch,
      TrunkView trunk,
      Supplier<LayoutProbe> probe) {
    this.config = config;
    this.declared = patches;
    this.branch = new SeenBranch(branch);
    this.trunk = trunk;
    this.finder = new BaseFinder(vendor(), this.branch, trunk);
    this.probe = new Lazy<>(probe);
  }

  public VendorConfig config() {
    return config;
  }

  public Vendor vendor() {
    return config.vendor();
  }

  /** All the local patches, whatever releases they are for. */
  public PatchSet patches() {
    return patches.get();
  }

  /** A tree that cannot be adopted, as in CVS, has of the program's own patches those it shows. */
  private PatchSet choosePatches() {
    if (trunk.keepsRecord() || config.ownsPatches(PatchConfig.folder(vendor().name()))) {
      return declared;
    }
    return base()
        .flatMap(
            from ->
                from.release()
                    .map(
                        release ->
                            PatchDetector.in(
                                declared, release.version(), from.headers(), headers())))
        .orElse(declared);
  }

  /** The vendor branch; reading the same of it twice costs nothing. */
  public VendorReleases branch() {
    return branch;
  }

  /** The vendor branch, with whatever does not belong there. */
  public BranchHistory history() {
    return branch.history();
  }

  public TrunkView trunk() {
    return trunk;
  }

  /** The commands that hints name. */
  public TreeCommands commands() {
    return trunk.commands();
  }

  public LayoutProbe probe() {
    return probe.get();
  }

  /** A header's path from the root of the tree. */
  public HeaderPath inTree(HeaderPath header) {
    return vendor().prefix().resolve(header);
  }

  /** Trunk's headers, seen from the prefix. */
  public HeaderTree headers() {
    return headers.get();
  }

  /** A header above the limit is not read by any check: a line that says so stands for it. */
  private HeaderTree readHeaders() {
    HeaderTree found = trunk.tree(vendor().prefix());
    if (knownBase().filter(b -> b.headers().id().equals(found.id())).isPresent()) {
      return found;
    }
    SortedMap<HeaderPath, String> refused = LimitCheck.tooLong(found, published(), vendor());
    if (refused.isEmpty()) {
      return found;
    }
    tooLong.putAll(refused);
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(found.files());
    refused.forEach((path, reason) -> files.put(path, LimitCheck.standIn(reason)));
    return HeaderTree.of(files);
  }

  private HeaderTree published() {
    return knownBase().map(MergeBase::headers).orElse(HeaderTree.EMPTY);
  }

  /**
   * The base; empty also where the tree was not adopted, which does not matter to every command.
   */
  private Optional<MergeBase> knownBase() {
    return !isRecordMarked() && finder.isKnown() ? base() : Optional.empty();
  }

  /** Why headers are not read that have more bytes than the limit, seen from the prefix. */
  public SortedMap<HeaderPath, String> tooLong() {
    headers();
    return tooLong;
  }

  /** The files of trunk below a folder, seen from it; without a folder all of them. */
  HeaderTree files(Optional<HeaderPath> folder) {
    return folder.map(trunk::tree).orElseGet(trunk::tree);
  }

  /** Trunk's record of the release that was merged last. */
  public Optional<MergeRecord> record() {
    return isRecordMarked() ? Optional.empty() : finder.record();
  }

  /** Whether somebody committed the record with conflict markers, so that it tells nothing. */
  public boolean isRecordMarked() {
    return recordMarked.get();
  }

  private boolean findMarkers() {
    return trunk
        .file(vendor().recordPath())
        .filter(file -> MarkerBlock.anyMarkerIn(file.bytes()))
        .isPresent();
  }

  /**
   * The release that trunk's headers come from, as published; empty where the vendor branch does
   * not hold what trunk's record names.
   */
  public Optional<MergeBase> base() {
    return base.get();
  }

  private Optional<MergeBase> findBase() {
    if (isRecordMarked()) {
      return Optional.empty();
    }
    Optional<Version> missing = finder.missing();
    if (missing.isEmpty()) {
      return Optional.of(finder.find());
    }
    // The branch may hold the release otherwise than the record has it. It is still the one to hold
    // trunk against; that the record disagrees is told elsewhere.
    return recorded(release -> record().filter(r -> isTreeOf(r, release)).isPresent())
        .or(() -> recorded(release -> release.version().equals(missing.get())))
        .map(r -> new MergeBase(Optional.of(r), branch.headers(r), MergeBase.Origin.RECORD));
  }

  private Optional<ImportedRelease> recorded(Predicate<ImportedRelease> isMeant) {
    return branch.releases().stream().filter(isMeant).findFirst();
  }

  private boolean isTreeOf(MergeRecord merged, ImportedRelease release) {
    return branch.headers(release).id().equals(merged.tree());
  }

  /** The version of the release that trunk's headers come from, as far as anything tells. */
  public Optional<Version> release() {
    return base()
        .flatMap(MergeBase::release)
        .map(ImportedRelease::version)
        .or(() -> record().map(MergeRecord::release));
  }

  /** Where upstream moved files that patches name. */
  public Map<HeaderPath, HeaderPath> moved() {
    return record().map(MergeRecord::moved).orElse(Map.of());
  }

  /** The file of the tree that declares a patch; empty where the patch comes from elsewhere. */
  public Optional<HeaderPath> declaration(LocalPatch patch) {
    HeaderPath folder = HeaderPath.of(PatchConfig.folder(vendor().name()));
    return trunk.tree(folder).paths().stream()
        .filter(path -> path.value().matches("\\d{4}-" + Pattern.quote(patch.id()) + "\\.yaml"))
        .findFirst()
        .map(folder::resolve);
  }

  /** Release and trunk with the local patches applied; empty where the release is not at hand. */
  public Optional<Residue> residue() {
    return residue.get();
  }

  private Optional<Residue> workOutResidue() {
    return base()
        .flatMap(
            b ->
                b.release()
                    .map(r -> Residue.of(patches(), r.version(), b.headers(), headers(), moved())));
  }

  /** Trunk's headers beside those of the release; empty where the release is not at hand. */
  public Optional<HeaderStates> states() {
    return states.get();
  }

  /** What releases mean for the consumers. */
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
    return new Impact(using.get(), new Interfaces(config, branch));
  }

  private ConsumerTree readUsing() {
    Consumers found = Consumers.of(vendor(), consumers());
    return new ConsumerTree(vendor(), headers(), published(), found, patches());
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
          trunk.file(path).ifPresent(file -> files.put(path, file));
        }
        if (above.isEmpty()) {
          break;
        }
      }
    }
    return HeaderTree.of(files);
  }
}
