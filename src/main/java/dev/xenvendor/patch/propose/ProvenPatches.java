package dev.xenvendor.patch.propose;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchResult;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.file.PatchWriter;
import dev.xenvendor.patch.file.PatchYaml;
import dev.xenvendor.patch.residue.Residue;
import dev.xenvendor.problem.Problem;
import java.util.Optional;

/** Proves proposed patches before they are written. */
public final class ProvenPatches {

  private ProvenPatches() {}

  /**
   * The patches as they are read from the files that they are written to; no others.
   *
   * @param environment in which the tree's headers are read as C code
   */
  public static PatchSet readBack(PatchSet proposed, CEnvironment environment) {
    return new PatchSet(
        proposed.patches().stream()
            .flatMap(
                patch ->
                    readBack(patch, environment)
                        .filter(p -> p.change().equals(patch.change()))
                        .stream())
            .toList());
  }

  private static Optional<LocalPatch> readBack(LocalPatch patch, CEnvironment environment) {
    try {
      return Optional.of(
          PatchYaml.read(patch.id(), PatchWriter.write(patch), name -> Optional.empty())
              .seenIn(environment));
    } catch (Problem unreadable) {
      return Optional.empty();
    }
  }

  /**
   * The patches that the tree carries byte for byte: made in it, they change nothing, and made in
   * the release, they do. A habit may be missing in some files.
   *
   * @param residue what all of them leave
   */
  public static PatchSet carried(PatchSet proposed, Residue residue) {
    return new PatchSet(
        proposed.patches().stream().filter(patch -> isCarried(patch, residue)).toList());
  }

  private static boolean isCarried(LocalPatch patch, Residue residue) {
    boolean unchanged =
        residue.local().result(patch.id()).filter(PatchResult::changedNothing).isPresent();
    boolean changes =
        residue.release().result(patch.id()).filter(made -> !made.changedNothing()).isPresent();
    return changes && (unchanged || patch.change().mayBeMissing());
  }
}
