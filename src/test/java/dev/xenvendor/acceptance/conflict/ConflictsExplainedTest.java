package dev.xenvendor.acceptance.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conflict says why it is one, who changed the lines upstream, and what could be taken. */
@Tag("slow")
final class ConflictsExplainedTest {

  private static final String WIRE = TeamRepository.PREFIX + "/io/xs_wire.h";
  private static final String CHANNEL = TeamRepository.PREFIX + "/event_channel.h";
  private static final String UNUSED =
      """
      id: unused
      description: The table of errors is marked with the tree's own word.
      forwarded: rejected
      discussion:
        - {says: "upstream: write it out"}
      change:
        replace-tokens: {file: io/xs_wire.h, tokens: {"__attribute__((unused))": "__unused"}}
      """;

  @TempDir Path folder;

  @Test
  void aHunkNamesTheEditAndTheCommitsThatMeet() {
    TeamRepository team = conflicting();

    JsonNode hunk = hunk(team.json("conflicts", "--from", "../upstream"), WIRE);

    assertThat(texts(hunk.get("undeclared")))
        .containsExactly("__attribute__((unused)) becomes __unused");
    assertThat(hunk.get("patches")).isEmpty();
    assertThat(hunk.get("upstream").findValuesAsText("subject")).containsExactly("Release 3.2.0");
    String suggestion = hunk.get("suggestion").get("text").asText();
    assertThat(suggestion).contains("#ifdef __GNUC__\n  __unused\n#endif\n");
    assertThat(suggestion).doesNotContain("__attribute__");
    assertThat(team.xenvendor("conflicts", WIRE, "--from", "../upstream").out())
        .contains("why        undeclared local edit: __attribute__((unused)) becomes __unused")
        .containsPattern("upstream   [0-9a-f]{7} [0-9-]{10} Release 3.2.0")
        .contains("suggested  upstream's text, in which __attribute__((unused)) becomes __unused")
        .contains("take       xenvendor resolve 4.1 --take suggested | local | vendor | base");
  }

  @Test
  void withoutUpstreamsHistoryNoCommitsAreNamed() {
    TeamRepository team = conflicting();

    JsonNode hunk = hunk(team.json("conflicts"), WIRE);

    assertThat(hunk.get("upstream")).isEmpty();
    assertThat(team.xenvendor("conflicts", WIRE).out()).doesNotContain("upstream  ");
  }

  @Test
  void aSuggestionIsTakenWhenItIsAskedFor() {
    TeamRepository team = conflicting();
    String suggestion = hunk(team.json("conflicts"), WIRE).get("suggestion").get("text").asText();

    JsonNode resolved = team.json("resolve", "io/xs_wire.h", "--take", "suggested");

    assertThat(resolved.get("result").asText()).isEqualTo("settled");
    assertThat(resolved.get("take").asText()).isEqualTo("suggested");
    assertThat(team.read(WIRE)).contains(suggestion).doesNotContain("<<<<<<<");
    assertThat(team.lines("ls-files", "-u", WIRE)).isEmpty();
    // What merged cleanly beside it has stayed.
    assertThat(team.read(WIRE)).contains("XS_SET_TARGET");
  }

  @Test
  void whereNothingIsSuggestedNothingIsTaken() {
    TeamRepository team = conflicting();
    String before = team.state();

    Run run = team.xenvendor("resolve", "io/ring.h", "--take", "suggested").exits(ExitCode.USAGE);

    assertThat(run.err())
        .startsWith("error: there is no suggestion for hunk 1 of " + TeamRepository.PREFIX)
        .contains("hint: xenvendor conflicts 3.1 shows the choices");
    assertThat(team.state()).isEqualTo(before);
  }

  @Test
  void aDeclaredPatchInAHunkIsNamedWithItsReason() {
    TeamRepository team = TeamRepository.sample(folder);
    team.write("local-patches/sample/0010-unused.yaml", UNUSED);
    String line = "static struct xsd_errors xsd_errors[] __unused = {";
    team.write(WIRE, team.read(WIRE).replace(line, line + " /* ours */"));
    team.commitAll("Declare");
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    team.importRelease("3.3.0").exits(0);
    team.xenvendor("merge").exits(ExitCode.FINDING);

    JsonNode report = team.json("conflicts");

    assertThat(texts(hunk(report, WIRE).get("patches"))).containsExactly("unused");
    assertThat(conflict(report, WIRE).get("patches").findValuesAsText("id"))
        .containsExactly("unused");
    assertThat(team.xenvendor("conflicts", WIRE).out())
        .contains("why        local patch unused: The table of errors is marked")
        .contains("upstream: write it out");
  }

  @Test
  void whatIsDeclaredFromAConflictConflictsNoMore() {
    TeamRepository team = conflicting();
    String number = String.valueOf(numberOf(team.json("conflicts"), WIRE));

    JsonNode declared = team.json("patches", "new", "--from-conflict", number);
    team.xenvendor("merge", "--abort").exits(0);
    team.commitAll("Declare it");
    JsonNode merge = team.json("merge");

    assertThat(declared.get("patches").findValuesAsText("kind")).contains("replace-tokens");
    assertThat(merge.get("conflicts").findValuesAsText("path")).doesNotContain(WIRE);
    assertThat(team.read(WIRE)).contains("  __unused\n#endif");
  }

  @Test
  void anEditThatUndoesAPatchIsReportedThoughNothingConflicts() {
    TeamRepository team = TeamRepository.sample(folder);
    team.write(
        "local-patches/sample/0010-words.yaml",
        """
        id: words
        description: Spelled as the tree does.
        releases: ">=3.3.0"
        change:
          replace-tokens: {file: event_channel.h, tokens: {"uint32_t": "u_int32_t"}}
        """);
    String text = team.read(CHANNEL);
    int end = text.lastIndexOf("#endif");
    team.write(
        CHANNEL, text.substring(0, end) + "typedef uint32_t our_word_t;\n" + text.substring(end));
    team.commitAll("Declare");
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    team.importRelease("3.3.0").exits(0);

    JsonNode merge = team.json("merge", "--dry-run");

    JsonNode undone = merge.get("undone");
    assertThat(undone.findValuesAsText("id")).containsExactly("words");
    assertThat(texts(undone.get(0).get("files"))).containsExactly(CHANNEL);
    assertThat(team.xenvendor("merge", "--dry-run").out())
        .contains("warning: an undeclared edit reverts the local patch words in " + CHANNEL);
  }

  private TeamRepository conflicting() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(ExitCode.FINDING);
    return team;
  }

  private static JsonNode conflict(JsonNode report, String path) {
    for (JsonNode conflict : report.get("conflicts")) {
      if (conflict.get("path").asText().equals(path)) {
        return conflict;
      }
    }
    throw new AssertionError("no conflict at " + path + " in " + report);
  }

  private static JsonNode hunk(JsonNode report, String path) {
    return conflict(report, path).get("hunks").get(0);
  }

  /** As the text numbers them: hunks, and files that conflict as a whole, from 1. */
  private static int numberOf(JsonNode report, String path) {
    return conflict(report, path).get("number").asInt();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
