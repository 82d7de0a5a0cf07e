package dev.xenvendor.check;

import dev.xenvendor.check.inspection.CompilerUnavailable;
import dev.xenvendor.check.inspection.Inspection;

/** The conditions that a tree must meet so that checks can decide their rules. */
final class CheckPreconditions {

  private CheckPreconditions() {}

  static boolean nothing(Inspection tree) {
    return true;
  }

  static boolean importedReleases(Inspection tree) {
    return !tree.downstream().branch().history().releases().isEmpty();
  }

  /** Returns whether there is the manifest of the release that trunk has. */
  static boolean manifest(Inspection tree) {
    return tree.downstream().release().flatMap(tree.downstream().config()::find).isPresent();
  }

  static boolean residue(Inspection tree) {
    return tree.downstream().residue().isPresent();
  }

  static boolean residueOrRecord(Inspection tree) {
    return residue(tree) || tree.downstream().record().isPresent();
  }

  /** Returns whether there is the release that trunk has, to compare its headers with. */
  static boolean pristineHeaders(Inspection tree) {
    return tree.states().isPresent();
  }

  static boolean compiler(Inspection tree) {
    return !CompilerUnavailable.without(tree);
  }
}
