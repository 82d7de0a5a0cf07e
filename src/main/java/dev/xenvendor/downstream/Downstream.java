package dev.xenvendor.downstream;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.patch.residue.PatchDetector;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The operating system's copy of a vendor's headers, by the one equation {@code trunk = P(pristine)
 * + residue}. Each part is computed when it is first asked for, and once.
 */
public final class Downstream {

  private final VendorConfig config;
  private final VendorReleases branch;
  private final TrunkView trunk;
  private final BaseFinder finder;
  private final Supplier<Optional<MergeBase>> base;
  private final Supplier<HeaderTree> pristine;
  private final Supplier<HeaderTree> local;
  private final Supplier<PatchSet> patches;
  private final Supplier<Optional<Residue>> residue = new Lazy<>(this::computeResidue);

  /**
   * Describes a state of a tree.
   *
   * @param config the profile, and where the local patches and manifests are
   * @param branch the vendor branch
   * @param trunk the state of the tree
   */
  public Downstream(VendorConfig config, VendorReleases branch, TrunkView trunk) {
    this.config = config;
    this.branch = new CachedReleases(branch);
    this.trunk = trunk;
    this.finder = new BaseFinder(config.vendor(), this.branch, trunk);
    this.base = new Lazy<>(finder::findToInspect);
    this.pristine = new Lazy<>(this::publishedAsFarAsKnown);
    this.local = new Lazy<>(() -> withinLimits(headers()));
    this.patches = new Lazy<>(this::declared);
  }

  private Downstream(
      Downstream other,
      Supplier<Optional<MergeBase>> base,
      Supplier<HeaderTree> pristine,
      Supplier<HeaderTree> local,
      Supplier<PatchSet> patches) {
    this.config = other.config;
    this.branch = other.branch;
    this.trunk = other.trunk;
    this.finder = other.finder;
    this.base = base;
    this.pristine = pristine;
    this.local = local;
    this.patches = patches;
  }

  /** Returns the same tree with other local patches. */
  public Downstream with(PatchSet others) {
    return new Downstream(this, base, pristine, local, () -> others);
  }

  /**
   * Returns the same tree with the patches that count in it: those that it declares. A tree that
   * cannot be adopted, as in CVS, has of the program's own patches those that it shows.
   */
  public Downstream withShownPatches() {
    return trunk.keepsRecord() || declaresPatches()
        ? this
        : new Downstream(this, base, pristine, local, new Lazy<>(this::shown));
  }

  private PatchSet shown() {
    return base()
        .flatMap(
            from ->
                from.release()
                    .map(r -> PatchDetector.in(patches(), r.version(), from.headers(), local())))
        .orElseGet(this::patches);
  }

  /** Returns the same tree, whose headers are read through a filter, however long they are. */
  public Downstream reading(UnaryOperator<HeaderTree> filter) {
    return new Downstream(this, base, pristine, new Lazy<>(() -> filter.apply(headers())), patches);
  }

  /** Returns the same tree where its headers come from a given release. */
  public Downstream from(MergeBase known) {
    return new Downstream(this, () -> Optional.of(known), known::headers, local, patches);
  }

  /** Returns the same tree beside another state of the vendor branch. */
  public Downstream beside(VendorReleases other) {
    return beside(other, trunk);
  }

  /** Returns another state of the tree beside another state of the vendor branch. */
  public Downstream beside(VendorReleases other, TrunkView state) {
    return new Downstream(config, other, state);
  }

  public VendorConfig config() {
    return config;
  }

  public Vendor vendor() {
    return config.vendor();
  }

  /** Returns the vendor branch. What was read of it once is kept. */
  public VendorReleases branch() {
    return branch;
  }

  public TrunkView trunk() {
    return trunk;
  }

  /** Returns the local patches, in order, whatever releases they are for. */
  public PatchSet patches() {
    return patches.get();
  }

  private PatchSet declared() {
    return PatchConfig.load(vendor().name(), config.patchFiles(patchFolder()))
        .seenIn(TreeEnvironment.ofHeaders(vendor()))
        .threeWay(branch::published);
  }

  /** Returns whether the tree itself says which local patches it has. */
  public boolean declaresPatches() {
    return config.ownsPatches(patchFolder());
  }

  /** Returns the folder in which the tree declares its local patches. */
  public String patchFolder() {
    return PatchConfig.folder(vendor().name());
  }

