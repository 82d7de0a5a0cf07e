package dev.xenvendor.acceptance.cvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong with an import, it says how far it came, and run again it finishes. */
@Tag("slow")
final class CvsAccidentsTest {

  @TempDir Path folder;

  /** Lets the real program import some of the files only, and then fail. */
  private static String failingHalfWay(String message) {
    return """
    case " $* " in *" import "*)
      rm -rf io *.h
      cvs "$@" >/dev/null 2>&1
      echo "cvs [import aborted]: %s" >&2
      exit 1;;
    esac
    exec cvs "$@"
    """
        .formatted(message);
  }

  @ParameterizedTest
  @CsvSource({
    "cannot write xen.h: No space left on device, 4, the disk is full",
    "end of file from server, 5, the server is unreachable",
    "cannot create lock: Permission denied, 4, you lack write permission",
    "received termination signal, 4, fix the cause",
  })
  void itSaysHowFarItCame(String message, int exit, String hint) {
    CvsStory story = CvsStory.at310(folder);
    story.withCvs(failingHalfWay(message));
    Run failed = story.runImport("3.3.0");
    failed.fails(exit, "4 of 14 files are imported, then the import stopped", message);
    assertThat(failed.err()).contains(hint, "the same command completes it");
  }

  @Test
  void runAgainItFinishes() {
    CvsStory story = CvsStory.at310(folder);
    story.withCvs(failingHalfWay("received termination signal"));
    story.runImport("3.3.0").exits(ExitCode.REPOSITORY);

    story.withRealCvs();
    assertThat(story.run("plan", "3.3.0").exits(ExitCode.DONE).out())
        .contains("10 of 14 files, the others were imported by an interrupted run");
    Run again = story.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(again.out()).contains("4 files were already imported by an interrupted run.");
    CvsStory straight = CvsStory.at310(folder.resolve("straight"));
    Run atOnce = straight.runImport("3.3.0").exits(ExitCode.DONE);
    assertThat(story.trunk()).isEqualTo(straight.trunk());
    assertThat(story.export("-r", "sample-3-3-0")).isEqualTo(straight.export("-r", "sample-3-3-0"));
    assertThat(again.out().lines().filter(line -> line.startsWith("To ")))
        .isEqualTo(atOnce.out().lines().filter(line -> line.startsWith("To ")).toList());
  }

  @Test
  void aServerThatIsGoneTellsNothing() {
    CvsStory story = CvsStory.at310(folder);
    story.withCvs("echo 'cvs [rlog aborted]: end of file from server' >&2; exit 1");
    story
        .runImport("3.3.0")
        .fails(ExitCode.UNAVAILABLE, "cvs rlog failed: end of file from server");
  }

  @Test
  void aServerMayGoInTheMiddle() {
    CvsStory story = CvsStory.at310(folder);
    Path gone = folder.resolve("gone");
    story.withCvs(
        "case \" $* \" in *\" import \"*) touch %s;; esac\n".formatted(gone)
            + "[ -e %s ] || exec cvs \"$@\"\n".formatted(gone)
            + "echo 'cvs [import aborted]: end of file from server' >&2; exit 1");
    story.runImport("3.3.0").fails(ExitCode.UNAVAILABLE, "the progress of the import is unknown");
  }

  @Test
  void aLockIsNotWaitedForForEver() throws IOException {
    CvsStory story = CvsStory.at310(folder);
    Path lock = story.root().resolve(CvsStory.HEADERS).resolve("#cvs.lock");
    Files.createDirectory(lock);
    Run run = story.runImport("3.3.0", "--lock-wait", "1");
    run.fails(ExitCode.REPOSITORY, "holds a lock in " + lock.getParent());
    assertThat(run.err()).contains("removes the #cvs.* files there");
    Files.delete(lock);
    story.runImport("3.3.0").exits(ExitCode.DONE);
  }

