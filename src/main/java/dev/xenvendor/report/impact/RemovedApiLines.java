package dev.xenvendor.report.impact;

import dev.xenvendor.impact.ConsumerUse;
import dev.xenvendor.impact.RemovedApi;
import dev.xenvendor.profile.Version;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Style;
import java.util.ArrayList;
import java.util.List;

/** Lists the uses of API that an update removes. */
public final class RemovedApiLines {

  private RemovedApiLines() {}

  /** Types that move together are one line in each file, unless everything was asked for. */
  public static List<String> of(Style style, List<ConsumerUse<RemovedApi>> uses, Version release) {
    List<String> lines = new ArrayList<>();
    for (ConsumerUse<RemovedApi> use : uses) {
      List<ConsumerUse<RemovedApi>> together =
          uses.stream().filter(other -> !style.isVerbose() && movesWith(use, other)).toList();
      if (together.size() < 2) {
        lines.add(told(style, use, use.what().told(release.text())));
      } else if (together.get(0).equals(use) && use.what() instanceof RemovedApi.Moved moved) {
        lines.add(told(style, use, together(moved, together.size() - 1)));
      }
    }
    return lines;
  }

  private static boolean movesWith(ConsumerUse<RemovedApi> use, ConsumerUse<RemovedApi> other) {
    return use.path().equals(other.path())
        && use.what() instanceof RemovedApi.Moved one
        && other.what() instanceof RemovedApi.Moved two
        && one.patch().equals(two.patch());
  }

  private static String together(RemovedApi.Moved first, int others) {
    return first.verb()
        + ' '
        + first.spelling()
        + " and "
        + Phrases.count(others, "more type")
        + ", which move "
        + first.where();
  }

  /** Returns the place of a use with a remark. */
  static String told(Style style, ConsumerUse<?> use, String what) {
    String times = use.times() == 1 ? "" : " [" + use.times() + " times]";
    return style.bold(use.path() + ":" + use.line()) + ' ' + what + times;
  }

  public static void write(Json json, ConsumerUse<RemovedApi> use, Version release) {
    json.put("path", use.path().value())
        .put("line", use.line())
        .put("times", use.times())
        .put("name", use.what().spelling())
        .put("header", use.what().header().value())
        .put("breaks", use.what().breaks())
        .put("now", use.what().now())
        .put("message", use.what().told(release.text()));
  }
}
