package dev.xenvendor.acceptance.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patch that is wrong is named with its file and line, and nothing is changed. */
@Tag("slow")
final class WrongPatchTest {

  private static final String FILE = "local-patches/sample/0010-wrong.yaml";

  @TempDir Path folder;

  /** A merge that must end as a wrong patch does. */
  private static String refused(TeamRepository team) {
    String before = team.state();
    Run run = team.xenvendor("merge").exits(ExitCode.INPUT_FILE);
    assertThat(run.out()).isEmpty();
    assertThat(team.state()).isEqualTo(before);
    return run.err();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qualify-fields: {file: io/xs_wire.h, struct: no_page, fields: [a], qualifier: const}"
            + "| io/xs_wire.h: there is no struct no_page",
        "qualify-fields: {file: io/xs_wire.h, struct: xsd_sockmsg, fields: [size], qualifier: const}"
            + "| io/xs_wire.h: xsd_sockmsg has no field size",
        "qualify-fields: {file: io/xs_wir.h, struct: xsd_sockmsg, fields: [len], qualifier: const}"
            + "| io/xs_wir.h: there is no such file",
        "replace-tokens: {file: io/ring.h, tokens: {\"no_macro()\": \"x()\"}}"
            + "| io/ring.h: it has neither no_macro()",
        "define-macros: {file: io/ring.h, after: '#define no_line', macros: {\"x\": \"1\"}}"
            + "| io/ring.h: it has no line '#define no_line'",
        "replace-line: {files: 'nowhere/*.h', line: a, with: b} | no file matches",
        "text-patch: {file: xen.h, diff: \"@@ -1 +1 @@\\n-no\\n+yes\\n\"}"
            + "| xen.h: hunk 1 does not fit (expected near line 1)",
      })
  void aPatchForWhatIsNotThere(String change, String reason) {
    TeamRepository team =
        PatchedTeam.with(TeamRepository.imported(folder, "3.3.0"), "wrong", change);
    assertThat(refused(team))
        .contains("error: " + FILE + ":4:", "the patch wrong applies to nothing: " + reason)
        .contains("hint: correct it, or limit its releases");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qualify-feilds: {file: a.h} | 4:3 | did you mean 'qualify-fields'?",
        "qualify-fields: {file: a.h, struct: a, fields: [b], qualifier: static}"
            + "| 4:19 | not a type qualifier: 'static'",
        "replace-tokens: {file: a.h, tokens: {\"a()\": \"b(a())\"}}"
            + "| 4:19 | 'a()' also occurs in a replacement",
        "insert-lines: {file: a.h, after: the-guard, lines: [a]} | 4:36 | is not an anchor",
        "text-patch: {file: a.h, diff: nothing} | 4:15 | contains no hunk",
        "ident-line: {file: a.h, keyword: NetBSD} | 4:15 | form",
      })
  void aPatchThatIsMalformed(String change, String place, String reason) {
    TeamRepository team =
        PatchedTeam.with(TeamRepository.imported(folder, "3.3.0"), "wrong", change);
    assertThat(refused(team)).contains("error: " + FILE + ":" + place, reason);
    assertThat(team.xenvendor("patches", "verify").exits(3).err()).contains(FILE + ":" + place);
  }

  @Test
  void twoPatchesThatEditTheSamePlace() {
    String line = "#define XENSTORE_RING_SIZE 1024";
    String change = "change:\n  replace-line: {file: io/xs_wire.h, line: '%s', with: '%s'}";
    TeamRepository team = PatchedTeam.shipped(folder, List.of("00"), "3.3.0");
    PatchedTeam.with(
        team,
        Map.of(
            "0070-one", change.formatted(line, line + " /* one */"),
            "0080-two", change.formatted(line + " /* one */", line + " /* two */")));

    String error = refused(team);

    assertThat(error)
        .contains("0070-one.yaml:", "0080-two.yaml:", "the patch one does not hold in io/xs_wire.h")
        .contains("hint: two patches must not edit the same place");
    assertThat(team.xenvendor("patches", "verify").exits(3).err()).isEqualTo(error);
  }

  @Test
  void aRelocationThatNeedsAHeaderWhichIsNotThere() {
    TeamRepository team =
        PatchedTeam.with(
            TeamRepository.imported(folder, "3.3.0"),
            "wrong",
            "relocate-definitions: {from: callback.h, to: ../md.h, definitions: [struct ours],"
                + " include: {file: callback.h, before: end-of-guard, line: '#include \"../md.h\"'}}");
    assertThat(refused(team)).contains(FILE + ":4:", "md.h, which is not in the tree", "template");
  }

  @Test
  void definitionsThatTheMdHeaderHasInAnotherForm() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");
    team.write(
        "sys/arch/xen/include/xen_blkif_md.h", "struct blkif_x86_32_request {\n  int a;\n};\n");
    team.commitAll("A header of our own");
    assertThat(refused(team))
        .contains("0060-blkif-abi-structs.yaml:", "blkif_x86_32_request is already in")
        .contains("in another form");
  }

  /** The patch says so, and the text of that file is merged as it is. */
  @Test
  void aHeaderThatDoesNotParseIsMergedAsText() {
    TeamRepository team = PatchedTeam.allShipped(folder, "3.3.0");
    String path = TeamRepository.PREFIX + "/io/xs_wire.h";
    team.write(path, team.read(path).replace("struct xenstore_domain_interface {", "struct ((( {"));
    team.commitAll("Broken");
    Run patches = team.xenvendor("patches").exits(0);
    assertThat(patches.out())
        .contains("there is no struct xenstore_domain_interface; the header does not parse");

    team.xenvendor("merge").exits(0);

    assertThat(team.read(path)).contains("struct ((( {", "  volatile XENSTORE_RING_IDX req_cons");
  }
}
