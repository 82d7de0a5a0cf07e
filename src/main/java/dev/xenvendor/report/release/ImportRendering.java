package dev.xenvendor.report.release;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.release.branch.ImportReport.Pin;
import dev.xenvendor.release.branch.ImportReport.Result;
import dev.xenvendor.release.branch.ImportReport.SincePrevious;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.impact.MissingIncludeLines;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows what an import did.
 *
 * @param profile whose built-in profile served a first import, where the tree has none of its own
 * @param hidden files of the tree's own for which {@code include} hides a header of the release
 * @param remember the command that remembers the source, where it is to be offered
 * @param resolutions the ref that keeps resolutions, if there are any to push
 */
public record ImportRendering(
    ImportReport report,
    Optional<String> profile,
    List<HeaderPath> hidden,
    Optional<String> remember,
    Optional<String> resolutions)
    implements Report {

  public ImportRendering(ImportReport report) {
    this(report, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  @Override
  public void show(Text text) {
    Style style = text.style();
    text.line(headline(style));
    report.sincePrevious().ifPresent(since -> SincePreviousLines.add(text, since));
    addLicense(text);
    profile.ifPresent(words -> addProfile(text, words, "xenvendor import --undo, then "));
    addRemade(text);
    addWarnings(text);
    if (report.result() == Result.IMPORTED) {
      text.next("xenvendor merge --dry-run");
      addRemember(text, remember);
      text.next(pushCommand());
    }
  }

  /** Returns the command that pushes what was imported, and how conflicts were resolved. */
  public String pushCommand() {
    return "git push --atomic origin "
        + String.join(" ", report.refs())
        + resolutions.map(ref -> " " + ref).orElse("");
  }

  public static void addRemember(Text text, Optional<String> remember) {
    remember.ifPresent(command -> text.next(command + "     to remember the source"));
  }

  /**
   * Names the built-in profile that serves a first import.
   *
   * @param undo what must be typed before another one can be configured, with a comma and then
   */
  public void addProfile(Text text, String words, String undo) {
    text.line(
        "Profile: built-in, " + words + ", with the headers in " + report.vendor().prefix() + ".");
    text.hint(
        "for another folder or system: "
            + undo
            + "xenvendor adopt --prefix DIR, which writes "
            + report.vendor().configFolder()
            + "/vendor.yaml");
  }

  private void addRemade(Text text) {
    if (report.remade().isEmpty()) {
      return;
    }
    text.line("After it, recreated with their tags:");
    for (ImportedRelease later : report.remade()) {
      text.line("  " + later.version() + "  commit " + later.commit().abbreviated());
    }
    text.hint(
        "no remote known here has the old ones, so the push needs no --force; if their tags were"
            + " pushed elsewhere: git push --force");
  }

  private String headline(Style style) {
    Vendor vendor = report.vendor();
    Version version = report.release().version();
    boolean already = report.result() == Result.ALREADY_IMPORTED;
    return style.bold(vendor.title(version))
        + " is on "
        + vendor.branch()
        + (already ? " already: " : ": ")
        + Phrases.count(report.files(), "file")
        + ", "
        + report.pin().words()
        + " (tree "
        + report.tree().abbreviated()
        + "), tag "
        + vendor.tag(version)
        + "."
        + (report.tagMade()
            ? " Its tag was missing and has been recreated."
            : already ? " Nothing was changed." : "");
  }

  private void addLicense(Text text) {
    report
        .sincePrevious()
        .filter(SincePrevious::licenseChanged)
        .ifPresent(s -> text.warning("the licence file changed since " + s.previous()));
  }

  private void addWarnings(Text text) {
    addFiles(text, "then import again");
    SourceTagMismatchLines.add(text, report.tagElsewhere(), report.release().version());
    if (!report.pinned()) {
      addUnpinned(text);
    }
    addSkipped(text);
  }

  /** The same for an update, whose merge takes the release as it is imported. */
  public void addWarningsOfUpdate(Text text, boolean dryRun) {
    String again = dryRun ? "then update" : "the next import adds them";
    addFiles(text, again);
    SourceTagMismatchLines.add(text, report.tagElsewhere(), report.release().version());
    addLicense(text);
    if (report.pin() == Pin.NONE) {
      addUnpinned(text);
    }
    if (!dryRun && report.result() == Result.IMPORTED && !report.skipped().isEmpty()) {
      text.warning(skippedWords(report.skipped()));
    }
  }

  private void addSkipped(Text text) {
    List<Version> skipped = report.skipped();
    if (!skipped.isEmpty() && report.result() == Result.IMPORTED) {
      text.warning(skippedWords(skipped));
      text.hint(
          (skipped.size() == 1 ? "it" : "they")
              + " can still be imported: xenvendor import "
              + skipped.get(0)
              + " --backfill --from SOURCE");
    }
  }

  private void addUnpinned(Text text) {
    text.warning(
        "there is no manifest of "
            + report.release().version()
            + ": the files were imported without verification");
    text.hint(
        report.pin() == Pin.FIRST_USE
            ? "the merge commits its manifest; to compare it with upstream: xenvendor releases"
                + " verify --from SOURCE"
            : "xenvendor releases pin "
                + report.release().version()
                + " --from SOURCE [--ref REF]");
  }

  /**
   * The warnings about the selection of headers.
   *
   * @param again what brings headers in that {@code include} omits
   */
  private void addFiles(Text text, String again) {
    MissingIncludeLines.add(text, report.vendor(), report.missing(), again);
    String profile = report.vendor().configFolder() + "/vendor.yaml";
    for (HeaderPath path : hidden) {
      text.warning(
          "upstream has "
              + path
              + ", which include in "
              + profile
              + " omits; the tree has its own file of that name");
      text.hint("to let the next merge compare them, add to include:  - " + path);
    }
    if (!report.lacking().isEmpty()) {
      text.warning(
          "include selects "
              + Phrases.count(report.lacking().size(), "header")
              + " that this import lacks, first: "
              + report.lacking().get(0));
      text.hint("it is already merged or pushed; the next import adds them");
    }
  }

  public static String skippedWords(List<Version> skipped) {
    if (skipped.size() <= 3) {
      List<String> names = new ArrayList<>();
      skipped.forEach(version -> names.add(version.text()));
      return String.join(", ", names)
          + (skipped.size() == 1 ? " was" : " were")
          + " never imported";
    }
    return skipped.size()
        + " releases from "
        + skipped.get(0)
        + " to "
        + skipped.get(skipped.size() - 1)
        + " were never imported";
  }

  @Override
  public void write(Json json) {
    json.put("command", "import");
    writeResult(json);
  }

  /** Writes what a document about the import itself holds. */
  public void writeResult(Json json) {
    json.put("result", report.result().word());
    writeImported(json);
    json.put("refs", report.refs());
    json.put("tagMade", report.tagMade());
    json.objects("remade", report.remade(), ImportRendering::write);
  }

  /** Writes where the release is on the vendor branch, and how it differs from the one before. */
  void writeImported(Json json) {
    Vendor vendor = report.vendor();
    json.put("release", report.release().version().text())
        .put("commit", report.release().commit().hex())
        .put("tree", report.tree().hex())
        .put("files", report.files())
        .put("pinned", report.pinned())
        .put("pin", report.pin().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("skipped", report.skipped())
        .put("branch", vendor.branch())
        .put("tag", vendor.tag(report.release().version()));
    MissingIncludeLines.write(json, report.missing());
    if (!hidden.isEmpty()) {
      json.put("hidden", hidden);
    }
    if (!report.lacking().isEmpty()) {
      json.put("lacking", report.lacking());
    }
    SourceTagMismatchLines.write(json, report.tagElsewhere());
    report
        .sincePrevious()
        .ifPresent(since -> json.object("since", j -> SincePreviousLines.write(j, since)));
  }

  private static void write(ImportedRelease release, Json json) {
    json.put("release", release.version().text()).put("commit", release.commit().hex());
  }
}
