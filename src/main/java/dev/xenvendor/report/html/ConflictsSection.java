package dev.xenvendor.report.html;

import dev.xenvendor.conflict.Cause;
import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.conflict.resolve.ResolvedDecision;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The section of a merge's conflicts: each with its sides, its cause and the ways to resolve it.
 */
public final class ConflictsSection {

  private final ConflictsReport report;
  private final List<CauseGroup> causes;
  private final List<ConflictItem> items;
  private final List<ResolvedItem> settled;

  private ConflictsSection(ConflictsReport report, List<ResolvedDecision> decided) {
    this.report = report;
    this.causes = report.causes();
    this.items = causes.stream().flatMap(this::items).toList();
    this.settled = ResolvedItem.in(report, decided);
  }

  /**
   * Returns the section.
   *
   * @param decided what was made of the conflicts that are resolved
   */
  public static HtmlSection of(ConflictsReport report, List<ResolvedDecision> decided) {
    return new ConflictsSection(report, decided).section();
  }

  /** Returns what the page of one merge is called. */
  public static String title(ConflictsReport report) {
    String vendor = report.vendor().title();
    String base = report.base().map(from -> " " + from + " to").orElse("");
    return report.release().map(release -> vendor + base + " " + release).orElse(vendor);
  }

  private Stream<ConflictItem> items(CauseGroup group) {
    return group.decisions().stream().map(this::item);
  }

  private ConflictItem item(OpenDecision decision) {
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
            .put("causes", causes.stream(), this::fields)
            .put("kinds", counts.by(ConflictItem::kind), Counts::fields)
            .put("files", counts.by(ConflictItem::shortPath), Counts::fields)
            .put("groups", causes.stream(), group -> fields(group, counts))
            .put("anySettled", !settled.isEmpty())
            .put("settledItems", settled.stream(), ResolvedItem::fields);
    return new HtmlSection("conflicts", "Conflicts", summary(), "conflicts", fields);
  }

  private Fields fields(CauseGroup group, Counts<ConflictItem> counts) {
    return fields(group)
        .put(
            "items",
            counts.numbered().filter(item -> item.value().cause().equals(group.cause().name())),
            item -> item.value().fields(item.number()));
  }

  private Fields fields(CauseGroup group) {
    Cause cause = group.cause();
    boolean isSettledAtOnce = group.suggested() > 0 && !report.predicted();
    String command =
        "xenvendor resolve --cause " + Shell.quoted(cause.name()) + " --take suggested";
    String some = group.isAllSuggested() ? "" : "settles " + group.suggested() + " of them";
    return new Fields()
        .put("name", cause.name())
        .put("title", cause.title())
        .put("kind", cause.kind().word())
        .put("count", group.decisions().size())
        .put("some", Optional.of(some).filter(words -> !words.isEmpty()))
        .put("command", Optional.of(command).filter(c -> isSettledAtOnce));
  }

  private String summary() {
    if (items.isEmpty() && !settled.isEmpty()) {
      return "All are resolved: xenvendor merge --continue finishes the merge.";
    }
    if (items.isEmpty()) {
      return report.release().isEmpty() ? "No merge is in progress." : "No conflicts.";
    }
    String decide = report.predicted() ? " to decide, if it is merged, in " : " to decide in ";
    return items.size() + decide + Phrases.count(report.conflicts().size(), "file") + ".";
  }
}
