package dev.xenvendor.report;

import dev.xenvendor.conflict.Explanation;
import dev.xenvendor.conflict.Explanation.Suggestion;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.patch.Discussion;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.release.UpstreamCommit;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Text;
import dev.xenvendor.report.format.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a hunk conflicts, and what could be done about it. */
final class ExplanationLines {

  private static final int MOST_COMMITS = 5;

  /** In characters. */
  private static final int LONGEST = 80;

  private ExplanationLines() {}

  static void add(Text text, Explanation explanation) {
    for (LocalPatch patch : explanation.patches()) {
      add(text, "why here", "local patch " + patch.id() + ": " + patch.summary());
      patch.lastWord().map(Discussion::says).ifPresent(says -> add(text, "", says));
    }
    for (String edit : explanation.edits()) {
      add(text, "why here", "undeclared local edit: " + Words.printable(edit));
    }
    List<UpstreamCommit> commits = explanation.upstream();
    for (UpstreamCommit commit : commits.subList(0, Math.min(MOST_COMMITS, commits.size()))) {
      add(
          text,
          "changed by",
          commit.id().abbreviated()
              + " "
              + commit.date()
              + " "
              + shortened(Words.printable(commit.subject())));
    }
    if (commits.size() > MOST_COMMITS) {
      add(text, "", "… " + (commits.size() - MOST_COMMITS) + " more commits");
    }
    explanation.suggestion().ifPresent(suggestion -> add(text, suggestion));
  }

  /** Some subjects are whole messages. */
  private static String shortened(String subject) {
    return subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST - 1) + "…";
  }

  private static void add(Text text, Suggestion suggestion) {
    String check = suggestion.check().isEmpty() ? "" : " (" + suggestion.check() + ")";
    add(text, "suggested", Words.printable(suggestion.how()) + check);
    Words.text(suggestion.text()).lines().map(Words::printable).forEach(l -> add(text, "", l));
  }

  static void add(Text text, String label, String line) {
    text.line("   " + text.style().faint(String.format("%-10s", label)) + " " + line);
  }

  static void write(Json json, Explanation explanation) {
    json.put("patches", explanation.patches().stream().map(LocalPatch::id).toList());
    json.put("undeclared", explanation.edits());
    json.objects(
        "upstream",
        explanation.upstream(),
        (commit, j) ->
            j.put("commit", commit.id().hex())
                .put("date", commit.date().toString())
                .put("subject", commit.subject()));
    explanation
        .suggestion()
        .ifPresent(
            suggestion ->
                json.object(
                    "suggestion",
                    j ->
                        j.put("text", Words.text(suggestion.text()))
                            .put("how", suggestion.how())
                            .put("check", suggestion.check())));
  }

  /** The patches that a conflict involves: one that no longer applies, and those of its hunks. */
  static void writePatches(Json json, OpenConflict conflict) {
    Map<String, String> reasons = new LinkedHashMap<>();
    conflict.lost().ifPresent(lost -> reasons.put(lost.id(), lost.reason()));
    for (OpenHunk hunk : conflict.hunks()) {
      hunk.explanation()
          .ifPresent(
              known -> known.patches().forEach(p -> reasons.putIfAbsent(p.id(), p.summary())));
    }
    json.objects(
        "patches",
        List.copyOf(reasons.entrySet()),
        (entry, j) -> j.put("id", entry.getKey()).put("reason", entry.getValue()));
  }
}
