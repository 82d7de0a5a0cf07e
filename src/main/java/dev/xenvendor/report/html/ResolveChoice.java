package dev.xenvendor.report.html;

import dev.xenvendor.report.format.Words;
import java.util.List;
import java.util.Optional;

/**
 * A way to settle a conflict.
 *
 * @param take what {@code resolve --take} is told
 * @param lines the lines that come of it; empty where it is about the whole file
 * @param note what it is, beyond its name
 */
record ResolveChoice(
    String take, String command, Optional<List<String>> lines, Optional<String> note) {

  static ResolveChoice of(String take, String command, byte[] text) {
    return new ResolveChoice(
        take, command, Optional.of(Words.text(text).lines().toList()), Optional.empty());
  }

  static ResolveChoice ofFile(String take, String command) {
    return new ResolveChoice(take, command, Optional.empty(), Optional.empty());
  }

  ResolveChoice with(String other) {
    return new ResolveChoice(take, command, lines, Optional.of(other));
  }

  Fields fields() {
    return new Fields()
        .put("take", take)
        .put("suggested", take.equals("suggested"))
        .put("command", command + " --take " + take)
        .put("note", note)
        .put("nothing", lines.filter(List::isEmpty).isPresent())
        .put("text", lines.filter(text -> !text.isEmpty()).map(text -> String.join("\n", text)));
  }
}
