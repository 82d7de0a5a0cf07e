package dev.xenvendor.report.impact;

import dev.xenvendor.impact.api.UnreadHeader;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Says which headers the C parser could not read in full. */
public final class UnreadHeaderLines {

  private UnreadHeaderLines() {}

  /** Adds a warning for each. */
  public static void add(Text text, Vendor vendor, List<UnreadHeader> unread) {
    for (UnreadHeader one : unread) {
      text.warning(
          one.header()
              + " of "
              + vendor.title(one.release())
              + " was not read in full ("
              + one.reason()
              + "); some of its names may be missing here");
    }
  }

  public static void write(Json json, List<UnreadHeader> unread) {
    if (!unread.isEmpty()) {
      json.objects(
          "unread",
          unread,
          (one, j) ->
              j.put("release", one.release().text())
                  .put("path", one.header().value())
                  .put("reason", one.reason()));
    }
  }
}
