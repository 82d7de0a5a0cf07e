package dev.xenvendor.report.release;

import dev.xenvendor.release.branch.TagFault;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Text;
import java.util.List;
import java.util.Locale;

/** Lists release tags that disagree with the vendor branch. */
final class TagFaultLines {

  private TagFaultLines() {}

  static void add(Text text, List<TagFault> faults) {
    for (TagFault fault : faults) {
      text.warning(fault.message());
      text.hint(fault.remedy());
    }
  }

  static void write(Json json, List<TagFault> faults) {
    json.objects(
        "tags",
        faults,
        (fault, j) ->
            j.put("tag", fault.name())
                .put("release", fault.version().text())
                .put("fault", fault.kind().name().toLowerCase(Locale.ROOT))
                .put("commit", fault.found()));
  }
}
