package dev.xenvendor.report.merge;

import dev.xenvendor.merge.MergeTrees.ConflictedPath;
import dev.xenvendor.merge.MergeTrees.Merged;
import dev.xenvendor.report.format.Json;

/** Shows a merge of three trees, for scripts. */
public final class MergedTreeText {

  private MergedTreeText() {}

  public static String text(Merged merged) {
    StringBuilder text = new StringBuilder(merged.tree().hex()).append('\n');
    for (ConflictedPath conflict : merged.conflicts()) {
      text.append("CONFLICT (").append(conflict.kind().word()).append("): ");
      text.append(conflict.path()).append('\n');
    }
    return text.toString();
  }

  public static String jsonLine(Merged merged) {
    return Json.line(
        json ->
            json.put("tree", merged.tree().hex())
                .put("clean", merged.isClean())
                .objects("conflicts", merged.conflicts(), MergedTreeText::write));
  }

  private static void write(ConflictedPath conflict, Json json) {
    json.put("path", conflict.path().value()).put("kind", conflict.kind().word());
  }
}
