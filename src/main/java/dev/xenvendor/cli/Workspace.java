package dev.xenvendor.cli;

import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.merge.TreeStore;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.VendorBranch;
import dev.xenvendor.tree.HeaderPath;
import java.nio.file.Path;
import java.util.List;

/** A repository as the commands see it: through the domain's ports. */
public interface Workspace extends AutoCloseable {

  /** The root of the work tree; of a bare repository, its own folder. */
  Path root();

  /** Where a path of the tree is in the file system. */
  default Path file(Vendor vendor, HeaderPath path) {
    return root().resolve(path.value());
  }

  /** The configuration the tree carries itself. */
  ConfigFiles configFiles();

  VendorBranch branch(Vendor vendor);

  Trunk trunk();

  /** The tree as it is now: with what is not committed yet, where there is a work tree. */
  TrunkView present(Vendor vendor);

  /** The tree as a commit has it, which a branch, a tag or an id names. */
  TrunkView at(String commit);

  /** The configuration that the tree carried at a commit. */
  ConfigFiles configFilesAt(String commit);

  TreeStore trees();

  /** Who commits here, as {@code Name <address>}. */
  String identity();

  /** What an interrupted run left that could not be finished, for the user to know. */
  default List<String> notices() {
    return List.of();
  }

  @Override
  void close();
}
