package dev.xenvendor.report.cvs;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.ScratchRepository.PlainMerge;
import dev.xenvendor.cvs.release.CvsImportReport;
import dev.xenvendor.cvs.release.CvsImportReport.Result;
import dev.xenvendor.cvs.release.CvsSurvey;
import dev.xenvendor.cvs.release.ImportEffect;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.release.SourceTagMismatchLines;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Shows what an import into a CVS repository did, and what is left to do.
 *
 * @param manifest where the manifest was written that pins the release on first use
 * @param place the options that name the repository and the tree in it, for the commands that
 *     follow
 * @param options those that the command was given, for the import that follows a rehearsal
 */
public record CvsImportRendering(
    CvsImportReport report, Optional<String> manifest, String place, String options)
    implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    CvsSurvey survey = report.survey();
    text.line(headline(style));
    if (report.result() == Result.IMPORTED && report.alreadyThere() > 0) {
      text.line(
          Phrases.count(report.alreadyThere(), "file")
              + (report.alreadyThere() == 1 ? " was" : " were")
              + " already imported by an interrupted run.");
    }
    text.line(
        "Verified: the output of cvs export -r "
            + survey.releaseTag()
            + " matches "
            + (report.pinned() ? "the manifest's files" : "the source's files")
            + ", byte for byte.");
    survey.base().ifPresent(base -> addSince(text, base, report.effect()));
    addTrunk(text, report.effect());
    report.merge().ifPresent(merge -> addMerge(text, merge));
    CvsWarnings.add(text, survey);
    addFileWarnings(text);
    addNext(text, survey);
  }

  private String headline(Style style) {
    CvsSurvey survey = report.survey();
    String what = style.bold(survey.vendor().title(survey.version()));
    String where =
        survey.place().headers()
            + ", "
            + Phrases.count(report.files(), "file")
            + pin()
            + ", vendor tag "
            + survey.vendorTag()
            + ", release tag "
            + survey.releaseTag()
            + ".";
    return switch (report.result()) {
      case IMPORTED -> what + " is in " + where;
      case ALREADY_IMPORTED -> what + " is already in " + where + " Nothing was changed.";
      case REHEARSED -> what + " was imported into a temporary copy of " + where;
    };
  }

  private String pin() {
    if (report.pinned()) {
      return " as pinned";
    }
    return manifest.isPresent() ? ", pinned on first use" : ", not pinned";
  }

  private static void addSince(Text text, BaseRelease base, ImportEffect effect) {
    text.line(
        "Since "
            + base.tag().version()
            + " ("
            + base.tag().tag()
            + "): "
            + effect.added().size()
            + " added, "
            + effect.dropped().size()
            + " deleted by upstream, "
            + effect.changed().size()
            + " changed.");
  }

  private void addTrunk(Text text, ImportEffect effect) {
    if (!effect.onTrunk().isEmpty()) {
      text.line("Already on trunk, by the import itself: " + onTrunk(effect) + ".");
      addFiles(text, effect.onTrunk());
    }
    if (!effect.toMerge().isEmpty()) {
      text.line(
          "To merge: "
              + Phrases.count(effect.toMerge().size(), "file")
              + " that trunk and upstream both changed. cvs import reports each as a conflict; none"
              + " is one yet.");
      addFiles(text, effect.toMerge());
    }
    if (!effect.dropped().isEmpty()) {
      text.line(
          "To remove: "
              + Phrases.count(effect.dropped().size(), "file")
              + " that upstream deleted. An import removes nothing: they remain until the merge.");
      effect.dropped().forEach(path -> text.line("  " + path));
    }
  }

  private static String onTrunk(ImportEffect effect) {
    long added = effect.onTrunk().stream().filter(effect.added()::contains).count();
    long changed = effect.onTrunk().size() - added;
    List<String> parts = new ArrayList<>();
    if (added > 0) {
      parts.add(Phrases.count(added, "new file"));
    }
    if (changed > 0) {
      parts.add(Phrases.count(changed, "file") + " unmodified there");
    }
    return String.join(", ", parts);
  }

  private static void addFiles(Text text, SortedSet<HeaderPath> files) {
    if (text.style().isVerbose()) {
      files.forEach(path -> text.line("  " + path));
    }
  }

  private static void addMerge(Text text, PlainMerge merge) {
    text.line(
        "The merge by plain cvs there: "
            + merge.changed().size()
            + " merged, "
            + merge.removed().size()
            + " removed, "
            + Phrases.count(merge.conflicts().size(), "file")
            + " with conflicts.");
    merge.conflicts().forEach(path -> text.line("  " + path));
  }

  private void addFileWarnings(Text text) {
    SourceTagMismatchLines.add(text, report.tagElsewhere(), report.survey().version());
    if (manifest.isPresent()) {
      text.line("Pinned on first use: its manifest was written to " + manifest.get() + ".");
      text.hint(
          "to verify it against upstream: xenvendor releases verify --from SOURCE, in a working"
              + " copy that has it");
    } else if (!report.pinned() && report.result() != Result.REHEARSED) {
      text.warning(
          "there is no manifest of "
              + report.survey().version()
              + ": the files were imported without verification");
    }
    if (!report.otherModes().isEmpty()) {
      text.warning(
          Phrases.count(report.otherModes().size(), "file")
              + " executable upstream and not here, or the reverse, first: "
              + report.otherModes().first());
      text.hint("CVS sets this once, when a file is new; chmod of the ,v file changes it");
    }
  }

  private void addNext(Text text, CvsSurvey survey) {
    if (report.result() == Result.REHEARSED) {
      text.line("Nothing was written to " + survey.root() + ".");
      text.next("xenvendor cvs import " + survey.version() + options + place);
      return;
    }
    manifest.ifPresent(
        path ->
            text.next("cvs commit " + path + "    (after cvs add of it and of the folders above)"));
    boolean toDo = !report.effect().toMerge().isEmpty() || !report.effect().dropped().isEmpty();
    if (toDo) {
      text.next(
          "xenvendor cvs merge "
              + survey.version()
              + survey.baseWords()
              + "    (in a working copy of trunk)");
    }
    text.next(
        "xenvendor cvs 3rdparty "
            + survey.version()
            + " doc/3RDPARTY"
            + place
            + "    (in a working copy of the tree)");
  }

  @Override
  public void write(Json json) {
    CvsSurvey survey = report.survey();
    ImportEffect effect = report.effect();
    json.put("command", "cvs import").put("result", report.result().word());
    CvsSurveyJson.write(json, survey);
    json.put("files", report.files())
        .put("pinned", report.pinned())
        .put("manifest", manifest)
        .put("alreadyThere", report.alreadyThere())
        .put("added", list(effect.added()))
        .put("changed", list(effect.changed()))
        .put("onTrunk", list(effect.onTrunk()))
        .put("toMerge", list(effect.toMerge()))
        .put("dropped", list(effect.dropped()))
        .put("otherModes", list(report.otherModes()));
    SourceTagMismatchLines.write(json, report.tagElsewhere());
    report
        .merge()
        .ifPresent(
            merge ->
                json.object(
                    "plainMerge",
                    j ->
                        j.put("merged", list(merge.changed()))
                            .put("removed", list(merge.removed()))
                            .put("conflicts", list(merge.conflicts()))));
  }

  private static List<HeaderPath> list(SortedSet<HeaderPath> paths) {
    return List.copyOf(paths);
  }
}
