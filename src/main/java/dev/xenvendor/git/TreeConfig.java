package dev.xenvendor.git;

import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.trunk.Trunk;
import dev.xenvendor.vendor.ConfigFiles;
import java.util.List;
import java.util.Optional;

/** Configuration as trunk's tree has it, for a repository without a work tree. */
public final class TreeConfig implements ConfigFiles {

  private final Trunk trunk;

  public TreeConfig(GitRepository repository) {
    this.trunk = new GitTrunk(repository);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return trunk.file(HeaderPath.of(path)).map(HeaderFile::bytes);
  }

  @Override
  public List<String> list(String folder) {
    return trunk.tree(HeaderPath.of(folder)).paths().stream()
        .map(path -> path.value().split("/", 2)[0])
        .distinct()
        .toList();
  }

  @Override
  public String nameOf(String path) {
    return trunk.branch() + ":" + path;
  }
}
