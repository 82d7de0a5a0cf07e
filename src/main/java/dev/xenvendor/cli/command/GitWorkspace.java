package dev.xenvendor.cli.command;

import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.handover.SavedMerges;
import dev.xenvendor.merge.TreeStore;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.branch.VendorBranch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A git repository as the commands see it. */
public interface GitWorkspace extends Workspace {

  /** Returns the vendor branch, to put releases on. */
  VendorBranch branch(Vendor vendor);

  /** Returns the branch that is checked out. */
  Trunk trunk();

  /** Returns the merges in progress that are saved. */
  SavedMerges savedMerges(Vendor vendor);

  /** Returns the tree as a commit has it, which a branch, a tag or an id names. */
  TrunkView at(String commit);

  /** Returns the configuration that the tree carried at a commit. */
  ConfigFiles configFilesAt(String commit);

  /** Returns the trees that the repository stores. */
  TreeStore trees();

  /** Returns who commits here, as {@code Name <address>}. */
  String identity();

  /** Returns the shell command of the pager that git would run; empty where the user wants none. */
  Optional<String> pager();

  /**
   * Runs git's editor on the user's terminal.
   *
   * @return whether it ended well
   */
  boolean edit(Path file);

  /** Returns what an interrupted run left that could not be finished, for the user to know. */
  List<String> notices();
}
