package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.release.branch.TagFault;
import java.util.List;

/** Checks whether the release tags name the commits of the vendor branch. */
public final class TagCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    return TagFault.of(tree.downstream().branch(), tree.vendor()).stream()
        .map(TagCheck::finding)
        .toList();
  }

  private static Finding finding(TagFault fault) {
    Finding finding =
        Finding.of(Rule.RELEASE_TAG, fault.message(), fault.remedy()).about(fault.version().text());
    return fault.isMisleading() ? finding : finding.asWarning();
  }
}
