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
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge never commits two headers that define the same thing for one compile. */
@Tag("slow")
final class DefinedInTwoHeadersTest {

  @TempDir Path folder;

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
    String from = release(folder, version, pump);
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
