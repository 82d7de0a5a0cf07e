package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole in, whole out: a merge never commits a header that it has broken. */
@Tag("slow")
final class BrokenResultTest {

  private static final String FILE = "sys/pump/pump.h";

  private static final String BASE =
      """
      #ifndef PUMP_H
      #define PUMP_H
      struct first { int a; };

      /* Levels. */
      #define LOW 1

      #ifdef CONFIG_PAE
      typedef long word_t;
      #else
      typedef int word_t;
      #endif

      struct last { int z; };
      #endif
      """;

  private static final String EXTRA = "struct extra {\n    int b;\n};\n";

  private static final String PROFILE =
      """
      schema: 1
      name: pump
      upstream: {url: "https://example.org/pump.git", path: include}
      prefix: sys/pump
      """;

  @TempDir Path folder;

  /** A tree at release 1.0 with an edit, and release 2.0 imported. */
  private TeamRepository team(String local, String next) throws IOException {
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    team.write("vendor/pump/vendor.yaml", PROFILE);
    team.write(FILE, BASE);
    team.xenvendor("releases", "pin", "1.0", "--from", release("1.0", BASE)).exits(0);
    team.xenvendor("releases", "pin", "2.0", "--from", release("2.0", next)).exits(0);
    team.commitAll("Headers");
    team.xenvendor("adopt", "--baseline", "1.0", "--from", release("1.0", BASE)).exits(0);
    team.xenvendor("import", "2.0", "--from", release("2.0", next)).exits(0);
    team.write(FILE, local);
    team.commitAll("Edit");
    return team;
  }

  private String release(String version, String header) throws IOException {
    Path headers = Files.createDirectories(folder.resolve(version).resolve("include"));
    Files.writeString(headers.resolve("pump.h"), header);
    return folder.resolve(version).toString();
  }

