package dev.xenvendor.cli.command.merge;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.cli.command.conflict.UpstreamCommits;
import dev.xenvendor.conflict.ConflictExplainer;
import dev.xenvendor.conflict.Conflicts;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.resolve.ResolvedDecision;
import dev.xenvendor.conflict.resolve.ResolvedDecisions;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.release.Source;
import dev.xenvendor.report.html.ConflictsSection;
import dev.xenvendor.report.html.HtmlReport;
import dev.xenvendor.report.html.HtmlSection;
import dev.xenvendor.report.html.ImpactSection;
import dev.xenvendor.report.html.MergeSection;
import dev.xenvendor.report.html.UpdateSection;
import dev.xenvendor.report.merge.MergeRendering;
import dev.xenvendor.report.merge.UpdateRendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The HTML page of a merge: the merge itself and its conflicts with their explanations. Facts that
 * only the page shows are computed only if it is written.
 *
 * @param tree the tree before the merge
 * @param source upstream's repository, if it is on this machine
 */
record MergeHtmlPage(
    Downstream tree, Trunk trunk, Supplier<LayoutProbe> probe, Supplier<Optional<Source>> source) {

  /**
   * Returns a merge's report with its page.
   *
   * @param withConsumers adds what the merge costs the consumers
   */
  HtmlReport of(MergeRendering merge, UnaryOperator<MergeRendering> withConsumers) {
    return new HtmlReport(
        merge,
        ConflictsSection.title(merge.conflicts()),
        () -> sections(withConsumers.apply(merge), conflicts(merge)));
  }

  /**
   * Returns an update's report with its page, on which the impact stands before the merge.
   *
   * @param impact what the release brings and costs
   */
  HtmlReport of(UpdateRendering update, Supplier<Optional<ImpactReport>> impact) {
    return new HtmlReport(
        update, UpdateSection.title(update), () -> sections(update, impact.get()));
  }

  private List<HtmlSection> sections(UpdateRendering update, Optional<ImpactReport> impact) {
    List<HtmlSection> sections = new ArrayList<>();
    if (update.steps().isEmpty()) {
      return List.of(UpdateSection.of(update));
    }
    MergeRendering merge = update.steps().get().merged();
    ConflictsReport conflicts = conflicts(merge);
    sections.add(UpdateSection.of(update.knowing(conflicts.causes(), impact)));
    impact.map(ImpactSection::of).ifPresent(sections::add);
    sections.addAll(sections(merge.withConsumers(List.of()), conflicts)); // the impact has them
    return sections;
  }

  private List<HtmlSection> sections(MergeRendering merge, ConflictsReport conflicts) {
    List<HtmlSection> sections = new ArrayList<>(List.of(MergeSection.of(merge)));
    if (!conflicts.conflicts().isEmpty()) {
      sections.add(ConflictsSection.of(conflicts, settled(merge)));
    }
    return sections;
  }

  /** The conflicts with their reasons; of a merge in progress, also those that are resolved. */
  private ConflictsReport conflicts(MergeRendering merge) {
    ConflictsReport left =
        isInProgress(merge) ? new Conflicts(tree, trunk).left() : merge.conflicts();
    return left.conflicts().isEmpty()
        ? left
        : UpstreamCommits.addTo(
            new ConflictExplainer(tree, probe).explain(left), tree, source.get());
  }

  private List<ResolvedDecision> settled(MergeRendering merge) {
    return isInProgress(merge) ? new ResolvedDecisions(tree, trunk).now() : List.of();
  }

  private static boolean isInProgress(MergeRendering merge) {
    return merge.report().isWaiting() && !merge.report().dryRun();
  }
}
