package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A working copy of CVS is checked as a git repository is, with the imported release as pristine.
 */
@Tag("slow")
final class CvsCheckTest {

  private static final String P = CvsStory.PREFIX;

  @TempDir Path folder;

  @Test
  void itIsHeldAgainstTheImportedRelease() {
    CvsStory story = CvsStory.at310(folder);
    CvsCopy copy = CvsCopy.of(story).patched();
    story.runImport("3.3.0").exits(0);
    copy.cvs("-Q", "update", "-d");
    assertThat(copy.check().out())
        .contains("(Sample 3.1.0, ", "Sample 3.3.0 is imported but not merged; trunk has 3.1.0")
        .doesNotContain("merge-record", "arch-x86/xen-mca.h");

    copy.merge().exits(0);
    copy.commit();
    // The sample holds one change that nobody declared.
    assertThat(copy.check().exits(ExitCode.FINDING).out())
        .startsWith("1 error, 1 warning in 14 headers (Sample 3.3.0, 5 local patches)\n")
        .contains("undeclared-change    " + P + "/grant_table.h:20", "release-skipped");

    copy.write(P + "/xen.h", copy.read(P + "/xen.h") + "int undeclared;\n");
    assertThat(copy.check().exits(ExitCode.FINDING).out())
        .startsWith("2 errors, 1 warning in ")
        .contains("undeclared-change    " + P + "/xen.h:", "+int undeclared;");
  }

  @Test
  void hintsNameCommandsOfCvs() {
    CvsStory story = CvsStory.at310(folder);
    CvsCopy copy = CvsCopy.of(story).patched();
    story.runImport("3.3.0").exits(0);
    copy.cvs("-Q", "update", "-d");
    String xen = copy.read(P + "/xen.h");
    copy.write(P + "/xen.h", xen + "<<<<<<< trunk\nint undeclared;\n=======\n>>>>>>> vendor\n");
    String grants = copy.read(P + "/grant_table.h");
    copy.write(P + "/grant_table.h", grants + "int undeclared;\n");
    copy.write(P + "/own.h", "int own;\n");
    copy.cvs("-Q", "add", P + "/own.h");

    String found = copy.check().exits(ExitCode.FINDING).out();
    assertThat(found)
        .contains(
            "resolve the conflict: cvs diff -u " + P + "/xen.h",
            "allow it by name in vendor.yaml",
            " --vendor sample cvs merge --dry-run shows the cost")
        .doesNotContain("git ", "xenvendor import", "xenvendor merge", "patches new");
  }

  @Test
  void whatNeedsGitIsRefused() {
    CvsStory story = CvsStory.at310(folder);
    story
        .runPlain(CvsCopy.of(story).folder(), "status")
        .fails(ExitCode.USAGE, "this is a CVS working copy");
  }
}
