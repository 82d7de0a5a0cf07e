package dev.xenvendor.git.config;

import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/** Configuration as a commit has it: trunk's, where there is no work tree, or an earlier one. */
public final class TreeConfig implements ConfigFiles {

  private final TrunkView trunk;

  public TreeConfig(TrunkView trunk) {
    this.trunk = trunk;
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
