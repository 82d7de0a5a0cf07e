package dev.xenvendor.report.conflict;

import dev.xenvendor.merge.Side;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.resolution.KeptResolution;
import dev.xenvendor.resolution.ResolutionOrigin;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a recorded resolution with its texts. */
public record ResolutionRendering(Vendor vendor, KeptResolution kept) implements Report {

  private static final String RESULT = "result";

  @Override
  public void show(Text text) {
    ResolutionOrigin settlement = kept.settlement();
    text.line(
        text.style().bold(kept.id().abbreviated())
            + "  "
            + ResolutionPhrases.of(vendor, kept.settled().texts()));
    text.line(
        "Resolved as on "
            + Phrases.printable(settlement.words())
            + settlement.release().map(r -> ", merging " + vendor.title(r)).orElse("")
            + settlement.base().map(base -> " (from " + base + ")").orElse("")
            + "; "
            + ResolutionPhrases.outcome(kept)
            + ".");
    for (HeaderPath path : kept.settled().texts().sides().keySet()) {
      text.blank();
      if (kept.settled().texts().isHunk()) {
        addTexts(text, path);
      } else {
        addDiffs(text, path);
      }
    }
    text.next("xenvendor resolutions forget " + kept.id().abbreviated());
  }

  private Map<Side, HeaderFile> sides(HeaderPath path) {
    return kept.settled().texts().sides().getOrDefault(path, Map.of());
  }

  private Optional<HeaderFile> result(HeaderPath path) {
    return Optional.ofNullable(kept.settled().results().get(path));
  }

  private void addTexts(Text text, HeaderPath path) {
    for (Side side : List.of(Side.LOCAL, Side.BASE, Side.VENDOR)) {
      addText(text, side.word(), Optional.ofNullable(sides(path).get(side)));
    }
    addText(text, RESULT, result(path));
  }

  private static void addText(Text text, String label, Optional<HeaderFile> file) {
    List<String> lines =
        new ArrayList<>(
            file.map(f -> Phrases.text(f.bytes()).lines().map(Phrases::printable).toList())
                .orElse(List.of()));
    if (lines.isEmpty()) {
      lines.add(text.style().faint("(nothing)"));
    }
    for (int i = 0; i < lines.size(); i++) {
      ExplanationLines.add(text, i == 0 ? label : "", lines.get(i));
    }
  }

  /** Adds the differences of the result from each side, unless it equals one. */
  private void addDiffs(Text text, HeaderPath path) {
    String place = Phrases.printable(vendor.prefix().resolve(path).value());
    if (result(path).isEmpty()) {
      text.line(place + " is deleted.");
      return;
    }
    for (Side side : List.of(Side.LOCAL, Side.VENDOR)) {
      Optional<HeaderFile> before = Optional.ofNullable(sides(path).get(side));
      if (before.equals(result(path))) {
        text.line(place + " is as on " + side.word() + "'s side.");
        return;
      }
    }
    for (Side side : List.of(Side.LOCAL, Side.VENDOR)) {
      Optional<HeaderFile> before = Optional.ofNullable(sides(path).get(side));
      if (isText(before) && isText(result(path))) {
        text.line(place + ", from " + side.word() + " to result:");
        DiffLines.between(bytes(before), bytes(result(path)))
            .forEach(line -> text.line("  " + DiffLines.painted(line, text.style())));
      }
    }
  }

  private static boolean isText(Optional<HeaderFile> file) {
    return file.filter(f -> f.mode().isFile() && !Lines.isBinary(f.bytes())).isPresent();
  }

  private static byte[] bytes(Optional<HeaderFile> file) {
    return file.map(HeaderFile::bytes).orElseGet(() -> new byte[0]);
  }

  @Override
  public void write(Json json) {
    json.put("command", "resolutions show").put("result", "recorded");
    ResolutionPhrases.write(vendor, kept, json);
    json.objects("texts", List.copyOf(kept.settled().texts().sides().keySet()), this::writeTexts);
  }

  private void writeTexts(HeaderPath path, Json json) {
    json.put("path", vendor.prefix().resolve(path).value());
    for (Side side : Side.values()) {
      json.put(side.word(), shown(Optional.ofNullable(sides(path).get(side))));
    }
    json.put(RESULT, shown(result(path)));
  }

  private static Optional<String> shown(Optional<HeaderFile> file) {
    return file.map(f -> Phrases.text(f.bytes()));
  }
}
