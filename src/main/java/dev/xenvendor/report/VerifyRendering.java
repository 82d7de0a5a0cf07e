package dev.xenvendor.report;

import dev.xenvendor.vendor.Releases.Verified;
import dev.xenvendor.vendor.Vendor;
import java.util.List;

/** Shows whether the vendor branch holds releases as they were published. */
public record VerifyRendering(Vendor vendor, List<Verified> releases) implements Report {

  /** Whether every release is what its manifest says. */
  public boolean isPristine() {
    return releases.stream().allMatch(release -> release.differences().isEmpty());
  }

  @Override
  public String text(Style style) {
    Text text = new Text(style);
    long wrong = releases.stream().filter(r -> !r.differences().isEmpty()).count();
    String branch = vendor.branch() + " holds " + Words.count(releases.size(), "release");
    text.line(
        wrong == 0
            ? style.good(branch + ", each as upstream published it.")
            : style.bad(branch + ", " + wrong + " of them not as upstream published it."));
    for (Verified release : releases) {
      String state =
          !release.pinned()
              ? style.warning("not pinned")
              : release.differences().isEmpty()
                  ? "as pinned"
                  : style.bad(Words.count(release.differences().size(), "file") + " not as pinned");
      text.line(
          String.format(
              "  %-12s %s  %s",
              release.release().version(), Words.count(release.files(), "file"), state));
      release
          .differences()
          .forEach((path, what) -> text.line("    " + path + "    " + what.word()));
    }
    if (wrong > 0) {
      text.next("git log --stat " + vendor.branch());
    }
    return text.toString();
  }

  @Override
  public String json() {
    return Json.document(
        json -> {
          json.put("command", "releases verify");
          json.put("result", isPristine() ? "pristine" : "differs");
          json.objects("releases", releases, VerifyRendering::write);
        });
  }

  private static void write(Verified release, Json json) {
    json.put("release", release.release().version().text())
        .put("pinned", release.pinned())
        .put("files", release.files())
        .objects(
            "differences",
            List.copyOf(release.differences().entrySet()),
            (file, j) -> j.put("path", file.getKey().value()).put("what", file.getValue().id()));
  }
}
