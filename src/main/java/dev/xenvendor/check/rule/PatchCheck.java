package dev.xenvendor.check.rule;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.check.inspection.LineChange;
import dev.xenvendor.check.inspection.RelocationState;
import dev.xenvendor.diff.LineDiff;
import dev.xenvendor.diff.LineEdit;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks whether trunk carries every local patch, and every patch is still of use. */
public final class PatchCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Finding> findings = new ArrayList<>();
    tree.downstream()
        .residue()
        .ifPresent(
            residue ->
                PatchReport.all(
                        tree.downstream().patches(),
                        tree.downstream().release().orElseThrow(),
                        residue)
                    .forEach(report -> new Look(tree, residue, report).addTo(findings)));
    return findings;
  }

  /** A look at one patch. */
  private record Look(Inspection tree, Residue residue, PatchReport report) {

    void addTo(List<Finding> findings) {
      switch (report.state()) {
        case DOES_NOT_APPLY -> findings.add(broken());
        case ADOPTED -> findings.add(adopted());
        default -> {
          residue.local().result(patch().id()).ifPresent(result -> addMissing(result, findings));
        }
      }
    }

    private LocalPatch patch() {
      return report.patch();
    }

    private Finding broken() {
      return declared(
          missing(
              "the local patch "
                  + patch().id()
                  + " does not apply to "
                  + title()
                  + ": "
                  + report.note(),
              "correct the patch, or limit its releases: " + patch().place()));
    }

    private Finding adopted() {
      return declared(
          Finding.of(
                  Rule.PATCH_ADOPTED,
                  title() + " has what the local patch " + patch().id() + " declares",
                  "retire it: in " + patch().place() + " let its releases end before " + release())
              .of(patch().id()));
    }

    /** The finding is placed in the declaration, where it is to be fixed. */
    private Finding declared(Finding finding) {
      return tree.downstream().declarations(patch()).stream()
          .findFirst()
          .map(finding::in)
          .orElse(finding);
    }

    private void addMissing(PatchResult result, List<Finding> findings) {
      Optional<RelocateDefinitions> relocation = patch().change().asRelocation();
      if (relocation.isPresent()) {
        List<Finding> moved =
            new RelocationState(tree, residue, patch(), relocation.get(), result).findings();
        findings.addAll(moved);
        if (!moved.isEmpty()) {
          return; // the include of an MD header without its definitions is not missing yet
        }
      }
      for (HeaderPath header : result.changed()) {
        if (!residue.own().contains(header)) { // an unknown file lacks nothing
          findings.add(lacking(result, header));
        }
      }
      result
          .edits()
          .forEach(
              (header, edit) -> {
                if (result.failing().contains(header)) {
                  findings.add(notFound(header, edit.why().orElse("")));
                }
              });
    }

    private Finding notFound(HeaderPath header, String why) {
      return missing(
              "the local patch " + patch().id() + " cannot be located here: " + why, remedy())
          .in(tree.inTree(header));
    }

    private Finding lacking(PatchResult result, HeaderPath header) {
      Finding finding =
          missing(
              "the local patch " + patch().id() + " is missing: " + patch().summary(), remedy());
      byte[] found =
          residue.local().before().get(header).map(HeaderFile::bytes).orElse(new byte[0]);
      if (!(result.edits().get(header) instanceof FileEdit.Changed wanted)) {
        return finding.in(tree.inTree(header));
      }
      List<LineEdit> edits = LineDiff.between(found, wanted.text());
      if (edits.isEmpty()) {
        return finding.in(tree.inTree(header));
      }
      LineEdit first = edits.get(0);
      LineChange lines =
          new LineChange(
              lines(wanted.text(), first.afterBegin(), first.afterEnd()),
              lines(found, first.beforeBegin(), first.beforeEnd()));
      return finding.at(tree.inTree(header), first.beforeBegin() + 1).showing(lines);
    }

    private static List<String> lines(byte[] text, int begin, int end) {
      return Lines.split(text).subList(begin, end).stream()
          .map(line -> new String(line, StandardCharsets.ISO_8859_1).stripTrailing())
          .toList();
    }

    private Finding missing(String message, String hint) {
      return Finding.of(Rule.PATCH_MISSING, message, hint).of(patch().id());
    }

    private String remedy() {
      return "apply it: xenvendor patches apply "
          + patch().id()
          + "; or remove the patch: "
          + patch().place();
    }

    private String release() {
      return tree.downstream().release().orElseThrow().text();
    }

    private String title() {
      return tree.vendor().title(tree.downstream().release().orElseThrow());
    }
  }
}
