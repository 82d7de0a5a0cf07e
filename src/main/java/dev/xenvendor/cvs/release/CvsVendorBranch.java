package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.cvs.CvsReleaseTag;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.VendorBranchState;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.BranchHistory;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A read-only vendor branch of a CVS repository: its releases are tags. */
public final class CvsVendorBranch implements VendorReleases {

  private final Vendor vendor;
  private final CvsRepository repository;
  private final String folder;
  private final VendorBranchFinder finder;
  private final Map<Version, CvsReleaseTag> tags = new HashMap<>();
  private final Map<Version, HeaderTree> headers = new HashMap<>();

  /**
   * The branch. Its releases are known by what they hold, too, whatever their tags are called.
   *
   * @param folder the folder of the headers in the repository
   */
  public CvsVendorBranch(VendorConfig config, CvsRepository repository, String folder) {
    this.vendor = config.vendor();
    this.repository = repository;
    this.folder = folder;
    this.finder = new VendorBranchFinder(vendor, repository, folder, config::manifests);
  }

  /** Only releases are tagged on it. */
  @Override
  public BranchHistory history() {
    return new BranchHistory(releases(), List.of(), Optional.empty());
  }

  @Override
  public List<ImportedRelease> releases() {
    CvsHistory history = repository.history(folder);
    List<CvsReleaseTag> found =
        finder.find(history).map(VendorBranchState::releases).orElse(List.of());
    found.forEach(tag -> tags.put(tag.version(), tag));
    return found.stream().map(tag -> release(tag, history)).toList();
  }

  /** CVS has no id for the state that a tag names; the digest of its revisions serves. */
  private static ImportedRelease release(CvsReleaseTag tag, CvsHistory history) {
    StringBuilder state = new StringBuilder();
    history
        .files()
        .forEach(
            (path, file) ->
                file.revision(tag.tag())
                    .ifPresent(
                        revision -> state.append(path).append(' ').append(revision).append('\n')));
    GitId id = GitId.ofBlob(state.toString().getBytes(StandardCharsets.UTF_8));
    return new ImportedRelease(tag.version(), id, "", Optional.empty(), Optional.empty());
  }

  @Override
  public HeaderTree headers(ImportedRelease release) {
    return headers.computeIfAbsent(
        release.version(), version -> repository.stored(folder, tag(version)));
  }

  private String tag(Version version) {
    CvsReleaseTag known = tags.get(version);
    return known == null ? vendor.cvs().releaseTag(version) : known.tag();
  }

  @Override
  public String revision(ImportedRelease release) {
    return tag(release.version());
  }
}
