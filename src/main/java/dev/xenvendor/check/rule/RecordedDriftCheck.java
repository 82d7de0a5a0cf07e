package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.OrphanedFile;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds drift without the vendor branch, as in a shallow clone: trunk's record has the ids of the
 * files, so it shows which files differ, but not their lines.
 */
public final class RecordedDriftCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    if (tree.downstream().base().isPresent()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    tree.downstream().record().ifPresent(record -> addTo(findings, tree, record));
    return findings;
  }

  private static void addTo(List<Finding> findings, Inspection tree, MergeRecord record) {
    // The record's ids are of bare ident lines, which may have been expanded since.
    HeaderTree headers = tree.downstream().patches().withBareIdents(tree.headers());
    for (Map.Entry<HeaderPath, RecordedFile> entry : record.files().entrySet()) {
      Optional<GitId> id = headers.get(entry.getKey()).map(HeaderFile::id);
      if (id.filter(entry.getValue().patched()::equals).isEmpty()) {
        findings.add(differs(tree, record, entry.getKey(), entry.getValue(), id));
      }
    }
    Set<HeaderPath> declared =
        tree.downstream().patches().forRelease(record.release()).namedFiles();
    Map<HeaderPath, OrphanedFile> kept =
        OrphanedFile.in(
                tree.downstream().config(), record.release(), record.files().keySet(), headers)
            .stream()
            .collect(Collectors.toMap(OrphanedFile::path, file -> file));
    for (HeaderPath path : headers.paths()) {
      if (record.files().containsKey(path) || declared.contains(path)) {
        continue;
      }
      if (kept.containsKey(path)) {
        findings.add(DriftCheck.stillThere(tree, kept.get(path)));
      } else {
        findings.add(
            finding(tree, record, path, Rule.UNKNOWN_FILE, "the release has no such file"));
      }
    }
  }

  private static Finding differs(
      Inspection tree,
      MergeRecord record,
      HeaderPath path,
      RecordedFile recorded,
      Optional<GitId> id) {
    if (id.isEmpty()) {
      return finding(tree, record, path, Rule.UNDECLARED_CHANGE, "the header is missing");
    }
    return id.get().equals(recorded.pristine())
        ? finding(
            tree,
            record,
            path,
            Rule.PATCH_MISSING,
            "the header is as upstream published it, without the local patches")
        : finding(
            tree,
            record,
            path,
            Rule.UNDECLARED_CHANGE,
            "the header differs from the result of the last merge and its local patches");
  }

  private static Finding finding(
      Inspection tree, MergeRecord record, HeaderPath path, Rule rule, String message) {
    Vendor vendor = tree.vendor();
    return Finding.of(
            rule,
            message + " (by the record of " + vendor.title(record.release()) + ")",
            "the vendor branch shows the lines: " + tree.commands().fetch(vendor))
        .in(tree.inTree(path));
  }
}
