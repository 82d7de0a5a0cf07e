package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A work tree that holds what nobody committed. */
@Tag("slow")
final class DirtyTreeAccidentsTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @ParameterizedTest
  @ValueSource(strings = {"merge", "merge --dry-run", "merge 3.3.0", "conflicts --dry-run"})
  void aChangedFile(String command) {
    tree.write(TestTree.PREFIX + "/xen.h", "mine\n");
    Accident.refused(tree, ExitCode.REPOSITORY, "xen.h", command.split(" "));
  }

  @Test
  void aChangedFileFarFromTheHeaders() {
    tree.write("sys/arch/xen/xen/README", "mine\n");
    Accident.refused(tree, ExitCode.REPOSITORY, "sys/arch/xen/xen/README", "merge");
  }

  @Test
  void aChangeOfTheSameLengthInTheSameSecond() throws IOException {
    Path file = tree.header("io/ring.h");
    var time = Files.getLastModifiedTime(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[0]++;
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
    assumeTrue(tree.git("--no-optional-locks", "status", "--porcelain").contains("ring.h"));
    Accident.refused(tree, ExitCode.REPOSITORY, "io/ring.h", "merge");
  }

  @Test
  void aStagedChange() {
    tree.write("sys/arch/xen/xen/README", "mine\n");
    tree.git("add", ".");
    Accident.refused(tree, ExitCode.REPOSITORY, "README", "merge");
  }

  @Test
  void aStagedNewFile() {
    tree.write("new.c", "mine\n");
    tree.git("add", "new.c");
    Accident.refused(tree, ExitCode.REPOSITORY, "new.c", "merge");
  }

  @Test
  void aStagedChangeThatTheWorkTreeTookBack() {
    String before = tree.read("sys/arch/xen/xen/README");
    tree.write("sys/arch/xen/xen/README", "mine\n");
    tree.git("add", ".");
    tree.write("sys/arch/xen/xen/README", before);
    Accident.refused(tree, ExitCode.REPOSITORY, "README", "merge");
  }

  @Test
  void aDeletedFile() throws IOException {
    Files.delete(tree.header("xen.h"));
    Accident.refused(tree, ExitCode.REPOSITORY, "xen.h", "merge");
  }

  @Test
  void aStagedDeletion() {
    tree.git("rm", "-q", "--cached", TestTree.PREFIX + "/xen.h");
    Accident.refused(tree, ExitCode.REPOSITORY, "xen.h", "merge");
  }

  @Test
  void aFileMadeExecutable() {
    assertThat(tree.header("xen.h").toFile().setExecutable(true)).isTrue();
    Accident.refused(tree, ExitCode.REPOSITORY, "xen.h", "merge");
  }

  @Test
  void manyChangedFilesAreCountedAndOnlySomeNamed() {
    for (String name : List.of("acm.h", "callback.h", "platform.h", "xen.h", "event_channel.h")) {
      tree.write(TestTree.PREFIX + "/" + name, "mine\n");
    }
    Run run = Accident.refused(tree, ExitCode.REPOSITORY, "5 tracked files", "merge");
    assertThat(run.err()).contains("acm.h").contains("…");
  }

  @Test
  void beforeAdoptingToo() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.write(TestTree.PREFIX + "/xen.h", "mine\n");
    Accident.refused(fresh, ExitCode.REPOSITORY, "xen.h", "adopt", "--from", "../upstream");
  }

  @Test
  void untrackedFilesElsewhereDoNoHarm() {
    tree.write("notes.txt", "mine\n");
    tree.run("merge").exits(ExitCode.FINDING);
    assertThat(tree.read("notes.txt")).isEqualTo("mine\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "merge --dry-run"})
  void anUntrackedFileWhereTheMergeAddsOne(String command) {
    tree.write(TestTree.PREFIX + "/arch-x86/xen-mca.h", "mine\n");
    Accident.refused(tree, ExitCode.REPOSITORY, "arch-x86/xen-mca.h", command.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "merge --dry-run"})
  void anUntrackedFileWhereTheMergeMovesOne(String command) {
    tree.write(TestTree.PREFIX + "/xsm/acm.h", "mine\n");
    Accident.refused(tree, ExitCode.REPOSITORY, "xsm/acm.h", command.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "merge --dry-run"})
  void anUntrackedFileWhereTheMergeNeedsAFolder(String command) {
    tree.write(TestTree.PREFIX + "/xsm", "mine\n");
    Accident.refused(tree, ExitCode.REPOSITORY, "xsm", command.split(" "));
  }

  @Test
  void anIgnoredFileIsInTheWayToo() {
    tree.commit(".gitignore", "xen-mca.h\n");
    tree.write(TestTree.PREFIX + "/arch-x86/xen-mca.h", "mine\n");
    Accident.refused(tree, ExitCode.REPOSITORY, "arch-x86/xen-mca.h", "merge");
  }

  @Test
  void anUntrackedLinkWhereTheMergeNeedsAFolder() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(tree.header("xsm"), outside);
    Accident.refused(tree, ExitCode.REPOSITORY, "xsm", "merge");
    assertThat(TestFiles.filesBelow(outside)).isEmpty();
  }

  @Test
  void anUntrackedRecord() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.write(TestTree.RECORD, "mine\n");
    Accident.refused(fresh, ExitCode.REPOSITORY, "merged.yaml", "adopt", "--from", "../upstream");
  }

  @Test
  void aTrackedFileWhereTheConfigurationGoes() {
    TestTree fresh = TestTree.fromSample(folder.resolve("fresh"));
    fresh.git("rm", "-q", "-r", "vendor");
    fresh.commit("vendor", "a file of ours\n");
    Accident.refused(
        fresh,
        ExitCode.REPOSITORY,
        "the file vendor is in the way",
        "adopt",
        "--vendor",
        "sample",
        "--from",
        "../upstream");
  }
}
