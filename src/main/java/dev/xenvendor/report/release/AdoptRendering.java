package dev.xenvendor.report.release;

import dev.xenvendor.adopt.AdoptReport;
import dev.xenvendor.adopt.AdoptReport.Local;
import dev.xenvendor.adopt.LocalChanges;
import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.Change.Stage;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.profile.Baseline;
import dev.xenvendor.profile.Baseline.RunnerUp;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.patch.OrphanedFileLines;
import dev.xenvendor.report.patch.PatchLines;
import dev.xenvendor.report.patch.ResidueLines;
import dev.xenvendor.report.patch.UndeclaredLines;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows what an adoption found and did.
 *
 * @param remember the command that remembers the source, where it is to be offered
 * @param update the command that takes the next release
 * @param ownPrefix whether the headers are in another folder than in the profile as it was before
 */
public record AdoptRendering(
    AdoptReport report, Optional<String> remember, String update, boolean ownPrefix)
    implements Report {

  private static final String AGAIN =
      "git reset --hard HEAD^, xenvendor import --undo, then xenvendor adopt --baseline nearest"
          + " --from SOURCE";

  private static final int MOST_HUNKS = 10;

  @Override
  public void show(Text text) {
    Vendor vendor = report.vendor();
    switch (report.result()) {
      case ALREADY_ADOPTED ->
          text.line(vendor.prefix() + " is already adopted. Nothing was changed.")
              .next("xenvendor status");
      case FIRST_IMPORT ->
          text.line("There are no headers in " + vendor.prefix() + "; a first import adds them.")
              .next("xenvendor update VERSION --from SOURCE");
      case ADOPTED -> addAdopted(text);
    }
  }

  private void addAdopted(Text text) {
    ImportReport imported = report.imported().orElseThrow();
    Vendor vendor = report.vendor();
    String release = vendor.title(imported.release().version());
    text.line(
        "These "
            + report.headers()
            + " headers came from "
            + text.style().bold(release)
            + report.baseline().map(AdoptRendering::distance).orElse(", as given")
            + ".");
    report.baseline().ifPresent(baseline -> addSameHeaders(text, baseline));
    addAhead(text, imported);
    text.line(
        "Vendor branch "
            + vendor.branch()
            + " starts at "
            + release
            + ": "
            + Phrases.count(imported.files(), "file")
            + ", "
            + imported.pin().words()
            + " (tree "
            + imported.tree().abbreviated()
            + ").");
    text.line(
        "Trunk records "
            + imported.release().version()
            + " as its base, in commit "
            + report.commit().orElseThrow().abbreviated()
            + ". No header changed.");
    if (report.partial()) {
      text.line(
          "Trunk has only some of the release's headers: include in "
              + vendor.configFolder()
              + "/vendor.yaml lists them.");
    }
    addLineEnds(text);
    addChanges(text);
    report.baseline().ifPresent(baseline -> addNearestCommit(text, baseline));
    SourceTagMismatchLines.add(text, imported.tagElsewhere(), imported.release().version());
    ImportRendering.addRemember(text, remember);
    text.next(update);
    text.next(
        "git push --atomic origin "
            + String.join(" ", vendor.pushRefs(imported.release().version())));
  }

  private static String distance(Baseline baseline) {
    return " ("
        + Phrases.count(baseline.distance(), "line")
        + (baseline.distance() == 1 ? " differs" : " differ")
        + baseline.runnerUp().map(next -> nextBest(baseline, next)).orElse("")
        + ")";
  }

  private void addLineEnds(Text text) {
    for (PatchReport patch : report.local().orElseThrow().patches()) {
      Change change = patch.patch().change();
      if (change.stage() == Stage.LINE_ENDS) {
        text.line(
            change.sentence()
                + " in "
                + Phrases.count(patch.carriedIn().size(), "file")
                + ": the local patch "
                + patch.patch().id()
                + " declares it, and new headers get that form.");
      }
    }
  }

  /** A release that explains less may differ in fewer lines, if it has fewer. */
  private static String nextBest(Baseline baseline, RunnerUp next) {
    return next.distance() >= baseline.distance()
        ? String.format("; next best %s with %,d", next.version(), next.distance())
        : String.format(
            "; it explains %,d of its %,d lines, the next best %s %,d",
            baseline.explained(), baseline.lines(), next.version(), next.explained());
  }

  /** A newer release was committed to trunk without an import. */
  private void addAhead(Text text, ImportReport imported) {
    Vendor vendor = report.vendor();
    imported
        .sincePrevious()
        .filter(since -> imported.result() == ImportReport.Result.IMPORTED)
        .ifPresent(
            since ->
                text.line(
                    "Trunk was ahead of its vendor branch, which was at "
                        + vendor.title(since.previous())
                        + "."));
  }

  private void addSameHeaders(Text text, Baseline baseline) {
    List<String> names = baseline.sameHeaders().stream().map(Version::text).toList();
    if (names.size() > 1) {
      text.line(
          Phrases.list(names)
              + " have the same headers"
              + (report.partial() ? ", as far as this tree has them." : "."));
    }
  }

  private void addChanges(Text text) {
    Local local = report.local().orElseThrow();
    LocalChanges changes = local.changes();
    long declaring = declaring(local).count();
    List<ResidueHunk> undeclared = local.residue().hunks();
    text.line(
        "Local changes: "
            + Phrases.count(changes.hunks(), "hunk")
            + " in "
            + Phrases.count(changes.changedFiles(), "file")
            + (declaring == 0
                ? ""
                : ", "
                    + declared(local)
                    + " covered by "
                    + Phrases.count(declaring, "local patch", "local patches")
                    + ", "
                    + undeclared.size()
                    + " undeclared"));
    new UndeclaredLines(text, this::inTree)
        .add(undeclared, MOST_HUNKS, text.style().commands(": xenvendor patches -v"));
    OrphanedFileLines kept =
        new OrphanedFileLines(report.vendor(), local.leftBehind(), HintCommands.GIT);
    for (HeaderPath path : kept.without(List.copyOf(changes.own()))) {
      text.line("  " + inTree(path) + "    your own file");
    }
    kept.add(text);
    if (!undeclared.isEmpty()) {
      text.next("xenvendor patches new     to declare them; merges carry undeclared ones as text");
    }
  }

  /** The patches that trunk carries, if only to have them moved. */
  private static Stream<PatchReport> declaring(Local local) {
    return local.patches().stream().filter(patch -> !patch.carriedIn().isEmpty());
  }

  private static int declared(Local local) {
    return Math.max(0, local.changes().hunks() - local.residue().hunks().size());
  }

  private String inTree(HeaderPath path) {
    return report.vendor().prefix().resolve(path).value();
  }

  private void addNearestCommit(Text text, Baseline baseline) {
    baseline
        .muchNearerCommit()
        .ifPresent(
            nearest -> {
              text.warning(
                  "upstream's commit "
                      + nearest.commit().abbreviated()
                      + ", between releases, is much nearer: "
                      + Phrases.count(nearest.distance(), "line")
                      + (nearest.distance() == 1 ? " differs" : " differ")
                      + " instead of "
                      + String.format("%,d", baseline.distance()));
              text.hint(
                  "to start from it, as "
                      + nearest.version()
                      + ": "
                      + AGAIN
                      + (ownPrefix
                          ? " --prefix " + Shell.quoted(report.vendor().prefix().value())
                          : ""));
            });
  }

  @Override
  public void write(Json json) {
    json.put("command", "adopt").put("result", report.result().word());
    json.put("prefix", report.vendor().prefix().value());
    json.put("headers", report.headers());
    report
        .imported()
        .ifPresent(i -> json.object("baseline", j -> new ImportRendering(i).writeImported(j)));
    report.baseline().ifPresent(baseline -> write(json, baseline));
    json.put("partial", report.partial());
    json.put("commit", report.commit());
    json.put("written", report.written());
    report.local().ifPresent(local -> write(json, local));
  }

  private static void write(Json json, Baseline baseline) {
    json.put("distance", baseline.distance());
    json.put("lines", baseline.lines());
    json.put("explained", baseline.explained());
    json.put("sameHeaders", baseline.sameHeaders());
    baseline
        .runnerUp()
        .ifPresent(
            next ->
                json.object(
                    "runnerUp",
                    j ->
                        j.put("release", next.version().text())
                            .put("explained", next.explained())
                            .put("distance", next.distance())));
    baseline
        .nearestCommit()
        .ifPresent(
            nearest ->
                json.object(
                    "nearestCommit",
                    j ->
                        j.put("release", nearest.version().text())
                            .put("commit", nearest.commit().hex())
                            .put("distance", nearest.distance())));
  }

  private void write(Json json, Local local) {
    new OrphanedFileLines(report.vendor(), local.leftBehind(), HintCommands.GIT).write(json);
    json.put("hunks", local.changes().hunks());
    json.put("declared", declared(local));
    PatchLines.write(json, local.patches(), this::inTree);
    ResidueLines.write(json, local.residue(), this::inTree);
  }
}
