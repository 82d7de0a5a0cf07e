package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that nobody has pinned: what vouches for it, and what does not. */
@Tag("slow")
final class FirstUseTest {

  private static final String MANIFEST = "vendor/sample/releases/3.9.0.yaml";

  @TempDir Path folder;

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  /** The sample's upstream, and a release 3.9.0 in it with one value changed. */
  private Git evil() {
    TeamRepository.imported(folder);
    Git upstream = new Git(folder.resolve("upstream"));
    upstream.run("switch", "-q", "-c", "evil", "3.3.0");
    TestFiles.replace(
        folder.resolve("upstream/xen/include/public/xen.h"), "#define", "#define EVIL 1\n#define");
    upstream.run("commit", "-q", "-a", "-m", "Release 3.9.0");
    return upstream;
  }

  private List<String> unpinned(TeamRepository team) {
    return team.json("check", "--rule", "release-unpinned").findValuesAsText("message");
  }

  @Test
  void theMergePinsItAsItWasImported() {
    Git upstream = evil();
    TeamRepository team = new TeamRepository(folder.resolve("os"));
    JsonNode imported = team.json("import", "3.9.0", "--from", "../upstream", "--ref", "evil");
    assertThat(imported.get("pinned").asBoolean()).isFalse();
    assertThat(imported.get("pin").asText()).isEqualTo("first-use");
    assertThat(unpinned(team))
        .containsExactly("there is no manifest of Sample 3.9.0, so it is not verified");
    team.xenvendor("releases", "verify").exits(ExitCode.FINDING);

    team.merge("3.9.0", "vendor");
    assertThat(team.git("show", "HEAD:" + MANIFEST))
        .contains("\ncommit: " + upstream.run("rev-parse", "evil") + "\n", "\nref: evil\n");
    assertThat(unpinned(team)).isEmpty();
    team.xenvendor("releases", "verify").exits(ExitCode.DONE);
    assertThat(team.xenvendor("releases", "verify", "--from", "../upstream").exits(0).out())
        .contains("each as upstream published it");
  }

  @Test
  void upstreamThatDoesNotKnowItDoesNotProveIt() {
    Git upstream = evil();
    TeamRepository team = new TeamRepository(folder.resolve("os"));
    team.xenvendor("import", "3.9.0", "--from", "../upstream", "--ref", "evil").exits(0);
    team.merge("3.9.0", "vendor");
    upstream.run("switch", "-q", "--detach", "3.3.0");
    upstream.run("branch", "-q", "-D", "evil");
    upstream.run("reflog", "expire", "--expire=now", "--all");
    upstream.run("gc", "-q", "--prune=now");
    Run verify =
        team.xenvendor("releases", "verify", "--from", "../upstream").exits(ExitCode.FINDING);
    assertThat(verify.out())
        .contains("1 of them cannot be verified", "has no tag, branch or commit");
  }

  @Test
  void whoWantsNoManifestHearsOfItFromCheck() {
    evil();
    TeamRepository team = new TeamRepository(folder.resolve("os"));
    team.xenvendor("import", "3.9.0", "--from", "../upstream", "--ref", "evil", "--no-pin")
        .exits(0);
    team.merge("3.9.0", "vendor");
    assertThat(team.has(MANIFEST)).isFalse();
    assertThat(unpinned(team)).hasSize(1);
  }

  @Test
  void adoptPinsAnUnpinnedBaseline() {
    evil();
    Path tree = folder.resolve("other");
    TeamRepository other = TeamRepository.empty(tree);
    TestFiles.copy(folder.resolve("upstream/xen/include/public"), tree.resolve("inc"));
    other.commitAll("Headers");
    other
        .xenvendor(
            "adopt",
            "--vendor",
            "sample",
            "--from",
            "../upstream",
            "--prefix",
            "inc", //
            "--baseline",
            "3.9.0",
            "--ref",
            "evil")
        .exits(0);
    assertThat(other.git("show", "--format=", "--name-only", "HEAD")).contains(MANIFEST);
    assertThat(unpinned(other)).isEmpty();
  }

  @Test
  void anArchiveOfAnUnknownReleaseIsPinnedToo() {
    Git upstream = evil();
    upstream.run("archive", "-o", "../3.9.0.tar", "--prefix=sample-3.9.0/", "evil");
    TeamRepository team = new TeamRepository(folder.resolve("os"));
    team.xenvendor("import", "3.9.0", "--from", "../3.9.0.tar").exits(0);
    assertThat(team.git("log", "-1", "--format=%B", "upstream/sample")).contains("Source-SHA256: ");
    team.merge("3.9.0", "vendor");
    assertThat(team.has(MANIFEST)).isTrue();
  }

