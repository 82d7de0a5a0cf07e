package dev.xenvendor.check;

import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.check.rule.AbiCheck;
import dev.xenvendor.check.rule.BaselineCheck;
import dev.xenvendor.check.rule.CompileCheck;
import dev.xenvendor.check.rule.DriftCheck;
import dev.xenvendor.check.rule.LimitCheck;
import dev.xenvendor.check.rule.MarkerCheck;
import dev.xenvendor.check.rule.MergesCheck;
import dev.xenvendor.check.rule.MissingIncludeCheck;
import dev.xenvendor.check.rule.OwnHeaderCheck;
import dev.xenvendor.check.rule.PairCheck;
import dev.xenvendor.check.rule.PatchCheck;
import dev.xenvendor.check.rule.PinnedCheck;
import dev.xenvendor.check.rule.RecordCheck;
import dev.xenvendor.check.rule.RecordedDriftCheck;
import dev.xenvendor.check.rule.RemovedNamesCheck;
import dev.xenvendor.check.rule.TagCheck;
import dev.xenvendor.check.rule.UndefinedNameCheck;
import dev.xenvendor.check.rule.VendorBranchCheck;
import dev.xenvendor.profile.Rule;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A check with the rules that it decides.
 *
 * @param need the precondition of the check; if it is not met, the check may find something but
 *     decides nothing
 */
record RuleCheck(Check check, Predicate<Inspection> need, Set<Rule> rules) {

  /** All checks, in the order in which they run. */
  static final List<RuleCheck> ALL =
      List.of(
          of(
              new VendorBranchCheck(),
              CheckPreconditions::importedReleases,
              Rule.VENDOR_NOT_PRISTINE),
          of(new PinnedCheck(), CheckPreconditions::nothing, Rule.RELEASE_UNPINNED),
          of(new TagCheck(), CheckPreconditions::importedReleases, Rule.RELEASE_TAG),
          of(new RecordCheck(), CheckPreconditions::importedReleases, Rule.MERGE_RECORD),
          of(
              new DriftCheck(),
              CheckPreconditions::residueOrRecord,
              Rule.UNDECLARED_CHANGE,
              Rule.UNKNOWN_FILE),
          of(
              new RecordedDriftCheck(),
              CheckPreconditions::nothing,
              Rule.UNDECLARED_CHANGE,
              Rule.PATCH_MISSING,
              Rule.UNKNOWN_FILE),
          of(new PatchCheck(), CheckPreconditions::residue, Rule.PATCH_MISSING, Rule.PATCH_ADOPTED),
          of(new MarkerCheck(), CheckPreconditions::nothing, Rule.CONFLICT_MARKER),
          of(new MissingIncludeCheck(), CheckPreconditions::manifest, Rule.MISSING_INCLUDE),
          of(
              new MergesCheck(),
              CheckPreconditions::importedReleases,
              Rule.RELEASE_SKIPPED,
              Rule.MERGE_PENDING),
          of(new LimitCheck(), CheckPreconditions::nothing, Rule.LIMIT_EXCEEDED),
          of(new CompileCheck(), CheckPreconditions::compiler, Rule.DOES_NOT_COMPILE),
          of(new OwnHeaderCheck(), CheckPreconditions::compiler, Rule.DOES_NOT_COMPILE),
          of(new PairCheck(), CheckPreconditions::compiler, Rule.CROSS_ABI_MISMATCH),
          of(new UndefinedNameCheck(), CheckPreconditions::pristineHeaders, Rule.UNDEFINED_NAME),
          of(new AbiCheck(), CheckPreconditions::compiler, Rule.ABI_CHANGED),
          of(new RemovedNamesCheck(), CheckPreconditions::nothing, Rule.REMOVED_BUT_USED),
          of(new BaselineCheck(), CheckPreconditions::nothing, Rule.NEWER_THAN_BASELINE));

  private static RuleCheck of(Check check, Predicate<Inspection> need, Rule first, Rule... others) {
    return new RuleCheck(check, need, Collections.unmodifiableSet(EnumSet.of(first, others)));
  }

  /** Returns the rules of which the check can say nothing here, as without the vendor branch. */
  Set<Rule> undecided(Inspection tree) {
    return need.test(tree) ? Set.of() : rules;
  }
}
