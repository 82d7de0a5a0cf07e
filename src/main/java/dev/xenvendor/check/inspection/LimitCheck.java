package dev.xenvendor.check.inspection;

import dev.xenvendor.c.token.HeaderLimits;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds headers that the C parser and the compiler are not given, since they could exhaust them: no
 * other rule knows what is in these.
 */
public final class LimitCheck implements Check {

  @Override
  public Set<Rule> rules() {
    return EnumSet.of(Rule.LIMIT_EXCEEDED);
  }

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

  /** Why files are not read that have more bytes than the limit and are not as published. */
  static SortedMap<HeaderPath, String> tooLong(
      HeaderTree headers, HeaderTree published, Vendor vendor) {
    long most = vendor.checks().limits().fileBytes();
    SortedMap<HeaderPath, String> refused = new TreeMap<>();
    headers
        .files()
        .forEach(
            (path, file) -> {
              if (file.size() > most && published.get(path).filter(file::equals).isEmpty()) {
                refused.put(path, HeaderLimits.tooLong(file.size(), most));
              }
            });
    return refused;
  }

  /** The placeholder for a header that is not read. */
  static HeaderFile standIn(String reason) {
    return HeaderFile.regular(HeaderLimits.error(reason));
  }

  private static boolean isText(HeaderFile file) {
    return file.mode().isFile();
  }
}
