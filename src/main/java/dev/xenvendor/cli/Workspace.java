package dev.xenvendor.cli;

import dev.xenvendor.trunk.TreeStore;
import dev.xenvendor.trunk.Trunk;
import dev.xenvendor.vendor.ConfigFiles;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorBranch;
import java.nio.file.Path;

/** A repository as the commands see it: through the domain's ports. */
public interface Workspace extends AutoCloseable {

  /** The root of the work tree; of a bare repository, its own folder. */
  Path root();

  /** The configuration the tree carries itself. */
  ConfigFiles configFiles();

  VendorBranch branch(Vendor vendor);

  Trunk trunk();

  TreeStore trees();

  /** Who commits here, as {@code Name <address>}. */
  String identity();

  @Override
  void close();
}
