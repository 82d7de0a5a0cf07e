package dev.xenvendor.report.html;

import java.util.List;
import java.util.Optional;

/**
 * A way to resolve a conflict.
 *
 * @param take what {@code resolve --take} is told
 * @param lines the lines that come of it; empty where it is about the whole file
 * @param note what it is, beyond its name
 */
record ResolveChoice(
    String take, String command, Optional<List<String>> lines, Optional<String> note) {

  ResolveChoice with(String other) {
    return new ResolveChoice(take, command, lines, Optional.of(other));
  }

  Fields fields() {
    return new Fields()
        .put("take", take)
        .put("command", command + " --take " + take)
        .put("note", note)
        .put("nothing", lines.filter(List::isEmpty).isPresent())
        .put("text", lines.filter(text -> !text.isEmpty()).map(text -> String.join("\n", text)));
  }
}
