package dev.xenvendor.check.inspection;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places of the definitions that a patch relocates: only the MD header, or others too.
 *
 * @param result the patch, made in trunk
 */
public record RelocationState(
    Inspection tree,
    Residue residue,
    LocalPatch patch,
    RelocateDefinitions relocation,
    PatchResult result) {

  public List<Finding> findings() {
    HeaderPath mdHeader = relocation.mdHeader(tree.vendor().prefix());
    Optional<byte[]> text = tree.downstream().trunk().file(mdHeader).map(HeaderFile::bytes);
    List<String> absent = text.map(relocation::absentFrom).orElse(List.of());
    boolean moved = text.isPresent() && !relocation.isAbsentFrom(text.get());
    if (!result.taken().isEmpty()) {
      return List.of(moved ? twice(mdHeader) : waiting());
    }
    if (isUpstreamsOwn()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    if (text.isEmpty()) {
      findings.add(
          missing("the MD header that " + patch.id() + " moves definitions to is missing")
              .in(mdHeader));
    } else if (!moved) {
      findings.add(
          missing("the definitions that " + patch.id() + " relocates are missing").in(mdHeader));
    } else {
      absent.forEach(
          name ->
              findings.add(
                  missing(name + ", which " + patch.id() + " relocates, is missing")
                      .in(mdHeader)
                      .about(name)));
    }
    return findings;
  }

  private boolean isUpstreamsOwn() {
    return residue.release().result(patch.id()).filter(PatchResult::isUpstreams).isPresent();
  }

  private HeaderPath from() {
    return tree.inTree(relocation.fromIn(result));
  }

  private CDefinition first() {
    return result.taken().get(0).definitions().get(0);
  }

  /** The state right after an adoption, which is only a warning. */
  private Finding waiting() {
    long count = result.taken().stream().mapToLong(t -> t.definitions().size()).sum();
    return finding(
            count
                + (count == 1 ? " definition waits" : " definitions wait")
                + " for the relocation that "
                + patch.id()
                + " declares",
            "the next " + tree.commands().merge() + " moves them")
        .asWarning()
        .at(from(), first().place().line());
  }

  private Finding twice(HeaderPath mdHeader) {
    return finding(
            first().spelling()
                + " is defined here, and "
                + patch.id()
                + " relocated it to "
                + mdHeader,
            "remove it from one of the two headers")
        .at(from(), first().place().line());
  }

  private Finding missing(String message) {
    return finding(
        message,
        "restore it: " + tree.commands().history(relocation.mdHeader(tree.vendor().prefix())));
  }

  private Finding finding(String message, String hint) {
    return Finding.of(Rule.PATCH_MISSING, message, hint).of(patch.id());
  }
}
