package dev.xenvendor.report.release;

import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.FileDifference;
import dev.xenvendor.release.UpstreamProof;
import dev.xenvendor.release.branch.Releases.Verified;
import dev.xenvendor.release.branch.TagFault;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Report;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.SortedMap;

/** Shows whether the vendor branch and its tags hold releases as they were published. */
public record VerifyReleasesRendering(
    Vendor vendor, List<Verified> releases, List<TagFault> tags, HintCommands commands)
    implements Report {

  /** Returns whether every release is proven to be what its manifest says, and no tag misleads. */
  public boolean isPristine() {
    return releases.stream().allMatch(Verified::isProven)
        && tags.stream().noneMatch(TagFault::isMisleading);
  }

  @Override
  public void show(Text text) {
    Style style = text.style();
    text.line(headline(style));
    for (Verified release : releases) {
      text.line(
          String.format(
              "  %-12s %s  %s",
              release.release().version(),
              Phrases.count(release.files(), "file"),
              state(style, release)));
      addDifferences(text, release.differences());
      release.upstream().ifPresent(proof -> addDifferences(text, proof.differences()));
    }
    TagFaultLines.add(text, tags);
    if (releases.stream().anyMatch(release -> !release.differences().isEmpty())) {
      text.next(commands.branchHistory(vendor));
    }
    releases.stream()
        .filter(release -> !release.pinned())
        .map(release -> "xenvendor releases pin " + release.release().version())
        .forEach(pin -> text.next(pin + " --from SOURCE --ref REF"));
  }

  private String headline(Style style) {
    String branch = commands.branch(vendor) + " holds " + Phrases.count(releases.size(), "release");
    long wrong = releases.stream().filter(VerifyReleasesRendering::isWrong).count();
    long unproven = releases.stream().filter(r -> !r.isProven()).count() - wrong;
    if (wrong > 0) {
      return style.bad(
          branch + ", " + wrong + " of them differ from the manifest or from upstream.");
    }
    if (unproven > 0) {
      return style.bad(branch + "; " + unproven + " of them cannot be verified.");
    }
    boolean asked = releases.stream().anyMatch(release -> release.upstream().isPresent());
    String each = branch + (asked ? ", each as upstream published it" : ", each as pinned");
    return tags.stream().anyMatch(TagFault::isMisleading)
        ? style.bad(each + "; but a tag names another commit.")
        : style.good(each + ".");
  }

  /** Returns whether the branch differs from the manifest, or the manifest from upstream. */
  private static boolean isWrong(Verified release) {
    return !release.differences().isEmpty()
        || release.upstream().filter(proof -> !proof.differences().isEmpty()).isPresent();
  }

  private static String state(Style style, Verified release) {
    String pinned =
        !release.pinned()
            ? style.bad("not pinned")
            : release.differences().isEmpty()
                ? "as pinned"
                : style.bad(Phrases.count(release.differences().size(), "file") + " not as pinned");
    return release
        .upstream()
        .map(
            proof ->
                proof.holds()
                    ? pinned + ", as upstream has it"
                    : pinned + style.bad(", not proven: " + why(proof)))
        .orElse(pinned);
  }

  private static String why(UpstreamProof proof) {
    return proof
        .absent()
        .orElseGet(
            () ->
                Phrases.count(proof.differences().size(), "file")
                    + " of the manifest not as upstream has it");
  }

  private static void addDifferences(Text text, SortedMap<HeaderPath, FileDifference> differences) {
    differences.forEach((path, what) -> text.line("    " + path + "    " + what.word()));
  }

  @Override
  public void write(Json json) {
    json.put("command", "releases verify");
    json.put("result", isPristine() ? "pristine" : "differs");
    json.objects("releases", releases, VerifyReleasesRendering::write);
    TagFaultLines.write(json, tags);
  }

  private static void write(Verified release, Json json) {
    json.put("release", release.release().version().text())
        .put("pinned", release.pinned())
        .put("files", release.files());
    write(json, "differences", release.differences());
    release
        .upstream()
        .ifPresent(
            proof ->
                json.object(
                    "upstream",
                    j -> {
                      j.put("holds", proof.holds()).put("absent", proof.absent());
                      write(j, "differences", proof.differences());
                    }));
  }

  private static void write(
      Json json, String key, SortedMap<HeaderPath, FileDifference> differences) {
    json.objects(
        key,
        List.copyOf(differences.entrySet()),
        (file, j) -> j.put("path", file.getKey().value()).put("what", file.getValue().id()));
  }
}
