package dev.xenvendor.report.patch;

import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists the states of the local patches. */
public final class PatchLines {

  private PatchLines() {}

  public static void add(Text text, List<PatchReport> patches) {
    int width = patches.stream().mapToInt(p -> p.patch().id().length()).max().orElse(0);
    text.line("Local patches");
    for (PatchReport patch : patches) {
      String id = String.format("%-" + width + "s", patch.patch().id());
      String state = String.format("%-14s", patch.state().word());
      String line = "  " + id + "  " + painted(text, patch.state(), state) + " " + details(patch);
      text.line(line.stripTrailing());
    }
  }

  private static String painted(Text text, PatchState state, String word) {
    return switch (state) {
      case CARRIED, INTRODUCED, RELOCATED -> text.style().good(word);
      case DOES_NOT_APPLY -> text.style().bad(word);
      case PARTLY, ABSENT, ADOPTED, RETIRED -> text.style().warning(word);
    };
  }

  private static String details(PatchReport patch) {
    List<String> details = new ArrayList<>();
    if (patch.carriedIn().size() > 1) {
      details.add(patch.carriedIn().size() + " headers");
    }
    if (!patch.introducedIn().isEmpty() && !patch.carriedIn().isEmpty()) {
      details.add(verb(patch.state()) + patch.introducedIn().size());
    }
    if (!patch.note().isEmpty()) {
      details.add(patch.note());
    }
    if (patch.isRefreshed()) {
      details.add("refreshed");
    }
    return String.join(", ", details);
  }

  private static String verb(PatchState state) {
    return state == PatchState.PARTLY || state == PatchState.CARRIED ? "introduced in " : "in ";
  }

  public static void write(
      Json json, List<PatchReport> patches, Function<HeaderPath, String> inTree) {
    json.objects(
        "patches",
        patches,
        (patch, j) -> {
          j.put("id", patch.patch().id()).put("state", patch.state().word());
          j.put("carriedIn", patch.carriedIn().stream().map(inTree).toList());
          j.put("introducedIn", patch.introducedIn().stream().map(inTree).toList());
          j.put("note", patch.note());
          j.put("refreshed", patch.isRefreshed());
        });
  }
}
