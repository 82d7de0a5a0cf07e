package dev.xenvendor.acceptance.merge;

import static dev.xenvendor.acceptance.merge.PumpHeader.BASE;
import static dev.xenvendor.acceptance.merge.PumpHeader.EXTRA;
import static dev.xenvendor.acceptance.merge.PumpHeader.FILE;
import static dev.xenvendor.acceptance.merge.PumpHeader.PROFILE;
import static dev.xenvendor.acceptance.merge.PumpHeader.before;
import static dev.xenvendor.acceptance.merge.PumpHeader.release;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole in, whole out: a merge never commits a header that it has broken. */
@Tag("slow")
final class BrokenResultTest {

  @TempDir Path folder;

  /** A tree at release 1.0 with an edit, and release 2.0 imported. */
  private TeamRepository team(String local, String next) throws IOException {
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    team.write("vendor/pump/vendor.yaml", PROFILE);
    team.write(FILE, BASE);
    team.xenvendor("releases", "pin", "1.0", "--from", release(folder, "1.0", BASE)).exits(0);
    team.xenvendor("releases", "pin", "2.0", "--from", release(folder, "2.0", next)).exits(0);
    team.commitAll("Headers");
    team.xenvendor("adopt", "--baseline", "1.0", "--from", release(folder, "1.0", BASE)).exits(0);
    team.xenvendor("import", "2.0", "--from", release(folder, "2.0", next)).exits(0);
    team.write(FILE, local);
    team.commitAll("Edit");
    return team;
  }

  /** Local has a struct at the top that the release brings, in other words, at the end. */
  private TeamRepository defined() throws IOException {
    return team(
        before(BASE, "struct first", "struct extra { int b; };\n\n"),
        before(BASE, "struct last", EXTRA + "\n"));
  }

  @Test
  void aPatchThatTakesAnEnumeratorsCommaStaysAConflictUntilItIsMended() throws IOException {
    String levels = "enum level {\n    LOW_LEVEL,\n";
    String base = before(BASE, "struct last", levels + "};\n\n");
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    team.write("vendor/pump/vendor.yaml", PROFILE);
    team.write(FILE, base);
    String next = base.replace(levels, levels + "    MID_LEVEL\n");
    team.xenvendor("releases", "pin", "1.0", "--from", release(folder, "1.0", base)).exits(0);
    team.xenvendor("releases", "pin", "2.0", "--from", release(folder, "2.0", next)).exits(0);
    team.write(
        "local-patches/pump/0010-top-level.yaml",
        """
        id: top-level
        description: A level of our own.
        change:
          insert-lines: {file: pump.h, after-line: "    LOW_LEVEL,", lines: ["    TOP_LEVEL"]}
        """);
    team.write(FILE, base.replace(levels, levels + "    TOP_LEVEL\n"));
    team.commitAll("Headers");
    team.xenvendor("adopt", "--baseline", "1.0", "--from", release(folder, "1.0", base)).exits(0);
    team.xenvendor("import", "2.0", "--from", release(folder, "2.0", next)).exits(0);

    team.xenvendor("merge").exits(1);

    assertThat(team.xenvendor("conflicts").out())
        .contains("there is no comma between TOP_LEVEL and MID_LEVEL")
        .doesNotContain("it is well formed now");
    String merged = team.read(FILE);
    team.write(FILE, merged.replace("TOP_LEVEL\n", "TOP_LEVEL,\n"));
    assertThat(team.xenvendor("conflicts").out()).contains("it is well formed now");
    team.write(FILE, merged);
    team.xenvendor("resolve", FILE, "--take", "vendor").exits(0);
    assertThat(team.read(FILE)).isEqualTo(next);
  }

  @Test
  void aStructThatTheReleaseHasElsewhereIsAConflictWithBothPlaces() throws IOException {
    TeamRepository team = defined();

    Run dry = team.xenvendor("merge", "--dry-run").exits(1);
    Run merge = team.xenvendor("--format", "json", "merge").exits(1);

    assertThat(dry.out()).contains("broken-result: struct extra is defined twice, lines 3 and 16");
    JsonNode conflict = merge.json().get("conflicts").get(0);
    assertThat(conflict.get("kind").asText()).isEqualTo("broken-result");
    JsonNode places = conflict.get("broken").get(0).get("places");
    assertThat(places.findValuesAsText("line")).containsExactly("3", "16");
    assertThat(places.findValuesAsText("side")).containsExactly("local", "vendor");
    assertThat(team.lines("ls-files", "-u")).hasSize(3);
    assertThat(team.xenvendor("conflicts").exits(1).out())
        .contains("line 3     struct extra { int b; };  (only in local)")
        .contains("line 16    struct extra {  (only in vendor)");
  }

