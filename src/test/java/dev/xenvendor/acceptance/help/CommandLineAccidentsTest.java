package dev.xenvendor.acceptance.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command line that names what is not there. */
@Tag("slow")
final class CommandLineAccidentsTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @ParameterizedTest
  @CsvSource({
    "import 9.9.9 --from ../upstream, Sample 9.9.9, 2",
    "merge 9.9.9, Sample 9.9.9, 2",
    "merge 3.2.0, Sample 3.2.0, 2",
    "merge 3.1.0x!, not a version, 2",
    "import three --from ../upstream, not a version, 2",
    "import, missing: VERSION, 2",
    "adopt --vendor other --from ../upstream, other, 2",
    "import --vendor other 3.3.0, other, 2",
    "import 3.2.0 --from ../upstream, 3.2.0, 4",
    "import 3.2.0 --from ../nowhere --backfill, nowhere, 5",
    "import 3.2.0 --from ../upstream --backfill --ref nowhere, nowhere, 5",
    "releases pin 4.0.0 --from ../upstream --ref nowhere, nowhere, 5",
    "releases pin 4.0.0 --from ../nowhere, nowhere, 5",
    "releases pin 4.0.0 --from ../upstream, upstream, 2",
    "releases verify extra, extra, 2",
    "resolve io/ring.h --take mine, mine, 2",
    "resolve io/ring.h, --take, 2",
    "merge --continue --abort, take no other arguments, 2",
    "merge --continue 3.3.0, take no other arguments, 2",
    "frobnicate, frobnicate, 2",
    "mrege --dry-run, did you mean 'merge'?, 2",
    "pathces verify, did you mean 'patches'?, 2",
    "patches verfy, did you mean 'verify'?, 2",
    "--quiet stauts, did you mean 'status'?, 2",
    "merge --frobnicate, frobnicate, 2",
    "--config ../nowhere status, nowhere, 2",
    "merge-trees HEAD HEAD, merge-trees takes, 2",
    "merge-trees HEAD HEAD nowhere, nowhere, 2",
    "merge-trees HEAD HEAD HEAD:sys/arch/xen/xen/README, README, 2",
  })
  void whatIsNotThere(String command, String named, int status) {
    Accident.refused(tree, status, named, command.split(" "));
  }

  @Test
  void aMistypedPrefixIsNoTreeWithoutHeaders() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("rm", "-q", "-r", "vendor");
    fresh.git("commit", "-q", "-m", "No profile");
    Run run =
        Accident.refused(
            fresh,
            ExitCode.REPOSITORY,
            "sys/arch/xen/include/xen-public",
            "adopt",
            "--vendor",
            "sample",
            "--from",
            "../upstream",
            "--prefix",
            "sys/arch/xen/include/xen-public");
    assertThat(run.err()).contains("--prefix " + TestTree.PREFIX);
  }

  @Test
  void aPrefixThatIsAFile() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("rm", "-q", "-r", "vendor");
    fresh.git("commit", "-q", "-m", "No profile");
    Accident.refused(
        fresh,
        ExitCode.REPOSITORY,
        "sys/arch/xen/xen/README",
        "adopt",
        "--vendor",
        "sample",
        "--from",
        "../upstream",
        "--prefix",
        "sys/arch/xen/xen/README");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../elsewhere", "/etc", "a//b", "a/../b", ".git/hooks", "a/.GIT"})
  void aPrefixThatIsNoFolderOfTheTree(String prefix) {
    refusedPrefix("not a folder in the tree", prefix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "."})
  void headersAtTheRoot(String prefix) {
    refusedPrefix("the headers cannot be at the root of the tree", prefix);
  }

  private void refusedPrefix(String why, String prefix) {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("rm", "-q", "-r", "vendor");
    fresh.git("commit", "-q", "-m", "No profile");
    Accident.refused(
        fresh,
        ExitCode.USAGE,
        why,
        "adopt",
        "--vendor",
        "sample",
        "--from",
        "../upstream",
        "--prefix",
        prefix);
  }

  @Test
  void aPrefixThatContradictsTheProfile() {
    Accident.refused(
        tree,
        ExitCode.USAGE,
        "prefix",
        "adopt",
        "--from",
        "../upstream",
        "--prefix",
        "sys/arch/xen/include");
  }
}
