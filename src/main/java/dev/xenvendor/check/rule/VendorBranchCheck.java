package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.FileDifference;
import dev.xenvendor.release.branch.BranchHistory.Stray;
import dev.xenvendor.release.branch.Releases;
import dev.xenvendor.release.branch.Releases.Verified;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;

/** Checks whether every commit of the vendor branch is one release, as upstream published it. */
public final class VendorBranchCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Finding> findings = new ArrayList<>();
    Vendor vendor = tree.vendor();
    for (Stray stray : tree.downstream().branch().history().strays()) {
      findings.add(stray(vendor, stray));
    }
    for (Verified verified :
        new Releases(tree.downstream().config(), tree.downstream().branch()).verifyIds()) {
      verified
          .differences()
          .forEach((header, what) -> findings.add(differs(tree, verified, header, what)));
    }
    return findings;
  }

  private static Finding stray(Vendor vendor, Stray stray) {
    String id = stray.commit().abbreviated();
    return Finding.of(
        Rule.VENDOR_NOT_PRISTINE,
        "commit "
            + id
            + " on "
            + vendor.branch()
            + " is not an imported release: "
            + stray.subject(),
        "remove it from the branch: git branch -f "
            + vendor.branch()
            + ' '
            + stray.before().map(GitId::abbreviated).orElse("COMMIT")
            + "; your own changes belong on trunk");
  }

  private static Finding differs(
      Inspection tree, Verified verified, HeaderPath header, FileDifference what) {
    Vendor vendor = tree.vendor();
    String title = vendor.title(verified.release().version());
    String id = verified.release().commit().abbreviated();
    return Finding.of(
            Rule.VENDOR_NOT_PRISTINE,
            tree.commands().branch(vendor)
                + switch (what) {
                  case MISSING ->
                      " holds " + title + " without " + header + ", which upstream published";
                  case EXTRA ->
                      " holds " + title + " with " + header + ", which upstream did not publish";
                  default ->
                      " holds "
                          + title
                          + " with another "
                          + header
                          + " than upstream published: "
                          + what.word();
                }
                + " (commit "
                + id
                + ")",
            tree.commands().repairBranch())
        .in(tree.inTree(header));
  }
}
