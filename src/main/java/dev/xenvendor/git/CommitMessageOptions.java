package dev.xenvendor.git;

import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.git.repository.GitIdentity;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;

/** Applies the user's message options to a commit message. */
final class CommitMessageOptions {

  private static final Pattern TRAILERS = Pattern.compile("(?:[A-Za-z][A-Za-z0-9-]*: .*\n)+");

  private final CommitOptions options;
  private final GitIdentity identity;

  CommitMessageOptions(CommitOptions options, GitIdentity identity) {
    this.options = options;
    this.identity = identity;
  }

  /** The message with the user's text before its trailers, and the sign-off after them. */
  String applied(String message) {
    Optional<String> words = options.message();
    String worded = words.map(text -> text.strip() + "\n\n" + trailers(message)).orElse(message);
    return options.signoff() ? signedOff(worded) : worded;
  }

  /** The last paragraph, if it consists of trailers, with the comments after it. */
  private static String trailers(String message) {
    StringBuilder kept = new StringBuilder();
    for (String paragraph : message.split("\n\n")) {
      String text = paragraph.stripTrailing() + '\n';
      if (TRAILERS.matcher(text).matches()) {
        kept.setLength(0);
        kept.append(text);
      } else if (kept.length() > 0) {
        kept.append('\n').append(text);
      }
    }
    return kept.toString();
  }

  private String signedOff(String message) {
    PersonIdent committer = identity.committer();
    String line =
        "Signed-off-by: " + committer.getName() + " <" + committer.getEmailAddress() + ">\n";
    if (message.contains(line)) {
      return message;
    }
    String trailers = trailers(message);
    int at = trailers.isEmpty() ? -1 : message.indexOf(trailers.substring(0, end(trailers)));
    if (at < 0) {
      return message.stripTrailing() + "\n\n" + line;
    }
    int behind = at + end(trailers);
    return message.substring(0, behind) + line + message.substring(behind);
  }

  /** The end of the trailers; comments may follow them. */
  private static int end(String trailers) {
    int blank = trailers.indexOf("\n\n");
    return blank < 0 ? trailers.length() : blank + 1;
  }
}
