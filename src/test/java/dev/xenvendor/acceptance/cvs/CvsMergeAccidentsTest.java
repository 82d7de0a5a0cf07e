package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stops a merge in CVS, it says how far it came, and the same command goes on. */
@Tag("slow")
final class CvsMergeAccidentsTest {

  private static final String P = CvsStory.PREFIX;
  private static final String INCLUDE = "sys/arch/xen/include";

  @TempDir Path folder;
  private CvsStory story;

  @BeforeEach
  void tellTheStory() {
    story = CvsStory.at310(folder);
  }

  /** Fails before, or after, the cvs command that has a word among its arguments. */
  private void failingCvs(String word, boolean afterwards, String message) {
    String fail = "{ echo 'cvs [x aborted]: " + message + "' >&2; exit 1; }";
    String then = afterwards ? "cvs \"$@\"; " + fail : fail;
    story.withCvs("case \" $* \" in *' " + word + " '*) " + then + ";; esac\nexec cvs \"$@\"");
  }

  @Test
  void eachRunGoesOnWhereTheLastOneStopped() {
    story.runImport("3.3.0").exits(0);
    CvsCopy undisturbed = CvsCopy.of(story, "src", "undisturbed").patched();
    undisturbed.merge().exits(0);
    CvsCopy copy = CvsCopy.of(story).patched();

    failingCvs(
        "rlog", false, "connect to cvs.example.org(1.2.3.4):2401 failed: Connection refused");
    copy.merge().fails(ExitCode.UNAVAILABLE, "cvs rlog failed: connect to cvs.example.org");
    failingCvs("checkout", false, "end of file from server (consult above messages if any)");
    copy.merge().fails(ExitCode.UNAVAILABLE, "cvs checkout failed: end of file from server");
    assertThat(copy.changes()).isEmpty();

    failingCvs("add", false, "cannot make directory: Permission denied");
    Run denied = copy.merge();
    denied.fails(
        ExitCode.REPOSITORY, "stopped after 13 of 16 changes: cvs add failed: cannot make");
    assertThat(denied.err()).contains("then run the command again to continue\n");
    failingCvs("add", true, "cannot write Entries: No space left on device");
    copy.merge().fails(ExitCode.REPOSITORY, "stopped after 14 of 16 changes: cvs add failed");
    failingCvs("remove", false, "received interrupt signal");
    copy.merge().fails(ExitCode.UNAVAILABLE, "stopped after 14 of 16 changes: cvs remove failed");
    failingCvs("remove", true, "received interrupt signal");
    copy.merge().fails(ExitCode.UNAVAILABLE, "stopped after 16 of 16 changes: cvs remove failed");

    story.withRealCvs();
    assertThat(copy.merge().exits(0).out()).isEqualTo(undisturbed.merge().out());
    assertThat(copy.changes()).isEqualTo(undisturbed.changes());
    assertThat(copy.files(INCLUDE)).isEqualTo(undisturbed.files(INCLUDE));
  }

  @Test
  void aKilledRunIsGoneOnWith() throws IOException {
    story.runImport("3.3.0").exits(0);
    CvsCopy copy = CvsCopy.of(story);
    Path killer =
        story.script(
            "killer",
            "case \" $* \" in *' remove '*) kill -9 $PPID; exit 1;; esac\nexec cvs \"$@\"");
    List<String> command = new ArrayList<>(Programs.java());
    command.addAll(List.of("-C", copy.folder().toString(), "--vendor", "sample", "cvs", "merge"));

    Run killed = Programs.execute(folder, Map.of("XENVENDOR_CVS", killer.toString()), command);
    assertThat(killed.exit()).isNotIn(0, 1);
    assertThat(Files.exists(copy.folder().resolve("CVS/xenvendor"))).isTrue();
    assertThat(copy.changes()).contains("M " + P + "/xen.h").doesNotContain("R " + P + "/acm.h");

    copy.merge().exits(ExitCode.FINDING);
    assertThat(copy.changes()).contains("R " + P + "/acm.h", "C " + P + "/io/ring.h");
    assertThat(Files.exists(copy.folder().resolve("CVS/xenvendor"))).isFalse();
  }

  @Test
  void aPersonsOwnWorkIsNotWrittenOver() {
    CvsCopy copy = CvsCopy.of(story);
    story.runImport("3.3.0").exits(0);
    String header = copy.read(P + "/xen.h");

    copy.write(P + "/xen.h", header + "/* mine */\n");
    copy.merge().fails(ExitCode.REPOSITORY, "1 file is modified and not committed, first:");
    copy.write(P + "/xen.h", header);
    copy.write(P + "/xsm/acm.h", "mine\n");
    copy.merge("--dry-run").fails(ExitCode.REPOSITORY, "1 file is in the way", P + "/xsm/acm.h");
    assertThat(copy.read(P + "/xsm/acm.h")).isEqualTo("mine\n");
  }

  @Test
  void onlyTrunkIsMergedInto() {
    story.runImport("3.3.0").exits(0);
    CvsCopy copy = CvsCopy.of(story);
    copy.cvs("-Q", "tag", "-b", "netbsd-5", P + "/io");
    copy.cvs("-Q", "update", "-r", "netbsd-5", P + "/io");
    Run branch = copy.merge();
    branch.fails(ExitCode.REPOSITORY, P + "/io is not trunk: it has the sticky tag netbsd-5");
    assertThat(branch.err()).contains("hint: cvs update -A");
    copy.cvs("-Q", "update", "-A", P + "/io");
    copy.cvs("-Q", "update", "-D", "2030-01-01", P + "/xen.h");
    copy.merge().fails(ExitCode.REPOSITORY, P + "/xen.h is not trunk: it has the sticky date");
  }

  @Test
  void whatIsNotThereIsSaid() {
    story.runIn(folder, "merge").fails(ExitCode.REPOSITORY, "is not in a working copy of CVS");
    CvsCopy copy = CvsCopy.of(story);
    copy.merge("3.3.0")
        .fails(ExitCode.USAGE, "3.3.0 is not on the vendor branch SAMPLE", "sample-3-3-0");
    assertThat(copy.merge().exits(0).out()).startsWith("Sample 3.1.0 is already merged.");
  }
}
