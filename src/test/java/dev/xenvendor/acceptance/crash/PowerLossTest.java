package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a loss of power left cut off, and output that nobody takes. */
@Tag("slow")
final class PowerLossTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  private TeamRepository inConflict() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(ExitCode.FINDING);
    return team;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 200})
  void aMergeStateThatWasCutOffIsSetAside(int length) {
    TeamRepository team = inConflict();
    Path state = team.folder().resolve(".git/xenvendor/merge.yaml");
    TestFiles.put(state, Arrays.copyOf(TestFiles.bytes(state), length));
    assertThat(team.xenvendor("conflicts").exits(ExitCode.FINDING).out()).contains("io/ring.h");
    team.xenvendor("status").exits(0);
    Run resolve = team.xenvendor("resolve", "io/ring.h", "--take", "vendor").exits(0);
    assertThat(resolve.err()).contains("warning: ", "merge.yaml.damaged");
    team.json("conflicts")
        .get("conflicts")
        .forEach(left -> team.xenvendor("resolve", left.get("path").asText(), "--take", "vendor"));
    team.xenvendor("merge", "--continue").exits(0);
    assertThat(team.git("log", "-1", "--format=%P")).contains(team.id("upstream/sample"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 41, 100, 140})
  void aJournalThatWasCutOffIsSetAside(int length) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    String id = team.id("HEAD");
    String journal = id + "\0" + id + "\0" + team.id("HEAD^{tree}") + "\0digest\0a.h\0";
    Path file = team.folder().resolve(".git/xenvendor/change");
    TestFiles.put(file, Arrays.copyOf(journal.getBytes(StandardCharsets.UTF_8), length));
    Run merge = team.xenvendor("merge").exits(ExitCode.FINDING);
    assertThat(merge.err()).contains("warning: ", "change.damaged");
    assertThat(team.xenvendor("merge", "--abort").exits(0).err()).isEmpty();
  }

  /** As a run left it that was killed an hour ago, when it was about to lock the index. */
  private static FileTime killedAnHourAgo(TeamRepository team) throws IOException {
    Instant then = Instant.now().minus(Duration.ofHours(1));
    Path note = team.folder().resolve(".git/xenvendor/lock");
    TestFiles.put(note, String.valueOf(then.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(note, FileTime.from(then.plusSeconds(5)));
    return FileTime.from(then.plusSeconds(6));
  }

  @Test
  void theLockOfALivingGitIsNotTakenForThatOfADeadRun() throws IOException {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    FileTime died = killedAnHourAgo(team);
    Path lock = team.folder().resolve(".git/index.lock");
    TestFiles.put(lock, new byte[0]);
    team.xenvendor("merge").exits(ExitCode.REPOSITORY);
    assertThat(lock).exists();

    killedAnHourAgo(team);
    Files.setLastModifiedTime(lock, died);
    team.xenvendor("merge").exits(ExitCode.FINDING);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aLockThatTheDeadRunDidNotRecordIsKept() throws IOException {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    FileTime died = killedAnHourAgo(team);
    Path lock = team.folder().resolve(".git/index.lock");
    Path held = team.folder().resolve(".git/xenvendor/held");
    TestFiles.put(lock, new byte[0]);
    Files.setLastModifiedTime(lock, died);
    TestFiles.put(held, "index (dev=1,inode=1)\n".getBytes(StandardCharsets.UTF_8));
    team.xenvendor("merge").exits(ExitCode.REPOSITORY);
    assertThat(lock).exists();

    killedAnHourAgo(team);
    Files.deleteIfExists(held);
    TestFiles.put(lock, "written by git".getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(lock, died);
    team.xenvendor("merge").exits(ExitCode.REPOSITORY);
    assertThat(lock).exists();

    killedAnHourAgo(team);
    Object key = Files.readAttributes(lock, BasicFileAttributes.class).fileKey();
    TestFiles.put(held, ("index " + key + "\n").getBytes(StandardCharsets.UTF_8));
    team.xenvendor("merge").exits(ExitCode.FINDING);
    assertThat(lock).doesNotExist();
    assertThat(held).doesNotExist();
  }

  @Test
  void whatACommittedMergeLeftIsNotPickedUpByTheNextCommit() {
    for (String option : new String[] {"--single-parent", "--color=never"}) {
      TeamRepository team = TeamRepository.imported(folder.resolve(option), "3.3.0");
      team.xenvendor("merge", option).exits(ExitCode.FINDING);
      team.json("conflicts")
          .get("conflicts")
          .forEach(
              left -> team.xenvendor("resolve", left.get("path").asText(), "--take", "vendor"));
      Path git = team.folder().resolve(".git");
      TestFiles.copy(git, folder.resolve(option + "/git"));
      team.xenvendor("merge", "--continue").exits(0);
      // As if the run had been killed after the branch was moved.
      for (String left : new String[] {"MERGE_HEAD", "MERGE_MSG", "xenvendor/merge.yaml"}) {
        Path before = folder.resolve(option + "/git").resolve(left);
        if (before.toFile().exists()) {
          TestFiles.put(git.resolve(left), TestFiles.bytes(before));
        }
      }
      team.importRelease("3.3.0").exits(0);
      assertThat(team.has(".git/MERGE_HEAD")).isFalse();
      assertThat(team.has(".git/MERGE_MSG")).isFalse();
      assertThat(team.has(".git/xenvendor/merge.yaml")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "check", "releases", "--help", "--version"})
  void outputThatCannotBeWrittenIsAnError(String command) {
    assumeTrue(Files.exists(FULL), "this system has no " + FULL);
    TeamRepository team = TeamRepository.imported(folder);
    List<String> line = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" > " + FULL, "sh"));
    line.addAll(Programs.java());
    line.addAll(List.of("-C", team.folder().toString(), command));

    Run run = Programs.execute(folder, Map.of(), line);

    assertThat(run.exits(ExitCode.UNAVAILABLE).err())
        .contains("cannot write to standard output: No space left on device");
  }
}