  private static String before(String text, String anchor, String inserted) {
    assertThat(text).contains(anchor);
    return text.replace(anchor, inserted + anchor);
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
    team.xenvendor("releases", "pin", "1.0", "--from", release("1.0", base)).exits(0);
    team.xenvendor("releases", "pin", "2.0", "--from", release("2.0", next)).exits(0);
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
    team.xenvendor("adopt", "--baseline", "1.0", "--from", release("1.0", base)).exits(0);
    team.xenvendor("import", "2.0", "--from", release("2.0", next)).exits(0);

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

  /** A tree of two headers, of which one may include the other, and release 2.0 imported. */
  private TeamRepository two(
      String pump, String valve, String localPump, String nextPump, String nextValve)
      throws IOException {
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    String first = releaseOfTwo("1.0", pump, valve);
    String second = releaseOfTwo("2.0", nextPump, nextValve);
    team.write("vendor/pump/vendor.yaml", PROFILE);
    team.write(FILE, pump);
    team.write("sys/pump/valve.h", valve);
    team.xenvendor("releases", "pin", "1.0", "--from", first).exits(0);
    team.xenvendor("releases", "pin", "2.0", "--from", second).exits(0);
    team.commitAll("Headers");
    team.xenvendor("adopt", "--baseline", "1.0", "--from", first).exits(0);
    team.xenvendor("import", "2.0", "--from", second).exits(0);
    team.write(FILE, localPump);
    team.commitAll("Backport");
    return team;
  }

  private String releaseOfTwo(String version, String pump, String valve) throws IOException {
    String from = release(version, pump);
    Files.writeString(Path.of(from).resolve("include/valve.h"), valve);
    return from;
  }

  private static final String VALVE =
      """
      #ifndef VALVE_H
      #define VALVE_H
      struct valve { int open; };
      #endif
      """;

  private static final String INCLUDING = before(BASE, "struct first", "#include \"valve.h\"\n");

  /** Local adds lines to pump.h that the release has, in other words, in valve.h. */
  private TeamRepository meeting(String pump, String own, String upstreams) throws IOException {
    return two(
        pump,
        VALVE,
        before(pump, "struct last", own),
        pump,
        before(VALVE, "struct valve", upstreams));
  }

  @Test
  void aStructThatTheReleaseHasInAnotherHeaderIsAConflictWithBothPlaces() throws IOException {
    TeamRepository team = meeting(INCLUDING, "struct extra { int b; };\n", EXTRA);

    Run dry = team.xenvendor("merge", "--dry-run").exits(1);
    JsonNode merge = team.xenvendor("--format", "json", "merge").exits(1).json();

    assertThat(dry.out())
        .contains("struct extra is defined twice, lines 15 and 3 of sys/pump/valve.h");
    JsonNode conflict = merge.get("conflicts").get(0);
    assertThat(conflict.get("kind").asText()).isEqualTo("broken-result");
    assertThat(conflict.get("path").asText()).isEqualTo(FILE);
    JsonNode places = conflict.get("broken").get(0).get("places");
    assertThat(places.findValuesAsText("side")).containsExactly("local", "vendor");
    assertThat(places.findValuesAsText("path")).containsExactly("sys/pump/valve.h");
    assertThat(team.xenvendor("conflicts").exits(1).out())
        .contains("line 15    struct extra { int b; };  (only in local)")
        .contains("line 3     struct extra {  (sys/pump/valve.h, vendor)");
  }

  @Test
  void whatIsDefinedInTwoHeadersIsNotCommittedUntilOneOfThemGoes() throws IOException {
    TeamRepository team = meeting(INCLUDING, "struct extra { int b; };\n", EXTRA);
    team.xenvendor("merge").exits(1);

    Run taken = team.xenvendor("resolve", FILE, "--take", "local").exits(0);
    Run refused = team.xenvendor("merge", "--continue").exits(1);
    team.write(FILE, INCLUDING);
    team.git("add", FILE);
    team.xenvendor("merge", "--continue").exits(0);

    assertThat(taken.out()).contains("not well formed").contains("struct extra is defined twice");
    assertThat(refused.out()).contains("struct extra is defined twice").contains("--allow-broken");
  }

  @Test
  void theReleasesHeaderTakenWholeSettlesIt() throws IOException {
    TeamRepository team = meeting(INCLUDING, "struct extra { int b; };\n", EXTRA);
    team.xenvendor("merge").exits(1);

    Run taken = team.xenvendor("resolve", FILE, "--take", "vendor").exits(0);
    team.xenvendor("merge", "--continue").exits(0);

    assertThat(taken.out()).doesNotContain("well formed");
    assertThat(team.read(FILE)).isEqualTo(INCLUDING);
  }

  @Test
  void anEditOfTheOtherHeaderSettlesItToo() throws IOException {
    TeamRepository team = meeting(INCLUDING, "struct extra { int b; };\n", EXTRA);
    team.xenvendor("merge").exits(1);
    team.write("sys/pump/valve.h", VALVE);

    assertThat(team.xenvendor("conflicts").exits(1).out()).contains("it is well formed now");
    team.git("add", ".");
    team.xenvendor("merge", "--continue").exits(0);
  }

  @Test
  void everyKindOfDefinitionCounts() throws IOException {
    String own = "#define TOP 3\ntypedef long top_t;\nenum top { TOP_ONE };\n";
    String upstreams = "#define TOP 4\ntypedef int top_t;\nenum top { TOP_ONE = 1 };\n";
    TeamRepository team = meeting(INCLUDING, own, upstreams);

    assertThat(team.xenvendor("merge").exits(1).out())
        .contains("macro TOP is", "typedef top_t is", "enum top is", "enumerator TOP_ONE is");
  }

  @Test
  void aDeclaredBackportThatAnotherHeaderHasIsAConflict() throws IOException {
    TeamRepository team = meeting(INCLUDING, "struct extra { int b; };\n", EXTRA);
    team.xenvendor("patches", "new").exits(0);
    team.commitAll("Declare");

    assertThat(team.xenvendor("merge").exits(1).out()).contains("struct extra is defined twice");
    team.xenvendor("resolve", FILE, "--take", "vendor").exits(0);
    assertThat(team.read(FILE)).isEqualTo(INCLUDING);
  }

  @Test
  void aThirdHeaderMayLeadToBoth() throws IOException {
    TeamRepository team = meeting(BASE, "struct extra { int b; };\n", EXTRA);
    team.xenvendor("merge", "--dry-run").exits(0);
    team.write("sys/pump/both.h", "#include \"valve.h\"\n#include \"pump.h\"\n");
    team.commitAll("Include both");

    assertThat(team.xenvendor("merge").exits(1).out()).contains("struct extra is defined twice");
  }

  @Test
  void headersThatNoCompileReadsTogetherMayDefineTheSame() throws IOException {
    TeamRepository team = meeting(BASE, "struct extra { int b; };\n", EXTRA);

    team.xenvendor("merge").exits(0);
  }

  @Test
  void branchesMayDefineTheSame() throws IOException {
    String pump =
        before(BASE, "struct first", "#ifdef CONFIG_VALVE\n#include \"valve.h\"\n#endif\n");
    TeamRepository team =
        meeting(pump, "#ifndef CONFIG_VALVE\nstruct extra { int b; };\n#endif\n", EXTRA);

    team.xenvendor("merge").exits(0);
  }

  @Test
  void equalMacrosAndGuardedDefinitionsMayMeet() throws IOException {
    String same = "#define TOP (1 << 3)\n#define SIDE 1\n";
    String own =
        same + "#define HAVE_EXTRA\nstruct extra { int b; };\n#undef BACK\n#define BACK 1\n";
    String guarded =
        same.replace(" 1\n", "   1\n")
            + "#ifndef HAVE_EXTRA\n"
            + EXTRA
            + "#endif\n#define BACK 2\n";
    TeamRepository team = meeting(INCLUDING, own, guarded);

    team.xenvendor("merge").exits(0);
  }

  @Test
  void whatASideDefinesTwiceIsLetBe() throws IOException {
    String both = before(VALVE, "struct valve", EXTRA);
    String pump = before(INCLUDING, "struct last", "struct extra { int b; };\n");
    TeamRepository team =
        two(pump, both, pump.replace("int b", "long b"), pump, both.replace("int b", "long b"));

    team.xenvendor("merge").exits(0);
  }

  @Test
  void headersOfTwoMachinesMayDefineTheSameThoughTheyIncludeWhatIncludesThem() throws IOException {
    String branches = "#if defined(VALVE)\n#include \"valve.h\"\n#else\n#endif\n";
    String pump = before(BASE, "struct first", branches);
    String own = pump.replace("#else\n#endif", "#else\nstruct extra { int b; };\n#endif");
    String valve = before(VALVE, "struct valve", "#include \"pump.h\"\n");
    TeamRepository team = two(pump, valve, own, pump, before(valve, "struct valve", EXTRA));

    team.xenvendor("merge").exits(0);
  }
}
