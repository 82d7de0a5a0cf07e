package dev.xenvendor.report.conflict;

import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.GitId;
import java.util.List;
import java.util.Set;

/** Shows which resolutions are forgotten. */
public record ForgottenResolutionsRendering(String ref, Set<GitId> forgotten) implements Report {

  @Override
  public void show(Text text) {
    text.line(
            "Forgot "
                + Phrases.count(forgotten.size(), "resolution")
                + ": the next merge with "
                + (forgotten.size() == 1 ? "that conflict" : "those conflicts")
                + " asks again.")
        .next("git push origin " + ref + "     so that others forget it, too");
  }

  @Override
  public void write(Json json) {
    json.put("command", "resolutions forget").put("result", "forgotten");
    json.put("ids", List.copyOf(forgotten));
  }
}
