package dev.xenvendor.cvs;

import dev.xenvendor.problem.Problem;

/**
 * A release tag that already names something else. It cannot be moved, because people who checked
 * it out would not notice.
 */
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
