package dev.xenvendor.check;

import dev.xenvendor.cheader.HeaderPreflight;
import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.trunk.MergeBase;
import dev.xenvendor.vendor.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds headers that the C parser and the compiler are not given, since they could exhaust them: no
 * other rule knows what is in these.
 */
final class LimitCheck implements Check {

  @Override
  public Set<Rule> rules() {
    return EnumSet.of(Rule.LIMIT_EXCEEDED);
  }

  @Override
  public List<Finding> findings(Inspection tree) {
    HeaderTree published = tree.base().map(MergeBase::headers).orElse(HeaderTree.EMPTY);
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
    List<Finding> findings = new ArrayList<>();
    new HeaderPreflight(tree.vendor().checks().limits())
        .refusals(headers, changed)
        .forEach(
            (path, reason) ->
                findings.add(
                    Finding.of(
                            Rule.LIMIT_EXCEEDED,
                            reason + "; it is not read",
                            "make it smaller; docs/security.md names the limits")
                        .at(tree.inTree(path), 1)));
    return findings;
  }

  private static boolean isText(HeaderFile file) {
    return file.mode().isFile();
  }
}
