package dev.xenvendor.report.conflict;

import dev.xenvendor.merge.Breakage;
import dev.xenvendor.merge.Breakage.Belonging;
import dev.xenvendor.merge.Breakage.Place;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what is not well formed in a merged file, with the lines that show it. */
public final class BreakageLines {

  private BreakageLines() {}

  /** All of it on one line, as in {@code struct a is defined twice, lines 3 and 8}. */
  public static String summary(List<Breakage> breakages) {
    return breakages.stream().map(BreakageLines::summary).collect(Collectors.joining("; "));
  }

  private static String summary(Breakage breakage) {
    List<Place> places = breakage.places();
    String lines = places.stream().map(BreakageLines::at).collect(Collectors.joining(" and "));
    return breakage.what() + (places.size() == 1 ? ", line " : ", lines ") + lines;
  }

  private static String at(Place place) {
    return place.line() + place.elsewhere().map(header -> " of " + header).orElse("");
  }

  public static void add(Text text, List<Breakage> breakages) {
    for (Breakage breakage : breakages) {
      text.line("   " + breakage.what() + ":");
      for (Place place : breakage.places()) {
        text.line("     " + described(place) + whose(place));
      }
      breakage.belonging().ifPresent(belonging -> add(text, belonging));
    }
  }

  private static void add(Text text, Belonging belonging) {
    text.line("   the rest of it in " + belonging.side().word() + ":");
    belonging.lines().forEach(line -> text.line("     " + described(line)));
  }

  private static String described(Place place) {
    return String.format("line %-5d ", place.line()) + Phrases.printable(place.text());
  }

  private static String whose(Place place) {
    if (place.elsewhere().isPresent()) {
      return "  ("
          + place.elsewhere().get()
          + place.side().map(s -> ", " + s.word()).orElse("")
          + ")";
    }
    return place.side().map(side -> "  (only in " + side.word() + ")").orElse("");
  }

  public static void write(Json json, List<Breakage> breakages) {
    if (!breakages.isEmpty()) {
      json.objects("broken", breakages, BreakageLines::write);
    }
  }

  private static void write(Breakage breakage, Json json) {
    json.put("what", breakage.what());
    json.objects("places", breakage.places(), BreakageLines::write);
    breakage
        .belonging()
        .ifPresent(
            belonging ->
                json.object(
                    "belonging",
                    j ->
                        j.put("side", belonging.side().word())
                            .objects("lines", belonging.lines(), BreakageLines::write)));
  }

  private static void write(Place place, Json json) {
    json.put("line", place.line()).put("text", Phrases.printable(place.text()));
    place.side().ifPresent(side -> json.put("side", side.word()));
    place.elsewhere().ifPresent(header -> json.put("path", header.value()));
  }
}
