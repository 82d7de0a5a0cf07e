package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.cvs.CvsImportArguments;
import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.cvs.TagRules;
import dev.xenvendor.cvs.VendorBranchState;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import java.util.List;
import java.util.Optional;

/**
 * The facts about a repository that matter for the import of a release.
 *
 * @param branch the vendor branch, if anything was imported yet
 * @param base the release before it on the branch
 * @param onTrunk the release that trunk is at though the vendor branch lacks it
 * @param namedBase the release that trunk comes from, as a person said
 * @param skipped pinned releases between the two
 */
public record CvsSurvey(
    VendorConfig config,
    CvsRoot root,
    CvsLocation place,
    Version version,
    CvsHistory history,
    String vendorTag,
    String releaseTag,
    Optional<VendorBranchState> branch,
    Optional<BaseRelease> base,
    Optional<Version> onTrunk,
    Optional<Version> namedBase,
    List<Version> skipped) {

  public Vendor vendor() {
    return config.vendor();
  }

  /** The option of a merge that names its base. */
  public String baseWords() {
    return namedBase.map(version -> " --base " + version).orElse("");
  }

  /** The options that name the repository and the tree in it. */
  String placeWords() {
    return " --cvsroot "
        + Shell.quoted(root.text())
        + place.tree().map(folder -> " --module " + Shell.quoted(folder)).orElse("");
  }

  /** The vendor branch is called by another name than the profile's. */
  public boolean keepsVendorTag() {
    return !vendorTag.equals(vendor().cvs().vendorTag());
  }

  public CvsImportArguments order() {
    return new CvsImportArguments(
        place.headers(),
        vendorTag,
        branch.map(VendorBranchState::number).orElse(CvsImportArguments.USUAL_BRANCH),
        releaseTag,
        "Import " + vendor().title(version));
  }

  /** Returns the customs that the tags break, though CVS accepts them. */
  public List<String> customs() {
    return TagRules.customs(vendorTag, releaseTag, version);
  }
}
