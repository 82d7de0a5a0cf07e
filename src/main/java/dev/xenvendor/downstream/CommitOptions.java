package dev.xenvendor.downstream;

import java.util.Optional;

/**
 * The user's options for new commits and tags, as git has them.
 *
 * @param sign whether they are signed where git's configuration wants it
 * @param verify whether the hooks that may refuse a commit run
 * @param signoff whether the message ends with the committer's {@code Signed-off-by}
 * @param message what the message says instead of the program's words; its trailers stay
 * @param edit whether the user's editor is opened on the message
 */
public record CommitOptions(
    boolean sign, boolean verify, boolean signoff, Optional<String> message, boolean edit) {

  public static final CommitOptions USUAL =
      new CommitOptions(true, true, false, Optional.empty(), false);
}
