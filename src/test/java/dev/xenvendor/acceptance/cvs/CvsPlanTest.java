package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.Schemas;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan can be typed as it stands, and knows what the repository has. */
@Tag("slow")
final class CvsPlanTest {

  @TempDir Path folder;

  @Test
  void aPlanWritesNothing() {
    CvsStory story = CvsStory.at310(folder);
    Map<String, String> before = story.state();
    story.run("plan", "3.3.0").exits(ExitCode.DONE);
    assertThat(story.state()).isEqualTo(before);
  }

  /** What is printed after "import them" and "prove it" is what a shell takes. */
  @Test
  void theCommandsDoWhatTheySay() {
    CvsStory story = CvsStory.at310(folder);
    String plan = story.run("plan", "3.3.0").exits(ExitCode.DONE).out();
    TestFiles.copy(story.release("3.3.0"), folder.resolve("sample-3.3.0"));
    List<String> commands =
        plan.lines()
            .filter(line -> line.startsWith("     ") && line.contains("cvs -d "))
            .filter(line -> !line.contains("3rdparty"))
            .map(String::strip)
            .toList();
    assertThat(commands).hasSize(3);
    for (String command : commands) {
      Programs.execute(folder, Map.of(), List.of("sh", "-c", command)).exits(0);
    }
    assertThat(CvsStory.texts(folder.resolve("proof")))
        .isEqualTo(CvsStory.texts(folder.resolve("sample-3.3.0")));
    assertThat(folder.resolve("merge/io/ring.h")).content().contains("<<<<<<<");
    assertThat(Files.exists(folder.resolve("merge/acm.h"))).isFalse();
    assertThat(story.run("plan", "3.3.0").exits(ExitCode.DONE).out())
        .startsWith("Sample 3.3.0 is in ")
        .contains("already; remaining steps:")
        .doesNotContain("cvs import");
  }

  @Test
  void jsonIsAsDescribed() {
    CvsStory story = CvsStory.at310(folder);
    Schemas.assertDescribed("cvs-plan", story.json("plan", "3.3.0"));
    TestFiles.put(folder.resolve("3RDPARTY"), new byte[0]);
    Schemas.assertDescribed("cvs-3rdparty", story.json("3rdparty", "3.3.0", "3RDPARTY"));
    String from = story.release("3.3.0").toString();
    Schemas.assertDescribed(
        "cvs-import", story.json("import", "3.3.0", "--from", from, "--rehearse"));
    Schemas.assertDescribed("cvs-import", story.json("import", "3.3.0", "--from", from));
  }

  @Test
  void anEmptyRepositoryHasNothingToMerge() {
    CvsStory story = CvsStory.empty(folder);
    assertThat(story.run("plan", "3.1.0", "--module", ".").exits(ExitCode.DONE).out())
        .startsWith("Sample 3.1.0 would go to " + CvsStory.PREFIX + " as SAMPLE sample-3-1-0")
        .contains("no release is imported here yet")
        .doesNotContain("checkout -d merge");
  }

  /** The first import of some trees held local changes already. */
  @Test
  void aTagThatIsNotPristineIsNoBase() {
    CvsStory story = CvsStory.empty(folder);
    Path ring = story.release("3.1.0").resolve("io/ring.h");
    String pristine = new String(TestFiles.bytes(ring), StandardCharsets.UTF_8);
    String altered = "/* $NetBSD$ */\n/* Ours. */\n" + pristine;
    TestFiles.put(ring, altered.getBytes(StandardCharsets.UTF_8));
    story.importByHand("3.1.0", "SAMPLE", "sample-3-1-0");
    Run plan = story.run("plan", "3.3.0").exits(ExitCode.DONE);
    assertThat(plan.out())
        .contains("warning: sample-3-1-0 is not pristine: 1 file had local changes when imported")
        .contains(
            "(cd keep && cvs commit -f -m 'Keep local changes of sample-3-1-0 on trunk' io/ring.h)")
        .contains("(cd merge && xenvendor --vendor sample cvs merge 3.3.0 --from UPSTREAM.git)")
        .doesNotContain("-jsample-3-1-0 -jsample");
    Map<String, String> before = story.state();
    story
        .runImport("3.3.0")
        .fails(ExitCode.REPOSITORY, "would remove local changes from trunk", "io/ring.h");
    assertThat(story.state()).isEqualTo(before);

    story.cvs(story.checkedOut("keep"), "commit", "-f", "-m", "Keep", "io/ring.h");
    story.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(story.trunk().get("io/ring.h")).contains("/* Ours. */").contains(" mb()");

    // From the tag, the merge would take the change for upstream's, and drop it.
    CvsStory.write(folder.resolve("pristine"), CvsStory.headers("3.1.0"));
    Path copy = story.checkedOut("merged");
    story.runIn(copy, "merge", "--from", "/nowhere").fails(ExitCode.UNAVAILABLE, "/nowhere");
    String from = folder.resolve("pristine").toString();
    story.runIn(copy, "merge", "--from", from).exits(ExitCode.DONE);
    assertThat(copy.resolve("io/ring.h")).content().contains("/* Ours. */", "xen_mb()");
  }

