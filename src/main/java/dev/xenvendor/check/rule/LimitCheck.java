package dev.xenvendor.check.rule;

import dev.xenvendor.c.token.HeaderLimits;
import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds headers that the C parser and the compiler are not given, since they could exhaust them: no
 * other rule knows what is in these.
 */
public final class LimitCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    HeaderTree published =
        tree.downstream().base().map(MergeBase::headers).orElse(HeaderTree.EMPTY);
    HeaderTree headers = tree.headers().only(path -> path.value().endsWith(".h"));
    List<HeaderPath> changed = new ArrayList<>();
    headers
        .files()
        .forEach(
            (path, file) -> {
              if (isText(file) && published.get(path).filter(file::equals).isEmpty()) {
                changed.add(path);
              }
            });
    if (changed.isEmpty()) {
      return List.of();
    }
    changed.removeAll(tree.tooLong().keySet());
    List<Finding> findings = new ArrayList<>();
    tree.tooLong().forEach((path, reason) -> findings.add(finding(tree, path, reason)));
    new HeaderLimits(tree.vendor().checks().limits())
        .refusals(headers, changed)
        .forEach((path, reason) -> findings.add(finding(tree, path, reason)));
    return findings;
  }

  private static Finding finding(Inspection tree, HeaderPath header, String reason) {
    return Finding.of(
            Rule.LIMIT_EXCEEDED,
            reason + "; it is not read",
            "make it smaller; docs/security.md lists the limits")
        .at(tree.inTree(header), 1);
  }

  private static boolean isText(HeaderFile file) {
    return file.mode().isFile();
  }
}
