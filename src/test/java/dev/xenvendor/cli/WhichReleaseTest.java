package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which release a tree is taken for, and what a state between releases is called. */
@Tag("slow")
final class WhichReleaseTest {

  private static final String PUBLIC = "xen/include/public";

  @TempDir Path folder;

  private TeamRepository team;
  private TeamRepository upstream;

  @BeforeEach
  void repositories() {
    team = TeamRepository.sample(folder);
    upstream = new TeamRepository(folder.resolve("upstream"));
  }

  /** A commit of upstream's that changes a header. */
  private String change(String header, String lines) {
    upstream.write(PUBLIC + "/" + header, upstream.read(PUBLIC + "/" + header) + lines);
    upstream.commitAll("Change " + header);
    return upstream.id("HEAD");
  }

  /** Puts the headers of a commit of upstream's into the tree. */
  private void headers(String commit) {
    team.git("rm", "-qr", TeamRepository.PREFIX);
    upstream
        .git()
        .blobs(commit + ":" + PUBLIC)
        .keySet()
        .forEach(
            path ->
                team.write(
                    TeamRepository.PREFIX + "/" + path,
                    upstream.git("show", commit + ":" + PUBLIC + "/" + path) + "\n"));
    team.commitAll("Headers");
  }

  private JsonNode adopt(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(List.of("adopt", "--vendor", "sample", "--from", "../upstream"));
    arguments.addAll(List.of(more));
    return team.json(arguments.toArray(String[]::new));
  }

  private static String lines(String word, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> "#define " + word + "_" + i + " " + i + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void oneTreeUnderSeveralNamesIsTheFinalRelease() {
    change("xen.h", lines("FIX", 3));
    upstream.git("tag", "3.3.1-rc2");
    upstream.git("tag", "RELEASE-3.3.1");
    headers("HEAD");

    JsonNode adopt = adopt();

    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.3.1");
    assertThat(adopt.get("distance").asInt()).isZero();
    assertThat(adopt.get("sameHeaders"))
        .extracting(JsonNode::asText)
        .containsExactly("3.3.1-rc2", "3.3.1");
  }

  @Test
  void pinnedReleaseComesBeforeAnOlderOneThatIsNot() {
    upstream.git("tag", "3.2.9", "3.3.0");
    headers("3.3.0");

    Run adopt = team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);

    assertThat(adopt.out())
        .contains(
            "came from Sample 3.3.0 (0 lines differ", "3.2.9 and 3.3.0 have the same headers.");
  }

  @Test
  void oddTagKeepsItsWholeName() {
    change("xen.h", lines("SHIM", 3));
    upstream.git("tag", "3.3.0-shim-comet-1.1");
    headers("HEAD");
    assertThat(adopt().at("/baseline/release").asText()).isEqualTo("3.3.0-shim-comet-1.1");
  }

  /** The shortest release would differ in the fewest lines. */
  @Test
  void trimmedTreeIsNotTakenForTheShortestRelease() {
    upstream.write(PUBLIC + "/xen.h", lines("OLD", 40));
    upstream.commitAll("Short");
    upstream.git("tag", "3.4.0");
    upstream.write(PUBLIC + "/xen.h", lines("NEW", 40) + lines("MORE", 400));
    upstream.commitAll("Long");
    upstream.git("tag", "3.5.0");
    headers("3.5.0");
    team.write(TeamRepository.PREFIX + "/xen.h", lines("NEW", 40) + lines("OLD", 5));
    team.commitAll("Trim");

    assertThat(adopt().at("/baseline/release").asText()).isEqualTo("3.5.0");
  }

