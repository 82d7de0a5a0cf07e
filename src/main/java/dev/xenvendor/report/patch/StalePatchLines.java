package dev.xenvendor.report.patch;

import dev.xenvendor.downstream.PatchReport;
import dev.xenvendor.downstream.PatchState;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Lines that list the local patches that a release outdates, all at once. */
public final class StalePatchLines {

  private StalePatchLines() {}

  public static void add(Text text, List<PatchReport> stale, String release) {
    List<PatchReport> adopted = in(stale, true);
    List<PatchReport> lost = in(stale, false);
    if (!lost.isEmpty()) {
      text.warning(
          patches(lost) + (lost.size() == 1 ? " no longer fits " : " no longer fit ") + release);
      lines(text, lost);
      text.next("xenvendor patches retire " + ids(lost))
          .next("xenvendor patches refresh " + ids(lost) + "     where trunk still has the edit");
    }
    if (!adopted.isEmpty()) {
      text.warning(release + " has " + patches(adopted) + " itself");
      lines(text, adopted);
      text.next("xenvendor patches retire " + ids(adopted));
    }
  }

  private static List<PatchReport> in(List<PatchReport> stale, boolean adopted) {
    return stale.stream().filter(p -> (p.state() == PatchState.ADOPTED) == adopted).toList();
  }

  private static String patches(List<PatchReport> patches) {
    return Phrases.count(patches.size(), "local patch", "local patches");
  }

  private static void lines(Text text, List<PatchReport> patches) {
    patches.forEach(patch -> text.line("  " + patch.patch().id() + "    " + patch.note()));
  }

  private static String ids(List<PatchReport> patches) {
    return patches.stream().map(p -> p.patch().id()).collect(Collectors.joining(" "));
  }
}
