package dev.xenvendor.cvs;

import dev.xenvendor.problem.Problem;

/** A release tag that is taken cannot be moved: who checked it out before would not notice. */
public final class UsedTag {

  private UsedTag() {}

  public static Problem problem(String tag, String reason) {
    return Problem.repository("the release tag " + tag + " is already in use: " + reason)
        .hint(
            "use another, in vendor.yaml: cvs: {release-tag: …}; to delete a wrong tag: cvs rtag -d"
                + " "
                + tag);
  }
}