  @Test
  void treeBetweenReleasesIsReportedAndCanBeStartedFrom() {
    String commit = change("xen.h", lines("SOON", 20));
    headers(commit);
    team.write(
        TeamRepository.PREFIX + "/xen.h",
        team.read(TeamRepository.PREFIX + "/xen.h") + "int ours;\n");
    team.commitAll("Edit");
    String name = "3.3.0-1-g" + commit.substring(0, 7);

    JsonNode nearest = adopt("--baseline", "nearest");

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
  void baselineMayBeAnyReleaseThatTheSourceHasATagFor() {
    change("xen.h", lines("FIX", 3));
    upstream.git("tag", "RELEASE-3.3.1");
    headers("HEAD");
    JsonNode adopt = adopt("--baseline", "3.3.1");
    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.3.1");
    assertThat(adopt.at("/baseline/pinned").asBoolean()).isFalse();
  }

  @Test
  void refAloneIsNamedAfterTheReleaseBeforeIt() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    change("xen.h", lines("ONE", 1));
    String commit = change("xen.h", lines("TWO", 1));
    String name = "3.3.0-2-g" + commit.substring(0, 7);
    upstream.git("branch", "stable", commit);

    JsonNode imported = team.json("import", "--ref", "stable", "--from", "../upstream");

    assertThat(imported.get("release").asText()).isEqualTo(name);
    assertThat(imported.at("/tagElsewhere").isMissingNode()).isTrue();
    team.git("checkout", "-q", "-b", "before-3.3.0");
    assertThat(team.xenvendor("import", "3.3.0", "--from", "../upstream").exits(4).err())
        .contains("Sample 3.3.0 is older than " + name);
  }

