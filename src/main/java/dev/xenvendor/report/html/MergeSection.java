package dev.xenvendor.report.html;

import dev.xenvendor.merge.MergedFile;
import dev.xenvendor.merge.MergedFile.Outcome;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.merge.MergeRendering;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.update.MergeReport;
import dev.xenvendor.update.ReusedResolution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The section of a merge: its files, the state of each local patch, and the consumers it costs. */
public final class MergeSection {

  private final MergeRendering merge;
  private final MergeReport report;

  private MergeSection(MergeRendering merge) {
    this.merge = merge;
    this.report = merge.report();
  }

  public static HtmlSection of(MergeRendering merge) {
    return new MergeSection(merge).section();
  }

  private HtmlSection section() {
    Fields fields =
        new Fields()
            .put("summary", report.merge().summary())
            .put("anyPatch", !report.patches().isEmpty())
            .put("patches", report.patches().stream(), patch -> new PatchRow(patch).fields())
            .put(
                "undone",
                report.undone().stream(),
                undone -> undone(undone.patch().id(), undone.files()))
            .put("anyReused", !report.reuse().resolutions().isEmpty())
            .put("reused", report.reuse().resolutions().stream(), this::reused)
            .put("missing", new MissingFields(merge.missing()).fields())
            .put("anyUse", !merge.consumers().isEmpty())
            .put(
                "uses",
                merge.consumers().stream(),
                use ->
                    ConsumerFields.of(
                        use,
                        use.what().told(report.release().version().text()),
                        use.what().breaks()))
            .put("outcomes", outcomes(), outcome -> outcome(outcome));
    return new HtmlSection("merge", "Merge", merge.headline(Style.PLAIN), "merge", fields);
  }

  private Fields undone(String id, List<HeaderPath> files) {
    return new Fields().put("id", id).put("files", files.stream().map(this::inTree).toList());
  }

  private Fields reused(ReusedResolution reused) {
    int hunks = reused.hunks().size();
    return new Fields()
        .put("path", inTree(reused.conflict().path()))
        .put(
            "hunks",
            Optional.of(hunks + " of " + Phrases.count(reused.conflict().hunks().size(), "hunk"))
                .filter(words -> hunks > 0))
        .put(
            "occasions",
            reused.used().stream().map(kept -> kept.settlement().words()).distinct().toList());
  }

  private Stream<Outcome> outcomes() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome != Outcome.UNCHANGED && files(outcome).findAny().isPresent());
  }

  private Stream<MergedFile> files(Outcome outcome) {
    return report.merge().files().stream().filter(file -> file.outcome() == outcome);
  }

  private Fields outcome(Outcome outcome) {
    return new Fields()
        .put("word", outcome.word())
        .put("count", files(outcome).count())
        .put(
            "files",
            files(outcome),
            file ->
                new Fields()
                    .put("path", inTree(file.path()))
                    .put("from", file.from().map(this::inTree)));
  }

  private String inTree(HeaderPath path) {
    return report.vendor().prefix().resolve(path).value();
  }
}
