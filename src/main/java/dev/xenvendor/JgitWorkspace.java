package dev.xenvendor;

import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.git.GitSavedMerges;
import dev.xenvendor.git.GitTrunk;
import dev.xenvendor.git.GitVendorBranch;
import dev.xenvendor.git.GitWorkTree;
import dev.xenvendor.git.GitWriteAccess;
import dev.xenvendor.git.SparseConfig;
import dev.xenvendor.git.config.TreeConfig;
import dev.xenvendor.git.object.GitTreeStore;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.handover.SavedMerges;
import dev.xenvendor.merge.TreeStore;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.branch.VendorBranch;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.source.DirectoryConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A git repository with everything that works on it. */
record JgitWorkspace(
    GitRepository repository,
    Optional<GitWriteAccess> access,
    CommitOptions commits,
    Path shownFrom)
    implements GitWorkspace {

  @Override
  public Path root() {
    return repository.root();
  }

  @Override
  public boolean hasFiles() {
    return !repository.isBare();
  }

  @Override
  public ConfigFiles configFiles() {
    return repository.isBare()
        ? new TreeConfig(new GitTrunk(repository))
        : SparseConfig.of(repository, new DirectoryConfig(repository.root(), shownFrom));
  }

  @Override
  public VendorBranch branch(Vendor vendor) {
    return new GitVendorBranch(repository, vendor, commits.sign(), access.isPresent());
  }

  @Override
  public VendorReleases releases(Vendor vendor) {
    return branch(vendor);
  }

  @Override
  public Optional<String> rememberedSource(Vendor vendor) {
    return repository.configured("xenvendor", vendor.name(), "source");
  }

  @Override
  public Trunk trunk() {
    return new GitTrunk(repository, commits);
  }

  @Override
  public SavedMerges savedMerges(Vendor vendor) {
    return new GitSavedMerges(repository, vendor);
  }

  @Override
  public TrunkView present(Vendor vendor) {
    return repository.isBare() ? new GitTrunk(repository) : new GitWorkTree(repository);
  }

  @Override
  public TrunkView at(String commit) {
    return GitTrunk.at(repository, commit);
  }

  @Override
  public ConfigFiles configFilesAt(String commit) {
    return new TreeConfig(at(commit));
  }

  @Override
  public TreeStore trees() {
    return new GitTreeStore(repository);
  }

  @Override
  public String identity() {
    return repository.identity();
  }

  @Override
  public Optional<String> pager() {
    return repository.programs().pager();
  }

  @Override
  public boolean edit(Path file) {
    return repository.programs().edit(file);
  }

  @Override
  public List<String> notices() {
    return access.map(GitWriteAccess::notices).orElse(List.of());
  }

  @Override
  public void close() {
    access.ifPresent(GitWriteAccess::close);
    repository.close();
  }
}
