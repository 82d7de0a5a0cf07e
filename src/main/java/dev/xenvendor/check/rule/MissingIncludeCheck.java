package dev.xenvendor.check.rule;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether trunk's headers include others of the release that {@code include} leaves out. */
public final class MissingIncludeCheck implements Check {

  private static Optional<Manifest> manifest(Inspection tree) {
    return tree.downstream().release().flatMap(tree.downstream().config()::find);
  }

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Finding> findings = new ArrayList<>();
    for (Manifest manifest : manifest(tree).stream().toList()) {
      Set<HeaderPath> published = manifest.files().keySet();
      for (MissingInclude missing :
          MissingInclude.in(tree.headers(), published, tree.vendor().checks().abi())) {
        // A header that include selects is missing for another reason, which drift reports.
        if (!tree.vendor().files().test(missing.included())) {
          findings.add(finding(tree, missing));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Inspection tree, MissingInclude missing) {
    HeaderPath included = missing.included();
    String profile = tree.vendor().configFolder() + "/vendor.yaml";
    return Finding.of(
            Rule.MISSING_INCLUDE,
            "includes " + included + ", which include in " + profile + " omits",
            "add to include:  - " + included + "     and the next import adds it")
        .about(included.value())
        .at(tree.inTree(missing.header()), missing.line());
  }
}
