package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.ProgramAdapters;
import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release goes into a real CVS repository, and comes out as it went in. */
@Tag("slow")
final class CvsImportTest {

  @TempDir Path folder;
  private CvsStory story;

  @BeforeEach
  void tellTheStory() {
    story = CvsStory.at310(folder);
  }

  @Test
  void aReleaseIsImportedAndProved() {
    Run run = story.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(run.out())
        .startsWith(
            "Sample 3.3.0 is in "
                + CvsStory.HEADERS
                + ", 14 files as pinned, vendor tag SAMPLE, release tag sample-3-3-0.\n")
        .contains("Verified: the output of cvs export -r sample-3-3-0 matches the manifest's files")
        .contains("Since 3.1.0 (sample-3-1-0): 2 added, 2 deleted by upstream, 10 changed.")
        .contains("Already on trunk, by the import itself: 2 new files.")
        .contains("2 files that upstream deleted", "  acm.h\n", "  hvm/vmx_assist.h\n")
        .contains("warning: 3.2.0 was never imported")
        .contains("xenvendor --vendor sample cvs merge 3.3.0");
    assertThat(story.export("-r", "sample-3-3-0"))
        .isEqualTo(CvsStory.texts(CvsStory.headers("3.3.0")));
  }

  /** What cvs itself prints depends on where an interrupted run had come to; the tags do not. */
  @Test
  void itSaysWhatCvsCallsConflicts() {
    CvsStory other = CvsStory.at310(folder.resolve("other"));
    String said =
        other.cvs(
            other.release("3.3.0"),
            "import",
            "-I",
            "!",
            "-m",
            "x",
            CvsStory.HEADERS,
            "SAMPLE",
            "sample-3-3-0");
    long flagged = said.lines().filter(line -> line.startsWith("C ")).count();
    assertThat(flagged).isPositive();
    assertThat(story.runImport("3.3.0").out())
        .contains("To merge: " + flagged + " files that trunk and upstream both changed.");
  }

  @Test
  void importedAgainItChangesNothing() {
    story.runImport("3.3.0").exits(ExitCode.DONE);
    Map<String, String> before = story.state();
    // No source is needed to see that it is there.
    Run again = story.run("import", "3.3.0", "--from", "/nowhere").exits(ExitCode.DONE);
    assertThat(again.out())
        .startsWith("Sample 3.3.0 is already in ")
        .contains("Nothing was changed.");
    assertThat(story.state()).isEqualTo(before);
  }

  @Test
  void aRehearsalWritesNothingAndTriesTheMerge() {
    Map<String, String> before = story.state();
    Run run = story.runImport("3.3.0", "--rehearse").exits(ExitCode.DONE);
    assertThat(run.out())
        .startsWith("Sample 3.3.0 was imported into a temporary copy of ")
        .contains("The merge by plain cvs there: ", " with conflicts.", "  io/xs_wire.h\n")
        .contains("Nothing was written to " + story.root());
    assertThat(story.state()).isEqualTo(before);
    String real = story.runNext(folder, run).exits(ExitCode.DONE).out();
    assertThat(real).startsWith("Sample 3.3.0 is in ");
    assertThat(real.lines().filter(line -> line.matches("(Since|To|On) .*")))
        .isEqualTo(run.out().lines().filter(line -> line.matches("(Since|To|On) .*")).toList());
    story.cvs(folder, "-Q", "checkout", "-jsample-3-1-0", "-jsample-3-3-0", CvsStory.HEADERS);
    Path merged = folder.resolve(CvsStory.HEADERS);
    long conflicts =
        story
            .tryCvs(merged, "-nq", "update")
            .out()
            .lines()
            .filter(line -> line.startsWith("C "))
            .count();
    assertThat(run.out()).contains(conflicts + " files with conflicts.");
  }

  @Test
  void anOlderReleaseGoesInBeforeAndNotAfter() {
    story.runImport("3.2.0").exits(ExitCode.DONE);
    Run newer = story.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(newer.out()).contains("Since 3.2.0 (sample-3-2-0)").doesNotContain("never imported");
    CvsStory straight = CvsStory.at310(folder.resolve("straight"));
    straight.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(story.trunk()).isEqualTo(straight.trunk());

    Map<String, String> before = straight.state();
    straight
        .runImport("3.2.0")
        .fails(
            ExitCode.REPOSITORY,
            "Sample 3.2.0 can no longer be imported before 3.3.0",
            "sample-3-3-0");
    assertThat(straight.state()).isEqualTo(before);
  }

  @Test
  void theFirstImportMakesTheFolder() {
    CvsStory fresh = CvsStory.empty(folder.resolve("fresh"));
    fresh
        .runImport("3.1.0")
        .fails(ExitCode.USAGE, " has neither src/", "the place of the tree is unknown");
    Run run = fresh.runImport("3.1.0", "--module", "src").exits(ExitCode.DONE);
    assertThat(run.out()).startsWith("Sample 3.1.0 is in " + CvsStory.HEADERS);
    assertThat(fresh.trunk()).isEqualTo(CvsStory.texts(CvsStory.headers("3.1.0")));
  }