  /** As a cvs leaves it that was killed: its process is gone, which cvs does not look at. */
  @Test
  void aLockThatWasLeftBehindIsNamed() throws IOException, InterruptedException {
    CvsStory story = CvsStory.at310(folder);
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path headers = story.root().resolve(CvsStory.HEADERS);
    String machine = InetAddress.getLocalHost().getHostName();
    Path note = headers.resolve("#cvs.wfl." + machine + "." + ended.pid());
    Files.createFile(note);
    Files.createDirectory(headers.resolve("#cvs.lock"));
    Run run = story.runImport("3.3.0", "--lock-wait", "1");
    assertThat(run.fails(ExitCode.REPOSITORY, "holds a lock").err())
        .contains(
            "the cvs that took it has ended: rm -r '" + headers + "/#cvs.lock' '" + note + "'");
  }

  @Test
  void noProgramIsAToolThatCannotBeReached() {
    CvsStory story = CvsStory.at310(folder);
    story.with("PATH", folder.resolve("nothing"));
    story.run("plan", "3.3.0").fails(ExitCode.UNAVAILABLE, "there is no cvs program on the PATH");
  }

  @Test
  void noRepositoryIsSaidAtOnce() {
    CvsStory story = CvsStory.empty(folder);
    story
        .runIn(
            folder,
            "plan",
            "3.3.0",
            "--cvsroot",
            folder.resolve("no").toString(),
            "--module",
            "src")
        .fails(ExitCode.REPOSITORY, "no/CVSROOT: No such file or directory");
  }

  @Test
  void aReleaseTagThatIsUsedIsRefused() {
    CvsStory story = CvsStory.at310(folder);
    story.importByHand("3.2.0", "SAMPLE", "sample-3-3-0");
    Map<String, String> before = story.state();
    story
        .runImport("3.3.0")
        .fails(
            ExitCode.REPOSITORY, "the release tag sample-3-3-0 is already in use", "not that of");
    assertThat(story.state()).isEqualTo(before);
  }

  @Test
  void aReleaseTagOnTrunkIsRefused() {
    CvsStory story = CvsStory.at310(folder);
    story.cvs(folder, "-Q", "rtag", "sample-3-3-0", CvsStory.HEADERS);
    story
        .runImport("3.3.0")
        .fails(ExitCode.REPOSITORY, "sample-3-3-0 is already in use", "not on SAMPLE");
  }

  @Test
  void aVendorTagOnAnotherBranchIsRefused() throws IOException {
    CvsStory story = CvsStory.at310(folder);
    Path one = Files.createDirectories(folder.resolve("one"));
    Files.writeString(one.resolve("xen.h"), "other\n");
    story.cvs(
        one, "import", "-I", "!", "-b", "1.1.3", "-m", "x", CvsStory.HEADERS, "SAMPLE", "other-1");
    story
        .runImport("3.3.0")
        .fails(
            ExitCode.REPOSITORY, "SAMPLE is not one vendor branch here: 1.1.1 in 13 files, 1.1.3");
  }

  @Test
  void keywordsThatWouldBeExpandedAreRefusedBeforehand() throws IOException {
    CvsStory story = CvsStory.at310(folder);
    Path ring = story.release("3.3.0").resolve("io/ring.h");
    Files.writeString(ring, Files.readString(ring) + "/* $Revision$ */\n");
    story
        .run("import", "3.3.0", "--from", story.release("3.3.0").toString())
        .fails(ExitCode.REPOSITORY, "1 file of the source differs from the manifest");
    assertThat(story.export("-r", "sample-3-1-0")).containsKey("io/ring.h");
  }

  @Test
  void aServerIsAsGoodAsAFolder() {
    CvsStory story = CvsStory.at310(folder);
    story.with(
        "CVS_RSH",
        story.script("rsh", "while [ \"${1#cvs}\" = \"$1\" ]; do shift; done; exec sh -c \"$*\""));
    String[] remote = {"--cvsroot", ":ext:somewhere:" + story.root()};
    String from = story.release("3.3.0").toString();
    Run rehearsed =
        story.runIn(folder, "import", "3.3.0", remote[0], remote[1], "--from", from, "--rehearse");
    assertThat(rehearsed.exits(ExitCode.DONE).out()).contains(" with conflicts.");
    story.runIn(folder, "import", "3.3.0", remote[0], remote[1], "--from", from).exits(0);
    assertThat(story.export("-r", "sample-3-3-0"))
        .isEqualTo(CvsStory.texts(CvsStory.headers("3.3.0")));
  }
}