  @Test
  void theMergeIsNotCommittedUntilTheFileIsPutRight() throws IOException {
    TeamRepository team = defined();
    team.xenvendor("merge").exits(1);
    team.git("add", FILE);
    String head = team.id("HEAD");

    Run refused = team.xenvendor("merge", "--continue").exits(1);
    assertThat(team.id("HEAD")).isEqualTo(head);
    team.write(FILE, team.read(FILE).replace("struct extra { int b; };\n\n", ""));
    assertThat(team.json("conflicts").get("conflicts")).isEmpty();
    team.git("add", FILE);
    team.xenvendor("merge", "--continue").exits(0);

    assertThat(refused.out()).contains("struct extra is defined twice").contains("--allow-broken");
    assertThat(team.id("HEAD")).isNotEqualTo(head);
  }

  @Test
  void aBrokenFileIsCommittedWhereThatIsAllowed() throws IOException {
    TeamRepository team = defined();
    team.xenvendor("merge").exits(1);
    team.git("add", FILE);

    team.xenvendor("merge", "--allow-broken").exits(2);
    team.xenvendor("merge", "--continue", "--allow-broken").exits(0);
  }

  @Test
  void aMergeThatPlainGitBeganIsLookedAtToo() throws IOException {
    TeamRepository team = defined();
    team.git("merge", "--no-commit", "--no-ff", "upstream/pump");

    assertThat(team.xenvendor("merge", "--continue").exits(1).out())
        .contains("struct extra is defined twice");
  }

  @Test
  void linesThatTheReleaseBringsWordForWordAreUpstreams() throws IOException {
    String next = before(BASE, "struct last", EXTRA + "\n");
    TeamRepository team = team(before(BASE, "struct first", EXTRA + "\n"), next);

    team.xenvendor("merge").exits(0);

    assertThat(team.read(FILE)).isEqualTo(next);
  }

  @Test
  void aDeclaredBackportIsAdopted() throws IOException {
    String next = before(BASE, "struct last", EXTRA + "\n");
    TeamRepository team = team(before(BASE, "struct first", EXTRA + "\n"), next);
    team.xenvendor("patches", "new").exits(0);
    team.commitAll("Declare");

    JsonNode merge = team.json("merge");

    assertThat(merge.get("patches").get(0).get("state").asText()).isEqualTo("adopted");
    assertThat(team.read(FILE)).isEqualTo(next);
    assertThat(team.json("check", "--rule", "patch-missing").get("findings")).isEmpty();
  }

  @Test
  void aDeclaredBackportThatTheReleaseHasInOtherWordsIsAConflict() throws IOException {
    TeamRepository team = defined();
    team.xenvendor("patches", "new").exits(0);
    team.commitAll("Declare");

    assertThat(team.xenvendor("merge").exits(1).out()).contains("broken-result");
  }

  @Test
  void aHunkThatLeavesAConditionalOpenIsToldWithWhatBelongsToIt() throws IOException {
    TeamRepository team =
        team(
            BASE.replace("CONFIG_PAE", "PAE"),
            BASE.replace("#ifdef CONFIG_PAE\ntypedef long word_t;\n#else\n", "")
                .replace("typedef int word_t;\n#endif\n", "typedef int word_t;\n"));
    team.xenvendor("merge").exits(1);

    Run taken = team.xenvendor("resolve", FILE, "--hunk", "1", "--take", "local").exits(0);
    Run refused = team.xenvendor("merge", "--continue").exits(1);

    assertThat(taken.out())
        .contains("#ifdef PAE is never closed")
        .contains("the rest of it in local:")
        .contains("line 12    #endif");
    assertThat(refused.out()).contains("#ifdef PAE is never closed");
  }

  @Test
  void aHunkThatIsWholeIsTakenWithoutAWord() throws IOException {
    TeamRepository team = team(BASE.replace("LOW 1", "LOW 2"), BASE.replace("LOW 1", "LOW 3"));
    team.xenvendor("merge").exits(1);

    assertThat(team.xenvendor("resolve", FILE, "--hunk", "1", "--take", "local").exits(0).out())
        .doesNotContain("well formed");
    team.xenvendor("merge", "--continue").exits(0);
  }

  @Test
  void whatWasNotWellFormedBeforeIsLetBe() throws IOException {
    String twice = "#define LOW 1\n#define LOW 2\n";
    TeamRepository team =
        team(
            before(BASE, "struct first", "#define LOW 2\n\n"),
            before(BASE, "struct last", twice + "\n"));

    team.xenvendor("merge").exits(0);
  }
}
