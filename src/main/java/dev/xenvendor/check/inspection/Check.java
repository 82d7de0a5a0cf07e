package dev.xenvendor.check.inspection;

import java.util.List;

/** Looks at a tree for what some rules are about. */
public interface Check {

  /** Returns its findings, possibly including those of rules that were not requested. */
  List<Finding> findings(Inspection tree);
}
