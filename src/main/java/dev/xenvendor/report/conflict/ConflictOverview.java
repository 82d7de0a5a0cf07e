package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.Cause;
import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.conflict.ConflictsReport;
import dev.xenvendor.conflict.HunkNumbers;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists conflicts by their causes, in the order to work in, and where each is. */
final class ConflictOverview {

  /** In characters; a terminal of the usual width shows it without a break. */
  private static final int WIDTH = 80;

  private static final int SHORTEST_TITLE = 20;
  private static final int INDENT = 6;
  private static final int MOST_LINES = 6;
  private static final int MOST_CAUSES = 12;

  private final Text text;
  private final ConflictsReport report;

  ConflictOverview(Text text, ConflictsReport report) {
    this.text = text;
    this.report = report;
  }

  void add() {
    List<CauseGroup> groups = report.causes();
    int shown = Math.min(MOST_CAUSES, groups.size());
    groups.subList(0, shown).forEach(this::add);
    if (shown < groups.size()) {
      List<CauseGroup> rest = groups.subList(shown, groups.size());
      long decisions = rest.stream().mapToLong(group -> group.decisions().size()).sum();
      text.blank();
      text.line(
          "… " + Phrases.count(rest.size(), "more cause") + " with " + decisions + " to decide");
    }
  }

  private void add(CauseGroup group) {
    Cause cause = group.cause();
    int used = INDENT + cause.name().length() + 2 + kind(cause).length();
    text.blank();
    text.line(
        String.format("%4d  ", group.decisions().size())
            + text.style().bold(cause.name())
            + "  "
            + kind(cause)
            + Phrases.printable(
                Phrases.shortened(cause.title(), Math.max(SHORTEST_TITLE, WIDTH - used))));
    List<String> places = places(group);
    List<String> lines = Phrases.wrapped(places, " · ", WIDTH - INDENT);
    int most = lines.size() <= MOST_LINES ? lines.size() : MOST_LINES - 1;
    lines.subList(0, most).forEach(line -> text.line(" ".repeat(INDENT) + line));
    String command = command(group);
    if (most < lines.size()) {
      text.line(
          text.style()
              .commands(" ".repeat(INDENT) + "… all: xenvendor conflicts --cause " + cause.name()));
    }
    if (!command.isEmpty()) {
      text.line(" ".repeat(INDENT) + text.style().faint(text.style().commands(command)));
    }
  }

  private static String kind(Cause cause) {
    return switch (cause.kind()) {
      case UNDECLARED -> "undeclared: ";
      case DECLARED -> "local patch: ";
      case INAPPLICABLE -> "local patch that no longer applies: ";
      case UNKNOWN -> "";
    };
  }

  /** Returns how to resolve all of it, or to look at it. */
  private String command(CauseGroup group) {
    if (report.predicted()) {
      return "";
    }
    String name = group.cause().name();
    if (group.decisions().stream().allMatch(decision -> decision.conflict().edited())) {
      return "git add "
          + (group.decisions().size() == 1 ? group.decisions().get(0).conflict().path() : "PATH");
    }
    return group.suggested() > 0
        ? "xenvendor resolve --cause "
            + name
            + " --take suggested"
            + (group.isAllSuggested() ? "" : "     " + group.suggested() + " of them")
        : "xenvendor conflicts --cause " + name;
  }

  /** The places of a cause: one for each file. */
  private List<String> places(CauseGroup group) {
    Map<Integer, List<OpenDecision>> byFile = new LinkedHashMap<>();
    for (OpenDecision decision : group.decisions()) {
      byFile
          .computeIfAbsent(decision.conflict().number(), number -> new ArrayList<>())
          .add(decision);
    }
    return byFile.values().stream().map(this::place).toList();
  }

  private String place(List<OpenDecision> inFile) {
    OpenDecision first = inFile.get(0);
    OpenConflict conflict = first.conflict();
    String path = Phrases.printable(ConflictPhrases.shortPath(conflict, report));
    if (first.hunk().isEmpty()) {
      return first.number() + " " + path + " " + conflict.kind().word();
    }
    if (inFile.size() == 1) {
      String line = first.hunk().flatMap(OpenHunk::line).map(at -> ":" + at).orElse("");
      return first.number() + " " + path + line;
    }
    SortedSet<Integer> hunks = new TreeSet<>();
    inFile.forEach(decision -> decision.number().hunk().ifPresent(hunks::add));
    return conflict.number() + " " + path + " hunks " + new HunkNumbers(hunks);
  }
}