  @Test
  void aManifestOfSomeOfTheHeadersVouchesForAllOfThem() {
    evil();
    TeamRepository team = new TeamRepository(folder.resolve("os"));
    TestFiles.replace(
        team.folder().resolve("vendor/sample/vendor.yaml"),
        "exclude: []",
        "exclude: [\"arch-x86/**\"]");
    team.commitAll("Leave arch-x86 out");
    team.xenvendor("import", "3.9.0", "--from", "../upstream", "--ref", "evil").exits(0);
    team.merge("3.9.0", "vendor");
    assertThat(team.read(MANIFEST)).doesNotContain("arch-x86/");
    team.xenvendor("releases", "verify", "--from", "../upstream").exits(ExitCode.DONE);
    assertThat(
            team.json("releases", "verify", "--from", "../upstream")
                .at("/releases/1/upstream/holds")
                .asBoolean())
        .isTrue();

    TeamRepository other = new TeamRepository(folder.resolve("again"));
    team.git("clone", "-q", "--no-tags", ".", other.folder().toString());
    other.git("branch", "-q", "upstream/sample", "origin/upstream/sample~1");
    other.git("update-ref", "-d", "refs/remotes/origin/upstream/sample");
    other.git("config", "user.name", "Colleague");
    other.git("config", "user.email", "colleague@example.org");
    assertThat(other.importRelease("3.9.0", "--ref", "evil").exits(0).out()).contains("as pinned");
    assertThat(other.id("upstream/sample")).isEqualTo(team.id("upstream/sample"));
  }

  @Test
  void theSameReleaseIsTheSameCommitAndTagForEverybody() {
    TeamRepository team = TeamRepository.imported(folder);
    TeamRepository colleague = team.clone(folder.resolve("colleague"));
    colleague.git("fetch", "-q", "origin", "upstream/sample:upstream/sample");
    team.importRelease("3.3.0").exits(0);
    colleague.importRelease("3.3.0").exits(0);
    requireSame(team, colleague, "3.3.0");
    assertThat(team.git("log", "-1", "--format=%cn <%ce> %ct", "upstream/sample"))
        .isEqualTo(new Git(folder.resolve("upstream")).run("log", "-1", "--format=%cn <%ce> %ct"));
    team.importRelease("3.2.0", "--backfill").exits(0);
    colleague.importRelease("3.2.0", "--backfill").exits(0);
    requireSame(team, colleague, "3.2.0");
    requireSame(team, colleague, "3.3.0");
  }

  @Test
  void whatNoManifestVouchesForIsTheSameCommitForEverybodyToo() {
    Git upstream = evil();
    upstream.run("archive", "-o", "../3.9.0.zip", "--prefix=xen-3.9.0/", "evil");
    upstream.run("worktree", "add", "-q", "--detach", "../4.9.0", "evil");
    TeamRepository team = new TeamRepository(folder.resolve("os"));
    TeamRepository colleague = team.clone(folder.resolve("colleague"));
    colleague.git("fetch", "-q", "origin", "upstream/sample:upstream/sample");
    colleague.git("config", "user.name", "Colleague");
    for (TeamRepository each : List.of(team, colleague)) {
      each.importRelease("3.3.0").exits(0);
      each.xenvendor("import", "3.9.0", "--from", "../3.9.0.zip").exits(0);
      each.xenvendor("import", "4.9.0", "--from", "../4.9.0/xen/include/public").exits(0);
    }
    requireSame(team, colleague, "3.9.0");
    requireSame(team, colleague, "4.9.0");
    assertThat(team.git("log", "-2", "--format=%an <%ce> %ct", "upstream/sample").split("\n"))
        .hasSize(2)
        .containsOnly(
            "xenvendor <import@xenvendor.invalid> "
                + upstream.run("log", "-1", "--format=%ct", "evil"));
  }

  private static void requireSame(TeamRepository one, TeamRepository other, String release) {
    for (String ref : List.of("heads/upstream/sample", "tags/upstream/sample/" + release)) {
      assertThat(other.id("refs/" + ref)).isEqualTo(one.id("refs/" + ref));
    }
  }

  @Test
  void theManifestTellsWhoCommittedAReleaseThatCameInAnArchive() {
    TeamRepository team = TeamRepository.imported(folder);
    new Git(folder.resolve("upstream"))
        .run("archive", "-o", "../3.3.0.tar.gz", "--prefix=xen-3.3.0/", "3.3.0");
    team.xenvendor("import", "3.3.0", "--from", "../3.3.0.tar.gz").exits(0);
    assertThat(team.git("log", "-1", "--format=%cn <%ce> %ct", "upstream/sample"))
        .isEqualTo("Demo <demo@example.org> 1219406400");
  }
}
