package dev.xenvendor;

import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.merge.WorkingCopyView;
import dev.xenvendor.cvs.release.CvsVendorBranch;
import dev.xenvendor.cvsprogram.CvsProgram;
import dev.xenvendor.cvsprogram.CvsWorkingCopyProgram;
import dev.xenvendor.cvsprogram.ProgramRepository;
import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.VendorReleases;
import dev.xenvendor.source.DirectoryConfig;
import dev.xenvendor.tree.HeaderPath;
import java.nio.file.Path;

/** A working copy of CVS. */
record CvsWorkspace(CvsProgram program, Path root, Path shownFrom, ConfigFiles builtIn)
    implements Workspace {

  @Override
  public ConfigFiles configFiles() {
    return new DirectoryConfig(root, shownFrom);
  }

  @Override
  public Path file(Vendor vendor, HeaderPath path) {
    return root.resolve(workingCopy(vendor).place().inWorkingCopy(path));
  }

  private CvsWorkingCopy workingCopy(Vendor vendor) {
    return CvsWorkingCopyProgram.open(program, root, vendor.prefix());
  }

  @Override
  public VendorReleases releases(Vendor vendor) {
    CvsWorkingCopy copy = workingCopy(vendor);
    return new CvsVendorBranch(
        VendorConfig.load(vendor.name(), configFiles(), builtIn).with(vendor),
        new ProgramRepository(program, copy.root()),
        copy.place().headers());
  }

  @Override
  public TrunkView present(Vendor vendor) {
    return new WorkingCopyView(vendor, releases(vendor), workingCopy(vendor));
  }

  @Override
  public void close() {
    // Each question opens the working copy anew.
  }
}