  @Test
  void tagsOfOthersAreTakenAsTheyAre() {
    CvsStory story = CvsStory.empty(folder);
    story.importByHand("3.1.0", "SAMPLES", "v310");
    assertThat(story.run("plan", "3.3.0").exits(ExitCode.DONE).out())
        .contains("as SAMPLES sample-3-3-0")
        .contains("v310: the previous release on the branch, 3.1.0, pristine")
        .contains("the vendor branch is called SAMPLES here, not SAMPLE; it keeps its name");
  }

  @Test
  void theRepositorysOwnStyleOfTagsIsKept() {
    CvsStory story = CvsStory.empty(folder);
    story.importByHand("3.1.0", "SAMPLE", "sample_3_1");

    assertThat(story.run("plan", "3.3.0").exits(ExitCode.DONE).out())
        .contains("as SAMPLE sample_3_3")
        .contains("sample_3_1: the previous release on the branch, 3.1.0, pristine")
        .contains("-jsample_3_1 -jsample_3_3 ")
        .contains("     Release tag:\tsample_3_3\n");
    story.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(story.run("plan", "3.3.0").exits(ExitCode.DONE).out())
        .contains("already; remaining steps:");
  }

  @Test
  void aStyleIsKnownFromATagThatIsNotPristine() {
    CvsStory story = CvsStory.empty(folder);
    Path ring = story.release("3.1.0").resolve("io/ring.h");
    TestFiles.put(ring, "/* Ours. */\n".getBytes(StandardCharsets.UTF_8));
    story.importByHand("3.1.0", "SAMPLE", "sample_3_1_0");

    assertThat(story.run("plan", "3.3.0").exits(ExitCode.DONE).out())
        .contains("as SAMPLE sample_3_3_0")
        .contains("warning: sample_3_1_0 is not pristine");
  }

  @Test
  void anotherBranchNumberIsKept() {
    CvsStory story = CvsStory.empty(folder);
    story.importByHand("3.1.0", "SAMPLE", "sample-3-1-0", "-b", "1.1.3");
    assertThat(story.run("plan", "3.3.0").exits(ExitCode.DONE).out())
        .contains("branch 1.1.3 in 14 files", "import -I '!' -W '!' -b 1.1.3 -m ");
    story.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(story.export("-r", "sample-3-3-0"))
        .isEqualTo(CvsStory.texts(CvsStory.headers("3.3.0")));
  }

  @Test
  void theRepositoryIsThatOfTheWorkingCopyOrTheEnvironment() {
    CvsStory story = CvsStory.at310(folder);
    Path copy = story.checkedOut("copy");
    String here = story.run("plan", "3.3.0").out().replace(" --cvsroot " + story.root(), "");
    assertThat(story.runIn(copy, "plan", "3.3.0").exits(ExitCode.DONE).out()).isEqualTo(here);
    assertThat(story.runIn(copy.resolve("io"), "plan", "3.3.0").exits(ExitCode.DONE).out())
        .isEqualTo(here);
    story.runIn(folder, "plan", "3.3.0").fails(ExitCode.USAGE, "which CVS repository?");
    story.with("CVSROOT", story.root());
    assertThat(story.runIn(folder, "plan", "3.3.0").exits(ExitCode.DONE).out()).isEqualTo(here);
  }

  @Test
  void theEntryIsPutIntoAWorkingCopy() {
    CvsStory story = CvsStory.at310(folder);
    Path file = folder.resolve("src/doc/3RDPARTY");
    TestFiles.put(file, "Package:\tzlib\n".getBytes(StandardCharsets.UTF_8));
    assertThat(
            story
                .run("3rdparty", "3.3.0", "src/doc/3RDPARTY", "--field", "Responsible=me", "-n")
                .exits(ExitCode.DONE)
                .out())
        .startsWith("src/doc/3RDPARTY: a new entry would be added.\n")
        .contains("Nothing was written.");
    assertThat(file).hasContent("Package:\tzlib\n");
    story
        .run("3rdparty", "3.3.0", "src/doc/3RDPARTY", "--field", "Responsible=me")
        .exits(ExitCode.DONE);
    assertThat(file).content().startsWith("Package:\tSample\n").endsWith("\n\nPackage:\tzlib\n");
    story.run("3rdparty", "3.3.0", "nowhere").fails(ExitCode.USAGE, "there is no nowhere to read");
  }
}