  @Test
  void refOfATagIsThatRelease() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    JsonNode imported = team.json("import", "--ref", "3.3.0", "--from", "../upstream");
    assertThat(imported.get("release").asText()).isEqualTo("3.3.0");
    assertThat(imported.get("pinned").asBoolean()).isTrue();
  }

  @Test
  void refThatIsNotThePinnedReleaseIsRefusedWithTheVersionToName() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    String commit = change("xen.h", lines("FIX", 3));
    assertThat(
            team.xenvendor("import", "3.3.0", "--ref", "HEAD", "--from", "../upstream")
                .exits(4)
                .err())
        .contains(
            "1 file of the source differs from the manifest of Sample 3.3.0",
            "the source has commit " + commit.substring(0, 7) + ", the manifest is of ",
            "HEAD is Sample 3.3.0-1-g" + commit.substring(0, 7),
            "xenvendor import --ref HEAD --from ../upstream");
  }

  @Test
  void anotherCommitThanTheTagsIsImportedWithAWarning() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    String tagged = change("xen.h", lines("FIX", 3));
    upstream.git("tag", "-a", "-m", "3.3.1", "RELEASE-3.3.1");
    String taken = change("xen.h", lines("LATER", 3));
    assertThat(
            team.xenvendor("import", "3.3.1", "--ref", "HEAD", "--from", "../upstream")
                .exits(0)
                .out())
        .contains(
            "warning: the source's tag RELEASE-3.3.1 is commit "
                + tagged.substring(0, 7)
                + ", but commit "
                + taken.substring(0, 7)
                + " was used",
            "to use the tag's, omit --ref");
  }

  @Test
  void anotherCommitThanThatOfAPinnedReleaseIsImportedWithAWarning() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    String tagged = change("xen.h", lines("FIX", 3));
    upstream.git("tag", "RELEASE-3.3.1");
    upstream.git("commit", "-q", "--allow-empty", "-m", "Not a header");
    String taken = upstream.git("rev-parse", "HEAD").strip();
    assertThat(pin("3.3.1", "RELEASE-3.3.1")).doesNotContain("warning: the source's tag");
    assertThat(importAt("HEAD"))
        .contains(
            "warning: the source's tag RELEASE-3.3.1 is commit " + tagged.substring(0, 7),
            "commit " + taken.substring(0, 7) + " was used; the headers are those of the manifest",
            "to use the tag's, omit --ref");
    team.xenvendor("import", "--undo", "--vendor", "sample").exits(0);
    assertThat(pin("3.3.1", "HEAD"))
        .contains(
            "warning: the source's tag RELEASE-3.3.1 is commit " + tagged.substring(0, 7),
            "commit " + taken.substring(0, 7) + " was used");
    assertThat(importAt("RELEASE-3.3.1")).doesNotContain("warning: the source's tag");
    team.xenvendor("import", "--undo", "--vendor", "sample").exits(0);
    assertThat(importAt("HEAD"))
        .contains(
            "the manifest names that commit; to pin the tag's: xenvendor releases pin 3.3.1"
                + " --from SOURCE --ref RELEASE-3.3.1");
    JsonNode pinned =
        team.json("releases", "pin", "3.3.1", "--ref", "HEAD", "--from", "../upstream");
    SchemaTest.assertDescribed("releases-pin", pinned);
    assertThat(pinned.at("/tagElsewhere/commit").asText()).isEqualTo(tagged);
  }

  private String pin(String version, String ref) {
    return team.xenvendor("releases", "pin", version, "--ref", ref, "--from", "../upstream")
        .exits(0)
        .out();
  }

  private String importAt(String ref) {
    return team.xenvendor("import", "3.3.1", "--ref", ref, "--from", "../upstream").exits(0).out();
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
      copyHeaders(version, source, place);
      source.git("tag", version);
    }
    change("xen.h", lines("STABLE", 20));
    copyHeaders("HEAD", source, place);
    headers("HEAD");
    String commit = source.id("HEAD").substring(0, 7);

    assertThat(team.xenvendor("adopt", "--vendor", "sample", "--from", "../source").exits(0).out())
        .contains("came from Sample 3.3.0", "commit " + commit + ", between releases, is much");
  }

  private void copyHeaders(String commit, TeamRepository to, String place) {
    to.git("rm", "-qr", "--ignore-unmatch", ".");
    for (String path : upstream.git().blobs(commit + ":" + PUBLIC).keySet()) {
      to.write(place + path, upstream.git("show", commit + ":" + PUBLIC + "/" + path) + "\n");
    }
    to.commitAll(commit);
  }

  @Test
  void whatUpstreamDroppedIsLeftBehindAndNotTheTreesOwn() {
    String dropped = TeamRepository.PREFIX + "/hvm/vmx_assist.h";
    headers("3.3.0");
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
    SchemaTest.assertDescribed("patches", patches);
    assertThat(patches.at("/leftBehind/0/path").asText()).isEqualTo(dropped);
    assertThat(team.lines("status", "--porcelain")).noneMatch(line -> line.contains("vmx"));

    // As in a shallow clone, where the record alone tells what the release has.
    team.git("branch", "-D", "upstream/sample");
    team.git("tag", "-d", "upstream/sample/3.3.0");
    assertThat(team.xenvendor("check").out()).contains("unknown-file", said, "git rm " + dropped);
  }

  @Test
  void aPrefixWithoutOneOfUpstreamsHeadersIsRefusedAndTheRightOneNamed() {
    headers("3.3.0");
    team.write("include/os/own.h", "#define OWN 1\n");
    team.commitAll("Headers of our own");

    Run adopt =
        team.xenvendor(
            "adopt", "--vendor", "sample", "--from", "../upstream", "--prefix", "include");

    assertThat(adopt.exits(ExitCode.REPOSITORY).err())
        .contains(
            "no file in include has the path of an upstream header",
            TeamRepository.PREFIX + " looks like them: --prefix " + TeamRepository.PREFIX);
  }

  @Test
  void trunkAheadOfItsVendorBranchIsReported() {
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    team.git("reset", "-q", "--hard", "HEAD^");
    headers("3.2.0");
    Run adopt = team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    assertThat(adopt.out())
        .contains(
            "came from Sample 3.2.0",
            "Trunk was ahead of its vendor branch, which was at Sample 3.1.0.");
  }
}
