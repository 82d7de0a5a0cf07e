package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.downstream.MergeBase;
import dev.xenvendor.downstream.MergeRecord;
import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Checks whether trunk's record and the vendor branch agree. */
public final class RecordCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    Optional<MergeRecord> record = tree.downstream().record();
    Optional<MergeBase> base = tree.downstream().base();
    if (record.isEmpty() && !tree.downstream().trunk().keepsRecord()) {
      return List.of();
    }
    if (record.isEmpty()) {
      return base.flatMap(MergeBase::release).map(r -> unrecorded(tree, r)).stream().toList();
    }
    if (tree.downstream().branch().history().releases().isEmpty()) {
      return List.of(); // as in a clone that has trunk only: there is nothing to disagree with
    }
    return disagreement(tree, record.get(), base).stream().toList();
  }

  private static Finding unrecorded(Inspection tree, ImportedRelease merged) {
    Vendor vendor = tree.vendor();
    return Finding.of(
            Rule.MERGE_RECORD,
            "trunk has no record of "
                + vendor.title(merged.version())
                + ", which is merged according to its history",
            "the next " + tree.commands().merge() + " writes it")
        .in(vendor.recordPath());
  }

  private static Optional<Finding> disagreement(
      Inspection tree, MergeRecord record, Optional<MergeBase> base) {
    Vendor vendor = tree.vendor();
    String recorded = "the record names " + vendor.title(record.release());
    Optional<ImportedRelease> onBranch = base.flatMap(MergeBase::release);
    if (onBranch.isEmpty()) {
      return Optional.of(
          wrong(
              tree,
              recorded + ", which " + tree.commands().branch(vendor) + " does not hold",
              "fetch the vendor branch: " + tree.commands().fetch(vendor)));
    }
    ImportedRelease release = onBranch.get();
    if (base.get().origin() == MergeBase.Origin.ANCESTRY) {
      return Optional.of(
          wrong(
              tree,
              recorded
                  + ", but trunk's history and headers are at "
                  + vendor.title(release.version())
                  + ": it was merged without xenvendor",
              "the next " + tree.commands().merge() + " updates the record"));
    }
    HeaderTree headers = base.get().headers();
    if (!record.release().equals(release.version())) {
      return Optional.of(
          wrong(
              tree,
              recorded
                  + ", but its tree "
                  + record.tree().abbreviated()
                  + " is that of "
                  + vendor.title(release.version()),
              remedy(tree)));
    }
    if (!record.tree().equals(headers.id())) {
      return Optional.of(
          wrong(
              tree,
              recorded
                  + " as tree "
                  + record.tree().abbreviated()
                  + ", but "
                  + vendor.branch()
                  + " holds it as "
                  + headers.id().abbreviated(),
              remedy(tree)));
    }
    return otherFile(headers, record.files())
        .map(
            path ->
                wrong(
                    tree,
                    recorded + ", but with another " + path + " than " + vendor.branch(),
                    remedy(tree)));
  }

  private static String remedy(Inspection tree) {
    return "restore the record as it was committed: "
        + tree.commands().history(tree.vendor().recordPath());
  }

  /** The first file whose pristine id is not the one recorded. */
  private static Optional<HeaderPath> otherFile(
      HeaderTree headers, SortedMap<HeaderPath, RecordedFile> files) {
    for (Map.Entry<HeaderPath, HeaderFile> header : headers.files().entrySet()) {
      GitId id = header.getValue().id();
      if (Optional.ofNullable(files.get(header.getKey()))
          .filter(file -> file.pristine().equals(id))
          .isEmpty()) {
        return Optional.of(header.getKey());
      }
    }
    return files.keySet().stream().filter(path -> !headers.contains(path)).findFirst();
  }

  private static Finding wrong(Inspection tree, String message, String hint) {
    return Finding.of(Rule.MERGE_RECORD, message, hint).in(tree.vendor().recordPath());
  }
}
