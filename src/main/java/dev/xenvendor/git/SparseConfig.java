package dev.xenvendor.git;

import dev.xenvendor.git.config.TreeConfig;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.profile.ConfigFiles;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Configuration in a work tree from which a sparse checkout may leave it out: then HEAD has it. */
public final class SparseConfig implements ConfigFiles {

  private final ConfigFiles workTree;
  private final ConfigFiles committed;

  private SparseConfig(ConfigFiles workTree, ConfigFiles committed) {
    this.workTree = workTree;
    this.committed = committed;
  }

  /** The configuration in the work tree, and what a sparse checkout leaves out of it. */
  public static ConfigFiles of(GitRepository repository, ConfigFiles workTree) {
    return repository.jgit().getConfig().getBoolean("core", "sparseCheckout", false)
        ? new SparseConfig(workTree, new TreeConfig(new GitTrunk(repository)))
        : workTree;
  }

  @Override
  public Optional<byte[]> read(String path) {
    return workTree.read(path).or(() -> committed.read(path));
  }

  @Override
  public List<String> list(String folder) {
    TreeSet<String> names = new TreeSet<>(workTree.list(folder));
    names.addAll(committed.list(folder));
    return List.copyOf(names);
  }

  @Override
  public String nameOf(String path) {
    return workTree.nameOf(path);
  }
}
