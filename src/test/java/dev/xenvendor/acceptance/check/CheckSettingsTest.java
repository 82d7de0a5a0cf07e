package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the profile weighs what `check` finds, and what it puts up with. */
@Tag("slow")
final class CheckSettingsTest {

  private static final String P = TeamRepository.PREFIX;
  private static final String RING = P + "/io/ring.h";
  private static final String PROFILE = "vendor/sample/vendor.yaml";

  @TempDir Path folder;
  private TeamRepository team;
  private String profile;

  /** A tree with one undeclared change, one unknown file and one release that was skipped. */
  @BeforeEach
  void aTreeWithOneFindingOfEachOfThreeRules() {
    team = PatchedTeam.settled(folder, "3.3.0");
    profile = team.read(PROFILE);
    team.write(RING, team.read(RING) + "/* ours */\n");
    team.write(P + "/own.h", "/* ours */\n");
    team.commitAll("Changes of ours");
  }

  private void settings(String yaml) {
    team.write(PROFILE, profile + "check:\n" + yaml.indent(2));
  }

  /** Each finding as severity, rule, path and line. */
  private List<String> findings(String... options) {
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : report(options).get("findings")) {
      String path = finding.path("path").asText().replace(P, "P");
      String line = path.equals(PROFILE) ? ":" + lineInSettings(finding.get("line").asInt()) : "";
      String words = finding.get("severity").asText() + " " + finding.get("rule").asText();
      findings.add((words + " " + path + line).strip());
    }
    return findings;
  }

  private JsonNode report(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(options));
    return team.json(arguments.toArray(String[]::new));
  }

  /** Counted from the line behind {@code check:}. */
  private int lineInSettings(int line) {
    return line - (int) profile.lines().count() - 1;
  }

  @Test
  void withoutSettingsTheRulesWeighAsTheyDo() {
    assertThat(findings())
        .containsExactly(
            "error undeclared-change P/io/ring.h",
            "warning release-skipped",
            "warning unknown-file P/own.h");
    team.xenvendor("check").exits(1);
  }

  @Test
  void aRuleMayWeighMoreOrLessOrNothing() {
    settings(
        """
        undeclared-change: warning
        unknown-file: {severity: error}
        release-skipped: off
        """);

    assertThat(findings())
        .containsExactly("error unknown-file P/own.h", "warning undeclared-change P/io/ring.h");
    assertThat(report().get("rules")).hasSize(18);
    assertThat(team.xenvendor("check").exits(1).out()).contains("18 of 19 rules");
    settings("undeclared-change: warning");
    team.xenvendor("check").exits(0);
  }

  @Test
  void aSkippedReleaseIsSilentInStatusWhereItIsOffOrAllowed() {
    String never = "3.2.0 was never imported";
    assertThat(team.xenvendor("status").out()).contains(never);
    settings("release-skipped: off\n");
    assertThat(team.xenvendor("status").out()).doesNotContain(never);
    settings("release-skipped: {allow: [{name: 3.2.0, reason: nobody ran it}]}\n");
    assertThat(team.xenvendor("status").out()).doesNotContain(never);
  }

  @Test
  void aSkippedReleaseBelowAMergedOneIsNotToBeImported() {
    String hint =
        "hint: every merge starts from the last merged release; allow it by name in vendor.yaml";
    assertThat(team.xenvendor("check").out())
        .contains("3.2.0 was never imported", hint)
        .doesNotContain("--backfill");
  }

  @Test
  void whatIsAllowedIsCountedAndNotShown() {
    settings(
        """
        undeclared-change: {allow: [{path: "%s/io/*.h", reason: on its way upstream}]}
        release-skipped:
          allow:
            - name: 3.2.0
              reason: nobody ran it
        """
            .formatted(P));

    assertThat(findings()).containsExactly("warning unknown-file P/own.h");
    assertThat(report().get("allowed").asInt()).isEqualTo(2);
    assertThat(team.xenvendor("check").exits(0).out()).contains(", 2 allowed)");
  }

  @Test
  void anAllowanceIsForItsRuleAndItsPathAndItsNameOnly() {
    settings(
        """
        undeclared-change:
          allow:
            - {path: "%1$s/own.h", reason: of the other rule}
            - {path: io/ring.h, reason: not from the root}
        unknown-file: {allow: [{path: "%1$s/own.h", name: own, reason: a file has no name}]}
        release-skipped: {allow: [{name: 3.2, reason: not the whole of it}]}
        """
            .formatted(P));

    assertThat(findings())
        .containsExactly(
            "error undeclared-change P/io/ring.h",
            "warning undeclared-change " + PROFILE + ":3",
            "warning undeclared-change " + PROFILE + ":4",
            "warning release-skipped",
            "warning release-skipped " + PROFILE + ":6",
            "warning unknown-file P/own.h",
            "warning unknown-file " + PROFILE + ":5");
  }

  @Test
  void anAllowedFindingThatIsGoneIsReportedWithItsReason() {
    settings(
        """
        patch-missing:
          allow:
            - path: "%s/io/ring.h"
              reason: |
                put back
                one day
        """
            .formatted(P));

    assertThat(findings()).contains("warning patch-missing " + PROFILE + ":3");
    assertThat(team.xenvendor("check").out())
        .contains("this allow-list entry matches nothing: put back one day\n")
        .contains("hint: remove it from the list\n");
  }

  @Test
  void twoAllowancesOfOneFindingAreBothOfUse() {
    settings(
        """
        undeclared-change:
          allow:
            - {path: "%1$s/io/*", reason: all of it}
            - {path: "%1$s/io/ring.h", reason: this one}
        """
            .formatted(P));

    assertThat(findings()).noneMatch(finding -> finding.contains("undeclared-change"));
  }

  @Test
  void onlyRulesThatRanHaveAnythingLeftOver() {
    settings(
        """
        undeclared-change: {allow: [{path: nowhere.h, reason: gone}]}
        unknown-file: {severity: off, allow: [{path: nowhere.h, reason: gone}]}
        """);

    assertThat(findings("--rule", "release-skipped")).containsExactly("warning release-skipped");
    assertThat(findings("--rule", "undeclared-change,unknown-file"))
        .containsExactly(
            "error undeclared-change P/io/ring.h", "warning undeclared-change " + PROFILE + ":1");
  }

  @Test
  void aRuleThatIsOffSaysNothingEvenWhenAskedFor() {
    settings("unknown-file: off\n");

    assertThat(team.xenvendor("check", "--rule", "unknown-file").exits(0).out())
        .startsWith("No findings in ")
        .contains("0 of 19 rules");
  }

  @Test
  void withoutTheVendorBranchUnusedAllowancesAreUnknown() {
    settings("release-skipped: {allow: [{name: 3.2.0, reason: nobody ran it}]}\n");
    team.commitAll("Allow it");
    team.git("clone", "-q", "--depth=1", "file://" + team.folder().toAbsolutePath(), "../shallow");
    team = new TeamRepository(folder.resolve("shallow"));

    assertThat(findings("--rule", "release-skipped")).isEmpty();
    settings("unknown-file: {allow: [{path: nowhere.h, reason: gone}]}\n");
    assertThat(findings("--rule", "unknown-file"))
        .containsExactly("warning unknown-file P/own.h", "warning unknown-file " + PROFILE + ":1");
  }

  @Test
  void sinceIsWhatTheCheckDidNotSayThen() {
    assertThat(findings("--since", "HEAD")).isEmpty();
    settings("unknown-file: error\nundeclared-change: warning\n");
    assertThat(findings("--since", "HEAD")).containsExactly("error unknown-file P/own.h");

    team.commitAll("Weigh otherwise");
    settings("undeclared-change: error\n");
    assertThat(findings("--since", "HEAD")).containsExactly("error undeclared-change P/io/ring.h");
  }

  @Test
  void sinceKnowsWhatWasAllowedAndWhatWasOff() {
    settings(
        """
        undeclared-change: {allow: [{path: "%s/io/ring.h", reason: for a while}]}
        unknown-file: off
        """
            .formatted(P));
    team.commitAll("Allow it");
    settings("release-skipped: error\n");
    assertThat(findings("--since", "HEAD"))
        .containsExactly(
            "error undeclared-change P/io/ring.h",
            "error release-skipped",
            "warning unknown-file P/own.h");

    team.write(PROFILE, profile);
    settings("undeclared-change: {allow: [{path: \"" + RING + "\", reason: for a while}]}\n");
    team.write(RING, team.read(RING).replace("/* ours */\n", ""));
    assertThat(findings("--since", "HEAD"))
        .containsExactly(
            "warning undeclared-change " + PROFILE + ":1", "warning unknown-file P/own.h");
  }

  @Test
  void sinceACommitThatIsMissingNamesTheFetch() {
    String missing = "0123456789012345678901234567890123456789";
    assertThat(team.xenvendor("check", "--since", missing).exits(2).err())
        .isEqualTo(
            "error: not a commit in this repository: "
                + missing
                + "\nhint: if it is missing: git fetch --depth=1 origin "
                + missing
                + "\n");
    team.git("remote", "add", "origin", "nowhere");
    assertThat(team.xenvendor("check", "--since", "origin/main").exits(2).err())
        .contains("git fetch --depth=1 origin +refs/heads/main:refs/remotes/origin/main\n");
  }

  @Test
  void sinceACommitThatAShallowCloneLacksNamesTheFetch() {
    String clone = folder.resolve("clone").toString();
    team.git("clone", "-q", "--depth=1", "file://" + team.folder().toAbsolutePath(), clone);
    TeamRepository shallow = new TeamRepository(folder.resolve("clone"));

    assertThat(shallow.xenvendor("check", "--since", "HEAD^").exits(2).err())
        .isEqualTo(
            """
            error: not a commit in this repository: HEAD^
            hint: if it is missing: git fetch --unshallow
            """);
  }

  @Test
  void sinceATreeThatWasNotTakenOverIsEverything() {
    String first = team.git("rev-list", "--max-parents=0", "--first-parent", "HEAD");

    assertThat(findings("--since", first)).hasSize(3);
    assertThat(team.xenvendor("check", "--since", "nowhere").exits(2).err())
        .contains("not a commit in this repository: nowhere");
  }
}
