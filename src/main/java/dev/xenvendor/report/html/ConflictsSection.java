package dev.xenvendor.report.html;

import dev.xenvendor.conflict.Cause;
import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.Decision;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.report.format.Words;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/** The section of a merge's conflicts: each with its sides, its cause and the ways to settle it. */
public final class ConflictsSection {

  private final ConflictsReport report;
  private final List<ConflictItem> items;
  private final List<SettledItem> settled;

  private ConflictsSection(ConflictsReport report) {
    this.report = report;
    this.items = items(report);
    this.settled = SettledItem.in(report);
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
    return report.decisions().stream().map(decision -> item(report, decision)).toList();
  }

  private static ConflictItem item(ConflictsReport report, Decision decision) {
    HeaderPath path = decision.conflict().path();
    String shortPath = path.below(report.vendor().prefix()).orElse(path).value();
    return new ConflictItem(decision, shortPath, report.predicted());
  }

  private HtmlSection section() {
    Counts<ConflictItem> counts = new Counts<>(items);
    int all = items.size() + settled.size();
    Fields fields =
        new Fields()
            .put("any", all > 0)
            .put("predicted", report.predicted())
            .put("total", all)
            .put("settledCount", settled.size())
            .put("causes", report.causes().stream(), this::fields)
            .put("kinds", counts.by(ConflictItem::kind), Counts::fields)
            .put("files", counts.by(ConflictItem::shortPath), Counts::fields)
            .put("items", counts.numbered(), item -> item.value().fields(item.number()))
            .put("settledItems", settled.stream(), SettledItem::fields);
    return new HtmlSection("conflicts", "Conflicts", summary(), "conflicts", fields);
  }

  private Fields fields(CauseGroup group) {
    Cause cause = group.cause();
    boolean suggested = group.isAllSuggested() && !report.predicted();
    String command =
        "xenvendor resolve --cause " + Shell.quoted(cause.name()) + " --take suggested";
    return new Fields()
        .put("name", cause.name())
        .put("title", cause.title())
        .put("kind", cause.kind().word())
        .put("count", group.decisions().size())
        .put("command", Optional.of(command).filter(c -> suggested));
  }

  private String summary() {
    if (items.isEmpty() && !settled.isEmpty()) {
      return "All are settled: xenvendor merge --continue finishes the merge.";
    }
    if (items.isEmpty()) {
      return report.release().isEmpty() ? "No merge is in progress." : "No conflicts.";
    }
    String decide = report.predicted() ? " to decide, if it is merged, in " : " to decide in ";
    return items.size() + decide + Words.count(report.conflicts().size(), "file") + ".";
  }
}
