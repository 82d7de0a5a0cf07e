package dev.xenvendor.report.patch;

import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.patch.residue.ResidueHunk;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.function.Function;

/** Lists the residue. */
public final class ResidueLines {

  private ResidueLines() {}

  /** Returns how much a hunk changes, in words. */
  static String size(ResidueHunk hunk) {
    int added = hunk.edit().inserted();
    int removed = hunk.edit().removed();
    if (removed == 0) {
      return Phrases.count(added, "line") + " added";
    }
    return Phrases.count(removed, "line")
        + (added == 0 ? " removed" : " changed" + (added == removed ? "" : " to " + added));
  }

  public static void write(Json json, Residue residue, Function<HeaderPath, String> inTree) {
    json.objects(
        "undeclared",
        residue.hunks(),
        (hunk, j) ->
            j.put("path", inTree.apply(hunk.path()))
                .put("line", hunk.line())
                .put("added", hunk.edit().inserted())
                .put("removed", hunk.edit().removed()));
    json.put("missing", in(residue.missing(), inTree));
    json.put("own", in(residue.own(), inTree));
  }

  private static List<String> in(List<HeaderPath> paths, Function<HeaderPath, String> inTree) {
    return paths.stream().map(inTree).toList();
  }
}
