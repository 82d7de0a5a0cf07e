package dev.xenvendor.report.patch;

import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.patch.Forwarded;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/** Shows one local patch: what, why, what upstream said, and where trunk has it. */
public record PatchRendering(Vendor vendor, PatchReport report) implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    LocalPatch patch = report.patch();
    text.line(style.bold(patch.id()) + ": " + patch.summary());
    patch.description().strip().lines().skip(1).forEach(line -> text.line("  " + line));
    String releases = patch.releases().toString();
    text.line("Releases  " + (releases.isEmpty() ? "every" : releases));
    text.line("Change    " + patch.change().kind().name() + ": " + patch.change().summary());
    patch.author().ifPresent(author -> text.line("Author    " + author));
    patch.forwarded().map(Forwarded::word).ifPresent(word -> text.line("Forwarded " + word));
    patch
        .discussion()
        .forEach(
            said ->
                text.line(
                    "          "
                        + said.date().map(date -> date + "  ").orElse("")
                        + said.says()
                        + said.link().map(link -> "  " + link).orElse("")));
    text.line("Declared  " + patch.place());
    text.line(
        "State     "
            + report.state().word()
            + (report.note().isEmpty() ? "" : ", " + report.note()));
    addFiles(text, "carried in", report.carriedIn());
    addFiles(text, "lacking in", report.introducedIn());
  }

  private void addFiles(Text text, String words, List<HeaderPath> files) {
    files.forEach(path -> text.line("  " + words + "  " + inTree(path)));
  }

  private String inTree(HeaderPath path) {
    return vendor.prefix().resolve(path).value();
  }

  @Override
  public void write(Json json) {
    LocalPatch patch = report.patch();
    json.put("command", "patches show").put("result", report.state().word());
    json.put("id", patch.id()).put("description", patch.description());
    json.put("author", patch.author());
    json.put("forwarded", patch.forwarded().map(Forwarded::word));
    json.objects(
        "discussion",
        patch.discussion(),
        (said, j) -> j.put("date", said.date()).put("link", said.link()).put("says", said.says()));
    json.put("releases", patch.releases().toString());
    json.put("kind", patch.change().kind().name()).put("summary", patch.change().summary());
    json.put("declaredIn", patch.place().toString());
    json.put("carriedIn", report.carriedIn().stream().map(this::inTree).toList());
    json.put("introducedIn", report.introducedIn().stream().map(this::inTree).toList());
    json.put("note", report.note());
  }
}
