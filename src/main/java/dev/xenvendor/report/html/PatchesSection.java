package dev.xenvendor.report.html;

import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.patch.review.PatchesReport;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.patch.PatchesRendering;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The section of the local patches: state, reason and files of each, and what none declares. */
public final class PatchesSection {

  /** In lines. */
  private static final int LONGEST = 100;

  private final PatchesReport report;

  private PatchesSection(PatchesReport report) {
    this.report = report;
  }

  public static HtmlSection of(PatchesReport report) {
    return new PatchesSection(report).section();
  }

  /** Returns what a page that shows the patches alone is called. */
  public static String title(PatchesReport report) {
    return report.vendor().title(report.release());
  }

  private HtmlSection section() {
    Fields fields =
        new Fields()
            .put("anyPatch", !report.patches().isEmpty())
            .put("patches", report.patches().stream(), patch -> new PatchRow(patch).fields())
            .put("anyHunk", !report.residue().hunks().isEmpty())
            .put("hunks", report.residue().hunks().stream(), this::fields)
            .put("missing", inTree(report.residue().missing()))
            .put("own", inTree(report.residue().own()));
    return new HtmlSection(
        "patches", "Local patches", PatchesRendering.headline(report), "patches", fields);
  }

  private Fields fields(ResidueHunk hunk) {
    HeaderPath path = report.vendor().prefix().resolve(hunk.path());
    List<String> lines =
        Stream.concat(
                hunk.before().stream().map(line -> "-" + text(line)),
                hunk.after().stream().map(line -> "+" + text(line)))
            .toList();
    return new Fields()
        .put("folder", PathParts.folder(path))
        .put("name", path.name() + ":" + hunk.line())
        .put("diff", DiffBlock.of("", lines, LONGEST).fields());
  }

  private static String text(String bytes) {
    return Phrases.text(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  private List<String> inTree(List<HeaderPath> paths) {
    return paths.stream().map(path -> report.vendor().prefix().resolve(path).value()).toList();
  }
}
