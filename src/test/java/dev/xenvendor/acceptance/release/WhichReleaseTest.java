package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.Schemas;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which release a tree is taken for, and what a state between releases is called. */
@Tag("slow")
final class WhichReleaseTest {

  private static final String PUBLIC = UpstreamAndTree.PUBLIC;

  @TempDir Path folder;

  private UpstreamAndTree both;

  private TeamRepository team;

  private TeamRepository upstream;

  @BeforeEach
  void repositories() {
    both = new UpstreamAndTree(folder);
    team = both.team();
    upstream = both.upstream();
  }

  @Test
  void oneTreeUnderSeveralNamesIsTheFinalRelease() {
    both.change("xen.h", UpstreamAndTree.lines("FIX", 3));
    upstream.git("tag", "3.3.1-rc2");
    upstream.git("tag", "RELEASE-3.3.1");
    both.headers("HEAD");

    JsonNode adopt = both.adopt();

    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.3.1");
    assertThat(adopt.get("distance").asInt()).isZero();
    assertThat(adopt.get("sameHeaders"))
        .extracting(JsonNode::asText)
        .containsExactly("3.3.1-rc2", "3.3.1");
  }

  @Test
  void pinnedReleaseComesBeforeAnOlderOneThatIsNot() {
    upstream.git("tag", "3.2.9", "3.3.0");
    both.headers("3.3.0");

    Run adopt = team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);

