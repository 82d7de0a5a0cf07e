package dev.xenvendor.report.conflict;

import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.resolution.DamagedResolution;
import dev.xenvendor.resolution.KeptResolution;
import java.util.List;
import java.util.Optional;

/**
 * Lists how conflicts were resolved.
 *
 * @param ref where the resolutions are kept
 * @param fetch the command after which git fetches those of others, if it does not yet
 */
public record ResolutionsRendering(
    Vendor vendor,
    String ref,
    List<KeptResolution> kept,
    List<DamagedResolution> damaged,
    Optional<String> fetch)
    implements Report {

  @Override
  public void show(Text text) {
    Style style = text.style();
    text.line(
        kept.isEmpty()
            ? "No resolution of a " + vendor.title() + " conflict is recorded."
            : Phrases.count(kept.size(), "resolution") + " of " + vendor.title() + " conflicts.");
    kept.forEach(one -> text.line("  " + line(style, one)));
    for (DamagedResolution one : damaged) {
      text.warning("damaged: " + Phrases.printable(one.name() + ": " + one.reason()));
      one.id().ifPresent(id -> text.hint("xenvendor resolutions forget " + id.abbreviated()));
    }
    if (!kept.isEmpty()) {
      text.next("xenvendor resolutions show " + kept.get(0).id().abbreviated());
      text.next("git push origin " + ref + "     to share them");
    }
    fetch.ifPresent(command -> text.next(command + "     to get those of others"));
  }

  private String line(Style style, KeptResolution one) {
    return style.bold(one.id().abbreviated())
        + "  "
        + ResolutionPhrases.of(vendor, one.settled().texts())
        + "  "
        + ResolutionPhrases.outcome(one)
        + "  "
        + style.faint(Phrases.printable(one.settlement().words()));
  }

  @Override
  public void write(Json json) {
    json.put("command", "resolutions");
    json.put("result", kept.isEmpty() ? "none" : "recorded");
    json.put("ref", ref);
    json.objects("resolutions", kept, (one, j) -> ResolutionPhrases.write(vendor, one, j));
    json.objects("damaged", damaged, ReusedLines::write);
  }
}
