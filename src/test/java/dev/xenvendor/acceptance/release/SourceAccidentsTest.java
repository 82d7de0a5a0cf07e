package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is not there, or does not hold what it should. */
@Tag("slow")
final class SourceAccidentsTest {

  private static final String REPOSITORY_URL = "https://127.0.0.1:1/nothing/here.git";

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @Test
  void aRepositoryThatCannotBeReached() {
    Accident.refused(
        tree,
        ExitCode.UNAVAILABLE,
        REPOSITORY_URL,
        "import",
        "3.2.0",
        "--backfill",
        "--from",
        REPOSITORY_URL);
  }

  @Test
  void aFileUrlThatLeadsNowhere() {
    String url = folder.resolve("gone.git").toUri().toString();
    Accident.refused(
        tree, ExitCode.UNAVAILABLE, "gone.git", "import", "3.2.0", "--backfill", "--from", url);
  }

  @Test
  void theDefaultSourceMayBeMissing() {
    // The sample's profile names a folder beside nothing.
    Accident.refused(tree, ExitCode.UNAVAILABLE, "upstream", "import", "3.2.0", "--backfill");
  }

  @Test
  void aSourceWithoutHeaders() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Accident.refused(
        tree,
        ExitCode.UNAVAILABLE,
        "empty",
        "import",
        "3.2.0",
        "--backfill",
        "--from",
        folder.resolve("empty").toString());
  }

  @Test
  void aRepositoryWithoutHeaders() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Programs.gitIn(other, "init", "-q").exits(0);
    Accident.refused(
        tree,
        ExitCode.UNAVAILABLE,
        "other",
        "import",
        "3.2.0",
        "--backfill",
        "--from",
        other.toString());
    TestFiles.put(other.resolve("readme"), new byte[] {'x'});
    Programs.gitIn(other, "add", ".").exits(0);
    Programs.gitIn(other, "-c", "user.name=a", "-c", "user.email=b", "commit", "-qm", "x").exits(0);
    Accident.refused(
        tree,
        ExitCode.UNAVAILABLE,
        "other",
        "import",
        "3.2.0",
        "--backfill",
        "--from",
        other.toString(),
        "--ref",
        "HEAD");
  }

  @Test
  void aSourceWithChangedFiles() {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    Path source = fresh.unpacked("3.3.0");
    TestFiles.put(source.resolve("xen.h"), "changed\n".getBytes(StandardCharsets.UTF_8));
    TestFiles.put(source.resolve("io/ring.h"), "changed\n".getBytes(StandardCharsets.UTF_8));
    Run run =
        Accident.refused(
            fresh,
            ExitCode.REPOSITORY,
            "2 files of the source differ",
            "import",
            "3.3.0",
            "--from",
            source.toString());
    assertThat(run.err()).contains("Sample 3.3.0, first: io/ring.h");
  }

  @Test
  void aSourceThatLacksAFile() throws IOException {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    Path source = fresh.unpacked("3.3.0");
    Files.delete(source.resolve("io/ring.h"));
    Accident.refused(
        fresh,
        ExitCode.REPOSITORY,
        "1 file of the source differs from the manifest of Sample 3.3.0, first: io/ring.h",
        "import",
        "3.3.0",
        "--from",
        source.toString());
  }

  @Test
  void aSourceWithAFileTooMany() {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    Path source = fresh.unpacked("3.3.0");
    TestFiles.put(source.resolve("io/extra.h"), new byte[0]);
    Accident.refused(
        fresh,
        ExitCode.REPOSITORY,
        "first: io/extra.h",
        "import",
        "3.3.0",
        "--from",
        source.toString());
  }

  @Test
  void aSourceWithAnotherMode() {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    Path source = fresh.unpacked("3.3.0");
    assertThat(source.resolve("xen.h").toFile().setExecutable(true)).isTrue();
    Accident.refused(
        fresh, ExitCode.REPOSITORY, "first: xen.h", "import", "3.3.0", "--from", source.toString());
  }

  @Test
  void aRefThatNamesAnotherRelease() {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    Accident.refused(
        fresh,
        ExitCode.REPOSITORY,
        "the manifest of Sample 3.3.0",
        "import",
        "3.3.0",
        "--from",
        "../upstream",
        "--ref",
        "3.2.0");
  }

  @Test
  void aRefForASourceWithoutHistory() {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    String source = fresh.unpacked("3.3.0").toString();
    Accident.refused(
        fresh, ExitCode.USAGE, "--ref", "import", "4.0.0", "--from", source, "--ref", "x");
    Accident.refused(
        fresh, ExitCode.USAGE, "--ref", "releases", "pin", "4.0.0", "--from", source, "--ref", "x");
  }

  @Test
  void theWrongBaseline() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    Accident.refused(
        fresh, ExitCode.USAGE, "9.9.9", "adopt", "--from", "../upstream", "--baseline", "9.9.9");
    Accident.refused(
        fresh,
        ExitCode.REPOSITORY,
        "3.1.0",
        "adopt",
        "--from",
        "../upstream",
        "--baseline",
        "3.1.0",
        "--ref",
        "3.3.0");
    Accident.refused(
        fresh, ExitCode.USAGE, "--ref", "adopt", "--from", "../upstream", "--ref", "3.1.0");
  }

  @Test
  void aTagOfThatNameThatIsNotOurs() {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    fresh.git("tag", "upstream/sample/3.3.0", "HEAD");
    Accident.refused(
        fresh,
        ExitCode.REPOSITORY,
        "upstream/sample/3.3.0",
        "import",
        "3.3.0",
        "--from",
        "../upstream");
  }

  @Test
  void aBranchOfThatNameThatIsNotOurs() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("branch", "upstream/sample");
    Accident.refused(
        fresh, ExitCode.REPOSITORY, "upstream/sample", "import", "3.3.0", "--from", "../upstream");
    Accident.refused(
        fresh, ExitCode.REPOSITORY, "upstream/sample", "adopt", "--from", "../upstream");
  }

  @Test
  void aBranchWhereTheFolderOfOursWouldBe() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("branch", "upstream");
    Accident.refused(fresh, ExitCode.REPOSITORY, "upstream", "adopt", "--from", "../upstream");
  }
}
