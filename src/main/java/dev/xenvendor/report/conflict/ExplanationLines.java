package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.Explanation;
import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.patch.Discussion;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.release.UpstreamCommit;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Explains why a hunk conflicts and how it can be resolved. */
final class ExplanationLines {

  private static final int MOST_COMMITS = 5;

  /** Of one text. */
  static final int MOST_LINES = 6;

  /** In characters; some subjects are whole messages. */
  private static final int LONGEST = 80;

  private static final String LABEL = " ".repeat(10);

  /** In characters, beside the label; a terminal of the usual width shows it without a break. */
  private static final int WIDTH = 80 - 3 - LABEL.length() - 1;

  private ExplanationLines() {}

  /**
   * @param isFull whether a long suggestion is shown in full
   */
  static void add(Text text, Explanation explanation, boolean isFull) {
    for (LocalPatch patch : explanation.patches()) {
      addWords(text, "why", "local patch " + patch.id() + ": " + patch.summary());
      patch.lastWord().map(Discussion::says).ifPresent(says -> addWords(text, "", says));
    }
    for (String edit : explanation.editsInWords()) {
      addWords(text, "why", "undeclared local edit: " + Phrases.printable(edit));
    }
    List<UpstreamCommit> commits = explanation.upstream();
    for (UpstreamCommit commit : commits.subList(0, Math.min(MOST_COMMITS, commits.size()))) {
      addWords(
          text,
          "upstream",
          commit.id().abbreviated()
              + " "
              + commit.date()
              + " "
              + Phrases.printable(Phrases.shortened(commit.subject(), LONGEST)));
    }
    if (commits.size() > MOST_COMMITS) {
      add(text, "", "… " + (commits.size() - MOST_COMMITS) + " more commits");
    }
    explanation.suggestion().ifPresent(suggestion -> add(text, suggestion, isFull));
  }

  private static void add(Text text, Suggestion suggestion, boolean isFull) {
    String check = suggestion.check().isEmpty() ? "" : " (" + suggestion.check() + ")";
    addWords(text, "suggested", Phrases.printable(suggestion.how()) + check);
    List<String> lines = Phrases.text(suggestion.text()).lines().map(Phrases::printable).toList();
    int most = isFull || lines.size() <= MOST_LINES + 1 ? lines.size() : MOST_LINES;
    lines.subList(0, most).forEach(line -> add(text, "", line));
    if (most < lines.size()) {
      add(text, "", "… " + Phrases.count(lines.size() - most, "more line"));
    }
  }

  static void addCommand(Text text, String label, String command) {
    add(text, label, text.style().commands(command));
  }

  private static void addWords(Text text, String label, String words) {
    List<String> lines = Phrases.wrapped(words, WIDTH);
    add(text, label, lines.get(0));
    lines.subList(1, lines.size()).forEach(line -> add(text, "", line));
  }

  static void add(Text text, String label, String line) {
    String named = label.isEmpty() ? LABEL : text.style().faint(String.format("%-10s", label));
    text.line(("   " + named + " " + line).stripTrailing());
  }
}
