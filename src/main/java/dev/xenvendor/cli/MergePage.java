package dev.xenvendor.cli;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.conflict.ConflictExplainer;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.report.MergeRendering;
import dev.xenvendor.report.UpdateRendering;
import dev.xenvendor.report.html.ConflictsSection;
import dev.xenvendor.report.html.HtmlReport;
import dev.xenvendor.report.html.HtmlSection;
import dev.xenvendor.report.html.ImpactSection;
import dev.xenvendor.report.html.MergeSection;
import dev.xenvendor.report.html.UpdateSection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The page of a merge: the merge itself and, explained, the conflicts that it leaves. */
final class MergePage {

  private final Downstream tree;
  private final Supplier<LayoutProbe> probe;

  private MergePage(Downstream tree, Supplier<LayoutProbe> probe) {
    this.tree = tree;
    this.probe = probe;
  }

  /**
   * Returns a merge's report with its page.
   *
   * @param tree the tree that was merged into, as it was before
   */
  static HtmlReport of(MergeRendering merge, Downstream tree, Supplier<LayoutProbe> probe) {
    MergePage page = new MergePage(tree, probe);
    return new HtmlReport(
        merge, ConflictsSection.title(merge.conflicts()), () -> page.sections(merge));
  }

  /** Returns an update's report with its page, on which the impact stands before the merge. */
  static HtmlReport of(UpdateRendering update, Downstream tree, Supplier<LayoutProbe> probe) {
    MergePage page = new MergePage(tree, probe);
    return new HtmlReport(update, UpdateSection.title(update), () -> page.sections(update));
  }

  private List<HtmlSection> sections(UpdateRendering update) {
    List<HtmlSection> sections = new ArrayList<>();
    sections.add(UpdateSection.of(update));
    update.impact().map(ImpactSection::of).ifPresent(sections::add);
    update.steps().map(steps -> sections(steps.merged())).ifPresent(sections::addAll);
    return sections;
  }

  private List<HtmlSection> sections(MergeRendering merge) {
    List<HtmlSection> sections = new ArrayList<>(List.of(MergeSection.of(merge)));
    if (!merge.conflicts().conflicts().isEmpty()) {
      ConflictExplainer explainer = new ConflictExplainer(tree, probe);
      sections.add(ConflictsSection.of(explainer.explain(merge.conflicts())));
    }
    return sections;
  }
}