  /** Returns the files of the tree that declare a patch; none where it comes from elsewhere. */
  public List<HeaderPath> declarations(LocalPatch patch) {
    String name = "\\d{4}-" + Pattern.quote(patch.id()) + "\\.yaml";
    HeaderPath folder = HeaderPath.of(patchFolder());
    return trunk.tree(folder).paths().stream()
        .filter(path -> path.value().matches(name))
        .map(folder::resolve)
        .toList();
  }

  /**
   * Returns trunk's headers, seen from the prefix. Refuses a header over the limit of the profile,
   * unless it is upstream's: to compare it could exhaust the machine.
   */
  public HeaderTree local() {
    return local.get();
  }

  private HeaderTree headers() {
    return trunk.tree(vendor().prefix());
  }

  private HeaderTree withinLimits(HeaderTree headers) {
    long most = vendor().checks().limits().fileBytes();
    for (HeaderPath path : pristine().differences(headers)) {
      headers
          .get(path)
          .filter(file -> file.size() > most)
          .ifPresent(
              file -> {
                throw Problem.repository(
                        "%s has %d bytes, more than %d"
                            .formatted(vendor().prefix().resolve(path), file.size(), most))
                    .hint(
                        "make it smaller, or raise limits: header-size in vendor.yaml;"
                            + " docs/security.md lists the limits");
              });
    }
    return headers;
  }

  /** Returns trunk's record of the release merged last; empty where it holds conflict markers. */
  public Optional<MergeRecord> record() {
    return isRecordMarked() ? Optional.empty() : finder.record();
  }

  /** Returns whether the record holds conflict markers, and cannot be read. */
  public boolean isRecordMarked() {
    return finder.isRecordMarked();
  }

  /** Returns where upstream moved files that patches name. */
  public Map<HeaderPath, HeaderPath> moved() {
    return record().map(MergeRecord::moved).orElse(Map.of());
  }

  /** Returns whether it is known where trunk's headers come from. */
  public boolean isAdopted() {
    return finder.isKnown();
  }

  /** Returns the release that trunk's record names, where the vendor branch does not hold it. */
  public Optional<Version> missingRelease() {
    return finder.missing();
  }

  /** Refuses a vendor branch that does not hold the release of the record. */
  public void requireRecordedRelease() {
    finder.requireRecordedRelease();
  }

  /**
   * Returns the release that trunk's headers come from, to compare trunk with: also one that the
   * vendor branch holds otherwise than the record has it. Empty where the branch lacks it or the
   * record cannot be read; refuses a tree that was never adopted.
   */
  public Optional<MergeBase> base() {
    return base.get();
  }

  /** Returns the same, and refuses a tree without it. */
  public MergeBase requiredBase() {
    return base().orElseGet(finder::find);
  }

  /** Returns the release to merge from, and refuses one that differs from trunk's record. */
  public MergeBase mergeBase() {
    return finder.find();
  }

  /** Returns the version that trunk's headers come from, as far as anything tells. */
  public Optional<Version> release() {
    return base()
        .flatMap(MergeBase::release)
        .map(ImportedRelease::version)
        .or(() -> record().map(MergeRecord::release));
  }

  /** Returns the release as published; no headers if it is unknown or missing. */
  public HeaderTree pristine() {
    return pristine.get();
  }

  private HeaderTree publishedAsFarAsKnown() {
    return isRecordMarked() || !isAdopted()
        ? HeaderTree.EMPTY
        : base().map(MergeBase::headers).orElse(HeaderTree.EMPTY);
  }

  /**
   * Returns release and trunk with the local patches applied, and how they differ; empty where the
   * release is not available.
   */
  public Optional<Residue> residue() {
    return residue.get();
  }

  private Optional<Residue> computeResidue() {
    return base().flatMap(b -> b.release().map(r -> residue(r.version(), b.headers())));
  }

  private Residue residue(Version version, HeaderTree published) {
    return Residue.of(patches(), new LocalCopy(version, published, local(), moved()));
  }

  /** Returns how trunk carries each local patch; nothing where the release is not available. */
  public List<PatchReport> states() {
    return residue()
        .map(r -> PatchReport.all(patches(), release().orElseThrow(), r))
        .orElse(List.of());
  }
}
