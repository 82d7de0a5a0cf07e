package dev.xenvendor.report.impact;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;

/** Says which headers include others that the tree does not import, and how to import these. */
public final class MissingIncludeLines {

  private MissingIncludeLines() {}

  /**
   * Adds a warning for each.
   *
   * @param again what then brings the headers in
   */
  public static void add(Text text, Vendor vendor, List<MissingInclude> missing, String again) {
    if (missing.isEmpty()) {
      return;
    }
    String profile = vendor.configFolder() + "/vendor.yaml";
    for (MissingInclude one : missing) {
      text.warning(
          one.header()
              + ":"
              + one.line()
              + " includes "
              + one.included()
              + ", which include in "
              + profile
              + " omits, so it does not compile");
    }
    text.hint("add to include in " + profile + "; " + again + ":" + lines(missing));
  }

  private static String lines(List<MissingInclude> missing) {
    StringBuilder lines = new StringBuilder();
    for (HeaderPath header : MissingInclude.included(missing)) {
      lines.append("\n  - ").append(header);
    }
    return lines.toString();
  }

  public static void write(Json json, List<MissingInclude> missing) {
    if (!missing.isEmpty()) {
      json.objects(
          "missingIncludes",
          missing,
          (one, j) ->
              j.put("path", one.header().value())
                  .put("line", one.line())
                  .put("includes", one.included().value()));
    }
  }
}
