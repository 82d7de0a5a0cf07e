package dev.xenvendor.check.inspection;

import java.util.List;

/** Decides one or more rules for a tree. */
public interface Check {

  /** Returns its findings, possibly including those of rules that were not requested. */
  List<Finding> findings(Inspection tree);
}
