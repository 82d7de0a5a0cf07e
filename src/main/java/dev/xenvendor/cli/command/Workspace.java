package dev.xenvendor.cli.command;

import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.tree.HeaderPath;
import java.nio.file.Path;
import java.util.Optional;

/** A read-only git repository or CVS working copy, through the ports of the domain. */
public interface Workspace extends AutoCloseable {

  /** Returns the root of the work tree; of a bare repository, its own folder. */
  Path root();

  /** Returns whether the tree is there as files, which a bare repository has not. */
  default boolean hasFiles() {
    return true;
  }

  /** Refuses a bare repository, for commands that write files and leave the commit to the user. */
  default void requireFiles() {
    if (!hasFiles()) {
      throw Problem.repository("a bare repository has no work tree to write to")
          .hint("run it in a clone with a work tree");
    }
  }

  /** Returns where a path of the tree is in the file system. */
  default Path file(Vendor vendor, HeaderPath path) {
    return root().resolve(path.value());
  }

  /** Returns the configuration that the tree carries itself. */
  ConfigFiles configFiles();

  /** Returns the vendor branch, to read. */
  VendorReleases releases(Vendor vendor);

  /** Returns the source that git's configuration names for a vendor's releases. */
  default Optional<String> rememberedSource(Vendor vendor) {
    return Optional.empty();
  }

  /** Returns the tree as it is now, with uncommitted changes where there is a work tree. */
  TrunkView present(Vendor vendor);

  @Override
  void close();
}
