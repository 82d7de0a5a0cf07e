package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree that declares none of its edits jumps from Xen 3.1.0 to 4.21.1. */
@NeedsXenGit
final class RealXenUntidyTest {

  private static final String PROFILE = "vendor/xen/vendor.yaml";
  private static final String RELEASE = "4.21.1";
  private static final int MOST_LINES = 60;
  private static final int MOST_COMMANDS = 10;

  @TempDir Path folder;

  private final List<String> commands = new ArrayList<>();
  private TeamRepository team;

  @BeforeEach
  void updateUntilItConflicts() throws IOException {
    team = XenGit.netbsd(folder.resolve("os"), NetbsdTree.headers());
    team.write(PROFILE, team.read(PROFILE) + "abi: {provided: [__packed, __unused]}\n");
    team.commitAll("Name what our system defines");
    String from = XenGit.folder().toString();
    team.xenvendor("adopt", "--from", from).exits(0);
    team.git("branch", "stable");
    team.xenvendor("update", RELEASE, "--from", from).exits(ExitCode.FINDING);
  }

  @Test
  void theFirstViewOfItsConflictsFitsOnAPage() {
    Run first = team.xenvendor("conflicts").exits(ExitCode.FINDING);

    assertThat(first.out().lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    assertThat(first.out().lines().filter(line -> line.contains("ident-line  undeclared: ")))
        .as(first.out())
        .hasSize(1);
    assertThat(team.json("conflicts").get("left").asInt()).isGreaterThanOrEqualTo(MOST_LINES);
  }

  @Test
  void itIsSettledInTenCommands() {
    settle();
    command("merge", "--continue");
    command("patches", "new");
    commit("Declare our edits");
    command("patches", "apply");
    commit("Make our edits in the new headers, too");

    assertThat(commands).hasSizeLessThanOrEqualTo(MOST_COMMANDS);
    JsonNode check = team.json("check");
    assertThat(check.get("errors").asInt()).as(check.toPrettyString()).isZero();
    assertThat(team.json("status").get("merged").asText()).isEqualTo(RELEASE);
    assertThat(team.json("patches").get("undeclared")).isEmpty();
    team.git().requireSound();
  }

  @Test
  void afterAnAbortTheSameMergeAsksNothing() {
    settle();
    String settled = team.git("write-tree");
    team.xenvendor("merge", "--abort").exits(0);

    team.xenvendor("merge", RELEASE).exits(0);

    assertThat(team.id("HEAD:" + NetbsdTree.P)).isEqualTo(team.id(settled + ":" + NetbsdTree.P));
    assertThat(team.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void onASecondBranchTheSameMergeAsksNothing() {
    settle();
    command("merge", "--continue");
    String merged = team.id("HEAD:" + NetbsdTree.P);
    team.git("checkout", "-q", "stable");

    team.xenvendor("merge", RELEASE).exits(0);

    assertThat(team.id("HEAD:" + NetbsdTree.P)).isEqualTo(merged);
    assertThat(team.git("status", "--porcelain")).isEmpty();
  }

  /** Takes what is suggested, and the vendor's text where nothing is. */
  private void settle() {
    command("resolve", "--all-suggested");
    for (JsonNode cause : team.json("conflicts").get("causes")) {
      command("resolve", "--cause", cause.get("name").asText(), "--take", "vendor");
    }
    assertThat(team.json("conflicts").get("left").asInt()).isZero();
  }

  private void command(String... arguments) {
    commands.add("xenvendor " + String.join(" ", arguments));
    team.xenvendor(arguments).exits(0);
  }

  private void commit(String message) {
    commands.add("git commit");
    team.commitAll(message);
  }
}