  @Test
  void upstreamsOwnKeywordsAreKept() {
    Path changed = story.release("3.3.0");
    TestFiles.put(
        changed.resolve("io/ident.h"), "/* $Id$ of upstream */\n".getBytes(StandardCharsets.UTF_8));
    TestFiles.put(changed.resolve("core"), new byte[] {1, 0, 2, '\n', '$', 'I', 'd', '$'});
    Path config = folder.resolve("config");
    pin(config, changed);
    story
        .run("import", "3.9.0", "--from", changed.toString(), "--config", config.toString())
        .exits(ExitCode.DONE);
    assertThat(story.export("-r", "sample-3-9-0")).isEqualTo(CvsStory.texts(changed));
    assertThat(keywords("io/ident.h")).isEqualTo("o");
    assertThat(keywords("core")).isEqualTo("b");
    assertThat(keywords("io/ring.h")).isEqualTo("kv");
  }

  @Test
  void anUnpinnedReleaseIsPinnedOnFirstUse() {
    Path copy = story.checkedOut("copy");
    String from = story.release("3.3.0").toString();
    Path manifest = copy.resolve("vendor/sample/releases/3.9.0.yaml");
    story
        .runIn(copy, "import", "3.9.0", "--from", from, "--no-pin", "--rehearse")
        .exits(ExitCode.DONE);
    assertThat(manifest).doesNotExist();
    Run run = story.runIn(copy, "import", "3.9.0", "--from", from).exits(ExitCode.DONE);
    assertThat(run.out())
        .contains("Pinned on first use: its manifest was written to")
        .contains("cvs commit vendor/sample/releases/3.9.0.yaml");
    assertThat(manifest).content().contains("As imported first").contains("  io/ring.h: ");
    Run again = story.runIn(copy, "import", "3.9.0", "--from", "nowhere").exits(ExitCode.DONE);
    assertThat(again.out())
        .contains("is already in", "files as pinned")
        .doesNotContain("warning: no");
  }

  @Test
  void anotherCommitThanTheTagsIsImportedWithAWarning() {
    Path git = folder.resolve("git");
    TeamRepository.sample(git);
    TeamRepository upstream = new TeamRepository(git.resolve("upstream"));
    String tagged = upstream.id("HEAD");
    upstream.git("tag", "RELEASE-3.3.1");
    upstream.write("xen/include/public/xen.h", "#define LATER 1\n");
    upstream.commitAll("Change xen.h");
    String taken = upstream.id("HEAD");
    String from = git.resolve("upstream").toString();
    Run run = story.run("import", "3.3.1", "--ref", "HEAD", "--from", from).exits(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "warning: the source's tag RELEASE-3.3.1 is commit "
                + tagged.substring(0, 7)
                + ", but commit "
                + taken.substring(0, 7)
                + " was used",
            "to use the tag's, omit --ref");
  }

  @Test
  void aBaseThatWasNeverImportedIsNamed() {
    assertThat(story.run("plan", "3.3.0", "--base", "3.2.0").exits(ExitCode.DONE).out())
        .contains("merge it into trunk, from 3.2.0, as given by --base")
        .contains("cvs merge 3.3.0 --base 3.2.0 --from UPSTREAM.git");
    story.run("plan", "3.3.0", "--base", "3.3.0").fails(ExitCode.USAGE, "is not older than 3.3.0");
    story.run("plan", "3.3.0", "--base", "2.0.0").fails(ExitCode.USAGE, "nor a pinned release");
    assertThat(story.runImport("3.3.0", "--base", "3.2.0").exits(ExitCode.DONE).out())
        .contains("cvs merge 3.3.0 --base 3.2.0");
    Path copy = story.checkedOut("copy");
    assertThat(
            story
                .runIn(
                    copy, "merge", "--base", "3.2.0", "--from", story.release("3.2.0").toString())
                .out())
        .contains("(from 3.2.0)");
  }

  /** Pins a release as 3.9.0, in a configuration of its own. */
  private void pin(Path config, Path release) {
    Path tree = folder.resolve("pinning");
    new ProgramAdapters().createRepository(tree);
    String profile = "vendor/sample/vendor.yaml";
    TestFiles.put(
        config.resolve(profile), new ProgramAdapters().builtInConfig().read(profile).orElseThrow());
    Programs.xenvendor(
            "-C",
            tree.toString(),
            "--vendor",
            "sample",
            "--config",
            config.toString(),
            "releases",
            "pin",
            "3.9.0",
            "--from",
            release.toString())
        .exits(ExitCode.DONE);
    assertThat(Files.exists(config.resolve("vendor/sample/releases/3.9.0.yaml"))).isTrue();
  }

  private String keywords(String header) {
    return story
        .cvs(folder, "rlog", "-h", CvsStory.HEADERS + "/" + header)
        .lines()
        .filter(line -> line.startsWith("keyword substitution: "))
        .map(line -> line.substring("keyword substitution: ".length()))
        .findFirst()
        .orElseThrow();
  }
}
