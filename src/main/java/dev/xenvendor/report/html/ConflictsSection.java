package dev.xenvendor.report.html;

import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.report.format.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The section of a merge's conflicts: each with its sides, its cause and the ways to settle it. */
public final class ConflictsSection {

  private final ConflictsReport report;
  private final List<ConflictItem> items;

  private ConflictsSection(ConflictsReport report) {
    this.report = report;
    this.items = items(report);
  }

  public static HtmlSection of(ConflictsReport report) {
    return new ConflictsSection(report).section();
  }

  /** Returns what the page of one merge is called. */
  public static String title(ConflictsReport report) {
    String vendor = report.vendor().title();
    String base = report.base().map(from -> " " + from + " to").orElse("");
    return report.release().map(release -> vendor + base + " " + release).orElse(vendor);
  }

  private static List<ConflictItem> items(ConflictsReport report) {
    List<ConflictItem> items = new ArrayList<>();
    for (OpenConflict conflict : report.conflicts()) {
      List<Optional<OpenHunk>> hunks =
          conflict.hunks().isEmpty()
              ? List.of(Optional.empty())
              : conflict.hunks().stream().map(Optional::of).toList();
      for (Optional<OpenHunk> hunk : hunks) {
        items.add(item(report, conflict, hunk, String.valueOf(items.size() + 1)));
      }
    }
    return items;
  }

  private static ConflictItem item(
      ConflictsReport report, OpenConflict conflict, Optional<OpenHunk> hunk, String number) {
    String shortPath =
        conflict.path().below(report.vendor().prefix()).orElse(conflict.path()).value();
    return new ConflictItem(number, conflict, hunk, shortPath, report.predicted());
  }

  private HtmlSection section() {
    Counts<ConflictItem> counts = new Counts<>(items);
    Fields fields =
        new Fields()
            .put("any", !items.isEmpty())
            .put("predicted", report.predicted())
            .put("total", items.size())
            .put("causes", counts.by(ConflictItem::cause), Counts::fields)
            .put("kinds", counts.by(item -> item.conflict().kind().word()), Counts::fields)
            .put("files", counts.by(ConflictItem::shortPath), Counts::fields)
            .put("items", items.stream(), ConflictItem::fields);
    return new HtmlSection("conflicts", "Conflicts", summary(), "conflicts", fields);
  }

  private String summary() {
    if (items.isEmpty()) {
      return report.release().isEmpty() ? "No merge is in progress." : "No conflicts.";
    }
    String decide = report.predicted() ? " to decide, if it is merged, in " : " to decide in ";
    return items.size() + decide + Words.count(report.conflicts().size(), "file") + ".";
  }
}
