package dev.xenvendor.git.program;

import dev.xenvendor.tree.HeaderPath;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Repository;

/** The lines of a waiting commit message that git takes out again, marked as git is told to. */
public final class MessageComments {

  private static final String BY_DEFAULT = "#";

  private final Optional<String> mark;

  private MessageComments(Optional<String> mark) {
    this.mark = mark;
  }

  /**
   * With {@code core.commentChar}, or {@code core.commentString}, as later versions of git call it.
   */
  public static MessageComments of(Repository jgit) {
    Config config = jgit.getConfig();
    String character = config.getString("core", null, "commentChar");
    String string = config.getString("core", null, "commentString");
    String mark = string != null ? string : character != null ? character : BY_DEFAULT;
    // With auto, git chooses a mark that the message does not use, and would keep every other.
    return new MessageComments(mark.equals("auto") ? Optional.empty() : Optional.of(mark));
  }

  /** The message with the conflicting paths as comments, for the editor. */
  public String with(String message, Collection<HeaderPath> conflicts) {
    if (conflicts.isEmpty() || mark.isEmpty()) {
      return message;
    }
    StringBuilder text = new StringBuilder(message);
    text.append('\n').append(mark.get()).append(" Conflicts:\n");
    new TreeSet<>(conflicts)
        .forEach(path -> text.append(mark.get()).append('\t').append(path).append('\n'));
    return text.toString();
  }

  /** The message without them. */
  public String without(String message) {
    String start = mark.orElse(BY_DEFAULT);
    StringBuilder kept = new StringBuilder();
    message
        .lines()
        .filter(line -> !line.startsWith(start))
        .forEach(line -> kept.append(line).append('\n'));
    return kept.toString().strip() + '\n';
  }
}
