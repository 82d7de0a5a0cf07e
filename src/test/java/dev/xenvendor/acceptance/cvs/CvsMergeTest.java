package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.Schemas;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merge in a working copy of CVS is the one that git gets, as a person would have left it. */
@Tag("slow")
final class CvsMergeTest {

  private static final String P = CvsStory.PREFIX;
  private static final String INCLUDE = "sys/arch/xen/include";
  private static final String MD_HEADER = INCLUDE + "/xen_blkif_md.h";

  @TempDir Path folder;
  private CvsStory story;

  @BeforeEach
  void tellTheStory() {
    story = CvsStory.at310(folder);
  }

  @Test
  void trunkHoldsTheSameBytesAsInGit() {
    TeamRepository team = PatchedTeam.allShipped(folder.resolve("git"), "3.3.0");
    team.xenvendor("merge").exits(0);
    CvsCopy copy = CvsCopy.of(story).patched();
    story.runImport("3.3.0").exits(0);

    Run merge = copy.merge().exits(ExitCode.DONE);
    assertThat(merge.out())
        .startsWith(
            "Merged Sample 3.3.0 (from 3.1.0) into the working copy; nothing is committed yet.\n")
        .contains("relocated", "cvs commit -m \"Merge Sample 3.3.0\" " + P);
    assertThat(copy.changes())
        .contains("R " + P + "/acm.h", "A " + MD_HEADER, "M " + P + "/xen.h")
        .allMatch(line -> line.matches("[MAR] .*"));
    copy.commit();

    CvsCopy fresh = CvsCopy.of(story, "src", "fresh");
    assertThat(fresh.files(P)).isEqualTo(CvsStory.texts(team.folder().resolve(P)));
    assertThat(fresh.read(MD_HEADER)).isEqualTo(team.read(MD_HEADER));
    assertThat(story.root().resolve(CvsStory.HEADERS + "/Attic/acm.h,v")).exists();
    assertThat(copy.merge().exits(ExitCode.DONE).out())
        .startsWith("Sample 3.3.0 is already merged. Nothing was changed.\n");
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() {
    CvsCopy copy = CvsCopy.of(story).patched();
    story.runImport("3.3.0").exits(0);
    Map<String, String> before = CvsStory.texts(copy.folder());
    Map<String, String> repository = story.state();

    JsonNode dry = copy.json("--dry-run");
    Schemas.assertDescribed("cvs-merge", dry);
    assertThat(copy.merge("--dry-run").exits(ExitCode.DONE).out())
        .startsWith("Merging Sample 3.3.0 (from 3.1.0) would leave no conflict.\n")
        .contains("Nothing was written.");
    assertThat(CvsStory.texts(copy.folder())).isEqualTo(before);
    assertThat(story.state()).isEqualTo(repository);

    JsonNode merge = copy.json();
    assertThat(((ObjectNode) merge).without("dryRun").toString())
        .isEqualTo(((ObjectNode) dry).without(List.of("dryRun", "consumers")).toString());
  }

  @Test
  void theCommandThatADryRunNamesMerges() {
    CvsCopy copy = CvsCopy.of(story).patched();
    story.runImport("3.3.0").exits(0);
    Run dryRun = copy.merge("--dry-run", "--base", "3.1.0").exits(ExitCode.DONE);
    assertThat(dryRun.out()).endsWith(" --vendor sample cvs merge 3.3.0 --base 3.1.0\n");
    assertThat(story.runNext(copy.folder(), dryRun).exits(ExitCode.DONE).out())
        .startsWith("Merged Sample 3.3.0 (from 3.1.0) into the working copy");
  }

  @Test
  void whatWasSkippedMakesNoDifference() {
    CvsCopy copy = CvsCopy.of(story).patched();
    story.runImport("3.2.0").exits(0);
    story.runImport("3.3.0").exits(0);
    CvsStory other = CvsStory.at310(folder.resolve("other"));
    other.runImport("3.3.0").exits(0);
    CvsCopy straight = CvsCopy.of(other).patched();

    copy.merge().exits(0);
    straight.merge().exits(0);

    assertThat(copy.files(INCLUDE)).isEqualTo(straight.files(INCLUDE));
    assertThat(copy.changes()).containsAll(straight.changes());
  }

  @Test
  void conflictsAreLeftWithMarkersAndCvsRefusesThem() {
    TeamRepository team = TeamRepository.imported(folder.resolve("git"), "3.3.0");
    team.xenvendor("merge").exits(ExitCode.FINDING);
    CvsCopy copy = CvsCopy.of(story);
    story.runImport("3.3.0").exits(0);

    Run merge = copy.merge().exits(ExitCode.FINDING);
    assertThat(merge.out())
        .startsWith("Merging Sample 3.3.0 (from 3.1.0) left 4 conflicts; nothing is committed.\n")
        .contains("Conflict  " + P + "/io/xs_wire.h:38  content, 1 hunk\n")
        .contains("delete it: cvs remove -f " + P + "/hvm/vmx_assist.h\n");
    assertThat(copy.files(P)).isEqualTo(CvsStory.texts(team.folder().resolve(P)));
    assertThat(copy.changes()).contains("C " + P + "/io/xs_wire.h", "C " + P + "/io/ring.h");

    assertThat(copy.tryCvs("commit", "-m", "Merge").exits(1).err())
        .contains("`" + P + "/io/ring.h' had a conflict and has not been modified");
    assertThat(copy.merge().exits(ExitCode.FINDING).out()).isEqualTo(merge.out());
    copy.write(P + "/io/ring.h", "settled\n");
    copy.merge()
        .fails(ExitCode.REPOSITORY, "already merged into this working copy", "1 file has been");
  }

  @Test
  void theWorkingCopyMayBeginOnTheWayToTheHeaders() {
    story.runImport("3.3.0").exits(0);
    JsonNode conflicts = CvsCopy.of(story).json("--dry-run");
    Schemas.assertDescribed("cvs-merge", conflicts);
    String whole = conflicts.toString();

    CvsCopy include = CvsCopy.of(story, "src/" + INCLUDE, "include");
    assertThat(include.json("--dry-run").toString()).isEqualTo(whole);
    CvsCopy headers = CvsCopy.of(story, CvsStory.HEADERS, "headers");
    assertThat(headers.json("--dry-run").toString()).isEqualTo(whole);
    assertThat(headers.mergeIn(headers.folder().resolve("io")).exits(ExitCode.FINDING).out())
        .contains("left 4 conflicts");
    assertThat(headers.changes()).contains("C io/ring.h", "R acm.h");

    headers.patched().merge().fails(ExitCode.REPOSITORY, MD_HEADER + ", which is outside this");
    CvsCopy.of(story, CvsStory.HEADERS + "/io", "io")
        .merge()
        .fails(ExitCode.REPOSITORY, "there is no folder " + P + " in this working copy");
  }

  @Test
  void aRecordDecidesAndIsKept() {
    TeamRepository team = TeamRepository.imported(folder.resolve("git"));
    CvsCopy copy = CvsCopy.of(story).patched();
    copy.write("vendor/sample/merged.yaml", team.read(TeamRepository.RECORD));
    copy.cvs("-Q", "add", "vendor", "vendor/sample", "vendor/sample/merged.yaml");
    copy.commit();
    story.runImport("3.3.0").exits(0);

    copy.merge().exits(0);
    assertThat(copy.read("vendor/sample/merged.yaml")).contains("release: 3.3.0\n");
    assertThat(copy.changes()).contains("M vendor/sample/merged.yaml");
    copy.commit();
    assertThat(copy.merge().exits(0).out()).startsWith("Sample 3.3.0 is already merged.");
    copy.merge("3.1.0").fails(ExitCode.REPOSITORY, "3.1.0 is older than 3.3.0");
  }

  @Test
  void anInterruptedCommitIsSeenAndMadeUpFor() {
    CvsCopy copy = CvsCopy.of(story).patched();
    story.runImport("3.3.0").exits(0);
    copy.merge().exits(0);
    // All but one file are committed, and that one's merge is lost with the working copy.
    Map<String, String> merged = copy.files(INCLUDE);
    copy.cvs("-Q", "update", "-C", P + "/io/ring.h");
    copy.commit();

    CvsCopy other = CvsCopy.of(story, "src", "other").patched();
    assertThat(other.merge().exits(0).out())
        .startsWith("Sample 3.3.0 is already merged.")
        .contains("warning: 1 header on trunk is nearer to an earlier release", "io/ring.h");
    assertThat(other.merge("--base", "3.1.0").exits(0).out()).startsWith("Merged Sample 3.3.0");
    assertThat(other.changes()).isEqualTo(List.of("M " + P + "/io/ring.h"));
    assertThat(other.files(INCLUDE)).isEqualTo(merged);
  }
}
