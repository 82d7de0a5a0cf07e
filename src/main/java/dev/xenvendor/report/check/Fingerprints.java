package dev.xenvendor.report.check;

import dev.xenvendor.check.inspection.Finding;
import java.util.HashMap;
import java.util.Map;

/**
 * The identities of one report's findings, by which a service recognises a finding in the next
 * report. Findings that are alike in all but their lines are told apart by their number.
 */
final class Fingerprints {

  private final Map<String, Integer> counts = new HashMap<>();

  /** Returns the identity of the next finding. */
  String of(Finding finding) {
    String print = finding.fingerprint();
    return print + ':' + counts.merge(print, 1, Integer::sum);
  }
}