    assertThat(adopt.out())
        .contains(
            "came from Sample 3.3.0 (0 lines differ", "3.2.9 and 3.3.0 have the same headers.");
  }

  @Test
  void oddTagKeepsItsWholeName() {
    both.change("xen.h", UpstreamAndTree.lines("SHIM", 3));
    upstream.git("tag", "3.3.0-shim-comet-1.1");
    both.headers("HEAD");
    assertThat(both.adopt().at("/baseline/release").asText()).isEqualTo("3.3.0-shim-comet-1.1");
  }

  /** The shortest release would differ in the fewest lines. */
  @Test
  void trimmedTreeIsNotTakenForTheShortestRelease() {
    upstream.write(PUBLIC + "/xen.h", UpstreamAndTree.lines("OLD", 40));
    upstream.commitAll("Short");
    upstream.git("tag", "3.4.0");
    upstream.write(
        PUBLIC + "/xen.h", UpstreamAndTree.lines("NEW", 40) + UpstreamAndTree.lines("MORE", 400));
    upstream.commitAll("Long");
    upstream.git("tag", "3.5.0");
    both.headers("3.5.0");
    team.write(
        TeamRepository.PREFIX + "/xen.h",
        UpstreamAndTree.lines("NEW", 40) + UpstreamAndTree.lines("OLD", 5));
    team.commitAll("Trim");

    assertThat(both.adopt().at("/baseline/release").asText()).isEqualTo("3.5.0");
  }

  @Test
  void treeBetweenReleasesIsReportedAndCanBeStartedFrom() {
    String commit = both.change("xen.h", UpstreamAndTree.lines("SOON", 20));
    both.headers(commit);
    team.write(
        TeamRepository.PREFIX + "/xen.h",
        team.read(TeamRepository.PREFIX + "/xen.h") + "int ours;\n");
    team.commitAll("Edit");
    String name = "3.3.0-1-g" + commit.substring(0, 7);

    JsonNode nearest = both.adopt("--baseline", "nearest");

    assertThat(nearest.at("/baseline/release").asText()).isEqualTo(name);
    assertThat(nearest.get("distance").asInt()).isOne();
    assertThat(team.lines("tag")).contains("upstream/sample/" + name);
    team.git("reset", "-q", "--hard", "HEAD^");
    team.xenvendor("import", "--undo", "--vendor", "sample").exits(0);
    assertThat(
            team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0).out())
        .contains(
            "warning: upstream's commit " + commit.substring(0, 7),
            "is much nearer: 1 line differs instead of 21",
            "as " + name,
            "adopt --baseline nearest --from SOURCE");
  }

  @Test
  void commandToStartBetweenReleasesRepeatsThePrefix() {
    both.headers(both.change("xen.h", UpstreamAndTree.lines("SOON", 20)));
    team.git("mv", TeamRepository.PREFIX, "headers");
    team.commitAll("Move");

    Run adopted =
        team.xenvendor(
            "adopt", "--vendor", "sample", "--from", "../upstream", "--prefix", "headers");

    assertThat(adopted.exits(0).out())
        .contains("adopt --baseline nearest --from SOURCE --prefix headers");
  }

  @Test
  void baselineMayBeAnyReleaseThatTheSourceHasATagFor() {
    both.change("xen.h", UpstreamAndTree.lines("FIX", 3));
    upstream.git("tag", "RELEASE-3.3.1");
    both.headers("HEAD");
    JsonNode adopt = both.adopt("--baseline", "3.3.1");
    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.3.1");
    assertThat(adopt.at("/baseline/pinned").asBoolean()).isFalse();
  }

  @Test
  void gitRepositoryMayHoldTheHeadersWhereADirectoryMay() {
    upstream.git("mv", PUBLIC, "public");
    upstream.write("pkg/README", "packaged\n");
    upstream.git("mv", "public", "pkg/public");
    upstream.commitAll("Package");
    upstream.git("tag", "RELEASE-3.3.0.1");
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);

    JsonNode imported = team.json("import", "3.3.0", "--ref", "HEAD", "--from", "../upstream");

    assertThat(imported.get("pinned").asBoolean()).isTrue();
  }

  @Test
  void repositoryOfTheHeadersAloneHasReleases() {
    upstream.git("mv", PUBLIC, "headers");
    TeamRepository bare = TeamRepository.empty(folder.resolve("bare"));
    for (String version : List.of("3.1.0", "3.2.0", "3.3.0")) {
      upstream
          .git()
          .blobs(version + ":" + PUBLIC)
          .keySet()
          .forEach(
              path ->
                  bare.write(
                      path, upstream.git("show", version + ":" + PUBLIC + "/" + path) + "\n"));
      bare.commitAll(version);
      bare.git("tag", "v" + version);
    }
    JsonNode adopt = team.json("adopt", "--vendor", "sample", "--from", "../bare");
    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pkg/public/"})
  void nearestCommitIsFoundWhereverASourceHasTheHeaders(String place) {
    TeamRepository source = TeamRepository.empty(folder.resolve("source"));
    for (String version : List.of("3.1.0", "3.3.0")) {
      both.copyHeaders(version, source, place);
      source.git("tag", version);
    }
    both.change("xen.h", UpstreamAndTree.lines("STABLE", 20));
    both.copyHeaders("HEAD", source, place);
    both.headers("HEAD");
    String commit = source.id("HEAD").substring(0, 7);

    assertThat(team.xenvendor("adopt", "--vendor", "sample", "--from", "../source").exits(0).out())
        .contains("came from Sample 3.3.0", "commit " + commit + ", between releases, is much");
  }

  @Test
  void whatUpstreamDroppedIsLeftBehindAndNotTheTreesOwn() {
    String dropped = TeamRepository.PREFIX + "/hvm/vmx_assist.h";
    both.headers("3.3.0");
    team.write(
        dropped,
        "/* $NetBSD$ */\n" + upstream.git("show", "3.1.0:" + PUBLIC + "/hvm/vmx_assist.h") + "\n");
    team.commitAll("Keep a file");
    String said = "left behind: Sample 3.1.0's, deleted in 3.3.0";

    assertThat(
            team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0).out())
        .contains(
            "came from Sample 3.3.0 (0 lines differ", dropped + "    " + said, "git rm " + dropped);
    assertThat(team.xenvendor("check").out()).contains("unknown-file", said, "git rm " + dropped);
    team.xenvendor("patches", "new");
    assertThat(team.xenvendor("patches").exits(0).out())
        .contains(dropped + "    " + said, "git rm " + dropped)
        .doesNotContain("add-file", "your own file", "xenvendor patches new");
    JsonNode patches = team.json("patches");
    Schemas.assertDescribed("patches", patches);
    assertThat(patches.at("/leftBehind/0/path").asText()).isEqualTo(dropped);
    assertThat(team.lines("status", "--porcelain")).noneMatch(line -> line.contains("vmx"));

    // As in a shallow clone, where the record alone tells what the release has.
    team.git("branch", "-D", "upstream/sample");
    team.git("tag", "-d", "upstream/sample/3.3.0");
    assertThat(team.xenvendor("check").out()).contains("unknown-file", said, "git rm " + dropped);
  }

  @Test
  void aPrefixWithoutOneOfUpstreamsHeadersIsRefusedAndTheRightOneNamed() {
    both.headers("3.3.0");
    team.write("include/os/own.h", "#define OWN 1\n");
    team.commitAll("Headers of our own");

    Run adopt =
        team.xenvendor(
            "adopt", "--vendor", "sample", "--from", "../upstream", "--prefix", "include");

    assertThat(adopt.exits(ExitCode.REPOSITORY).err())
        .contains(
            "no file in include has the path of an upstream header",
            TeamRepository.PREFIX + " seems to contain them: --prefix " + TeamRepository.PREFIX);
  }

  @Test
  void trunkAheadOfItsVendorBranchIsReported() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    team.git("reset", "-q", "--hard", "HEAD^");
    both.headers("3.2.0");
    Run adopt = team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    assertThat(adopt.out())
        .contains(
            "came from Sample 3.2.0",
            "Trunk was ahead of its vendor branch, which was at Sample 3.1.0.");
  }
}
