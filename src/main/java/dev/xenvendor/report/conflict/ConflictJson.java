package dev.xenvendor.report.conflict;

import dev.xenvendor.conflict.CauseGroup;
import dev.xenvendor.conflict.Explanation;
import dev.xenvendor.conflict.HunkContext;
import dev.xenvendor.conflict.MergeConflict;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.conflict.OpenDecision;
import dev.xenvendor.merge.Chunk.HunkText;
import dev.xenvendor.merge.Side;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.tree.HeaderFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conflicts as JSON. */
public final class ConflictJson {

  private ConflictJson() {}

  public static void write(Json json, List<OpenConflict> conflicts) {
    json.objects("conflicts", conflicts, ConflictJson::write);
  }

  private static void write(OpenConflict conflict, Json json) {
    json.put("number", conflict.number());
    json.put("path", conflict.path().value());
    json.put("kind", conflict.kind().word());
    json.put("paths", conflict.paths());
    json.put("edited", conflict.edited());
    json.object(
        "sides",
        sides -> {
          for (Side side : Side.values()) {
            conflict.file(side).ifPresent(file -> writeSide(sides, conflict, side, file));
          }
        });
    json.objects("hunks", conflict.hunks(), (hunk, j) -> write(conflict, hunk, j));
    conflict
        .known()
        .ifPresent(known -> write(json, new OpenDecision(conflict, Optional.empty()), known));
    writePatches(json, conflict);
    BreakageLines.write(json, conflict.breakages());
  }

  private static void writeSide(Json json, OpenConflict conflict, Side side, HeaderFile file) {
    json.object(
        side.word(),
        j ->
            j.put("path", conflict.pathOn(side))
                .put("mode", file.mode().octal())
                .put("blob", file.id().hex()));
  }

  private static void write(OpenConflict conflict, OpenHunk open, Json json) {
    json.put("number", open.hunk().number());
    open.line().ifPresent(line -> json.put("line", line));
    json.put("in", HunkContext.of(conflict, open.hunk(), 0).construct());
    for (Side side : Side.values()) {
      HunkText text = open.hunk().of(side);
      json.object(
          side.word(),
          j ->
              j.put("line", text.firstLine())
                  .put("lines", text.lineCount())
                  .put("text", Phrases.text(text.text())));
    }
    open.known()
        .ifPresent(
            known -> {
              json.put("patches", known.patches().stream().map(LocalPatch::id).toList());
              write(json, new OpenDecision(conflict, Optional.of(open)), known);
            });
  }

  private static void write(Json json, OpenDecision decision, Explanation known) {
    json.put("cause", decision.cause().name());
    json.put("undeclared", known.editsInWords());
    json.objects(
        "upstream",
        known.upstream(),
        (commit, j) ->
            j.put("commit", commit.id().hex())
                .put("date", commit.date().toString())
                .put("subject", commit.subject()));
    known
        .suggestion()
        .ifPresent(
            suggestion ->
                json.object(
                    "suggestion",
                    j -> {
                      suggestion.side().ifPresent(side -> j.put("side", side.word()));
                      j.put("text", Phrases.text(suggestion.text()))
                          .put("how", suggestion.how())
                          .put("check", suggestion.check());
                    }));
  }

  /** The patches that a conflict involves: one that no longer applies, and those of its hunks. */
  private static void writePatches(Json json, OpenConflict conflict) {
    Map<String, String> reasons = new LinkedHashMap<>();
    conflict.lost().ifPresent(lost -> reasons.put(lost.id(), lost.reason()));
    conflict
        .explanations()
        .flatMap(known -> known.patches().stream())
        .forEach(patch -> reasons.putIfAbsent(patch.id(), patch.summary()));
    json.objects(
        "patches",
        List.copyOf(reasons.entrySet()),
        (entry, j) -> j.put("id", entry.getKey()).put("reason", entry.getValue()));
  }

  static void writeCauses(Json json, List<CauseGroup> causes) {
    json.objects(
        "causes",
        causes,
        (group, j) ->
            j.put("name", group.cause().name())
                .put("kind", group.cause().kind().word())
                .put("title", group.cause().title())
                .put("suggested", group.suggested())
                .put("decisions", group.decisions().stream().map(OpenDecision::number).toList()));
  }

  static void writeSettled(Json json, List<MergeConflict> settled) {
    json.objects(
        "settled",
        settled,
        (conflict, j) -> j.put("number", conflict.number()).put("path", conflict.path().value()));
  }
}
