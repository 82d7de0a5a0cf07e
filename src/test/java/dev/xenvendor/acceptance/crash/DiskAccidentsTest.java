package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is full, or that nobody may write to. A file system of their own, which only one
 * process and its children see, shows both to root as well; where the system allows no such thing,
 * the tests are skipped.
 */
@Tag("slow")
final class DiskAccidentsTest {

  private static final List<String> OWN_MOUNTS = List.of("unshare", "-rm", "sh", "-euc");

  private static final String READ_ONLY =
      "mount --bind . . && mount -o remount,bind,ro . && cd . && exec \"$@\"";

  /** Copies the tree to a small disk, fills that, runs the command, and brings the tree back. */
  private static final String FULL =
      """
      free=$1; shift
      mount -t tmpfs -o size=8m none small
      cp -a tree/. small
      cd small/os
      dd if=/dev/zero of=../filler bs=4k 2>/dev/null || true
      [ "$free" = 0 ] || dd if=/dev/zero of=../filler bs=1k count=0 \
          seek=$(($(stat -c %s ../filler) / 1024 - free)) 2>/dev/null
      status=0
      "$@" || status=$?
      rm ../filler
      cp -a ../. ../../after
      exit $status
      """;

  @TempDir static Path shared;
  private static TestTree imported;

  @TempDir Path folder;

  @BeforeAll
  static void makeTree() {
    Programs.requireGit();
    assumeTrue(canMount(), "this system allows no file systems of one's own");
    imported = TestTree.imported(shared.resolve("imported"));
  }

  private static boolean canMount() {
    try {
      String script = "mount -t tmpfs none . && mount --bind . . && mount -o remount,bind,ro .";
      return withOwnMounts(shared, script, List.of()).exit() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static Run withOwnMounts(Path folder, String script, List<String> arguments) {
    List<String> command = new ArrayList<>(OWN_MOUNTS);
    command.add(script);
    command.add("sh");
    command.addAll(arguments);
    return Programs.execute(folder, Map.of(), command);
  }

  private static List<String> program(String line) {
    List<String> command = Programs.java();
    command.addAll(List.of(line.split(" ")));
    return command;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge",
        "import --undo",
        "import 3.2.0 --from ../upstream --backfill",
        "releases pin 3.3.0 --from ../upstream --ref 3.3.0"
      })
  void aRepositoryThatCannotBeWritten(String line) {
    TestTree tree = imported.copyTo(folder.resolve("tree"));
    String before = tree.state();
    Run run = withOwnMounts(tree.root(), READ_ONLY, program(line));
    Accident.asRecorded(run, line).fails(ExitCode.REPOSITORY, "Read-only file system");
    assertThat(tree.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "merge --dry-run", "releases", "releases verify"})
  void whoOnlyReadsDoesNotMind(String line) {
    TestTree tree = imported.copyTo(folder.resolve("tree"));
    int status = tree.run(line.split(" ")).exit();
    withOwnMounts(tree.root(), READ_ONLY, program(line)).exits(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "import 3.2.0 --from ../upstream --backfill"})
  void aDiskThatIsFull(String line) {
    Run run = onFullDisk(0, line);
    Accident.asRecorded(run, line).fails(ExitCode.REPOSITORY, "No space left on device");
  }

  /** Wherever it fills up, all of the merge is done or nothing. */
  @Test
  void aDiskThatFillsUp() {
    for (int free : new int[] {4, 12, 24, 40, 64, 96}) {
      Run run = onFullDisk(free, "merge");
      assertThat(run.exit()).as(run.err()).isIn(ExitCode.FINDING, ExitCode.REPOSITORY);
    }
  }

  private Run onFullDisk(int freeKiB, String line) {
    Path place = folder.resolve("free" + freeKiB);
    TestTree tree = imported.copyTo(place.resolve("tree"));
    TestFiles.put(place.resolve("small/.keep"), new byte[0]);
    TestFiles.put(place.resolve("after/.keep"), new byte[0]);
    String before = tree.state();
    List<String> arguments = new ArrayList<>(List.of(String.valueOf(freeKiB)));
    arguments.addAll(program(line));
    Run run = withOwnMounts(place, FULL, arguments);
    TestTree after = tree.beside(place.resolve("after/os"));
    after.requireSound();
    if (run.exit() == ExitCode.REPOSITORY) {
      assertThat(after.state()).as("%s KiB free: %s", freeKiB, run.err()).isEqualTo(before);
    }
    return run;
  }
}
