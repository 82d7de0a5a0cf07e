package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another run, or another git, at work at the same time. */
@Tag("slow")
final class TwoAtOnceAccidentsTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge",
        "merge --abort",
        "merge --continue",
        "import 3.2.0 --from ../upstream --backfill",
        "import --undo",
        "adopt --from ../upstream",
        "resolve io/ring.h --take local",
        "releases pin 3.3.0 --from ../upstream --ref 3.3.0"
      })
  void anotherRunHoldsTheLock(String command) throws IOException {
    try (RandomAccessFile file = lockFile();
        FileLock lock = file.getChannel().lock()) {
      assertThat(lock.isValid()).isTrue();
      Accident.refused(
          tree, ExitCode.REPOSITORY, "another xenvendor is running", command.split(" "));
    }
  }

  private RandomAccessFile lockFile() throws IOException {
    return new RandomAccessFile(tree.path(".git/xenvendor/lock").toFile(), "rw");
  }

  @Test
  void anotherProcessIsRefusedToo() throws IOException {
    try (RandomAccessFile file = lockFile();
        FileLock lock = file.getChannel().lock()) {
      assertThat(lock.isValid()).isTrue();
      String before = tree.state();
      tree.runProcess(Map.of(), "merge").fails(ExitCode.REPOSITORY, "another xenvendor is running");
      assertThat(tree.state()).isEqualTo(before);
    }
  }

  @Test
  void readersDoNotWait() throws IOException {
    try (RandomAccessFile file = lockFile();
        FileLock lock = file.getChannel().lock()) {
      assertThat(lock.isValid()).isTrue();
      tree.run("status").exits(ExitCode.DONE);
      tree.run("merge", "--dry-run").exits(ExitCode.FINDING);
      tree.run("releases").exits(ExitCode.DONE);
    }
  }

  /** The hook runs when the index is written already. */
  @Test
  void aRunIsAloneUntilItsEnd() throws IOException {
    Path said = folder.resolve("said");
    String program =
        Programs.java().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    TestTree clean = TestTree.importedClean(folder.resolve("clean"));
    clean.write(
        ".git/hooks/commit-msg",
        "#!/bin/sh\n%s -C '%s' import --undo > '%s' 2>&1\n[ $? = 4 ]\n"
            .formatted(program, clean.root(), said));
    assertThat(clean.path(".git/hooks/commit-msg").toFile().setExecutable(true)).isTrue();

    clean.run("merge").exits(ExitCode.DONE);

    assertThat(Files.readString(said)).contains("another xenvendor is running");
  }

  @Test
  void manyAtOnceEndAsOneWould() {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    List<Thread> threads = new ArrayList<>();
    List<Run> runs = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 6; i++) {
      Thread thread =
          new Thread(() -> runs.add(fresh.run("import", "3.3.0", "--from", "../upstream")));
      threads.add(thread);
      thread.start();
    }
    threads.forEach(TwoAtOnceAccidentsTest::join);
    assertThat(runs).extracting(Run::exit).containsOnly(ExitCode.DONE, ExitCode.REPOSITORY);
    assertThat(runs).extracting(Run::exit).contains(ExitCode.DONE);
    assertThat(fresh.git("rev-list", "--count", "upstream/sample").strip()).isEqualTo("2");
    fresh.requireSound();
  }

  @Test
  void gitHoldsItsIndex() {
    tree.write(".git/index.lock", "");
    Accident.refused(tree, ExitCode.REPOSITORY, "index", "merge");
  }

  @Test
  void gitHoldsTheBranch() {
    TestTree clean = TestTree.pristine(folder.resolve("clean"));
    clean.run("adopt", "--from", "../upstream").exits(ExitCode.DONE);
    clean.run("import", "3.3.0", "--from", "../upstream").exits(ExitCode.DONE);
    clean.write(".git/refs/heads/trunk.lock", "");
    Accident.refused(clean, ExitCode.REPOSITORY, "branch", "merge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refs/heads/upstream/sample.lock",
        "refs/tags/upstream/sample/3.3.0.lock",
        "packed-refs.lock"
      })
  void gitHoldsTheVendorsRefs(String lock) {
    TestTree fresh = TestTree.adopted(folder.resolve("fresh"));
    fresh.write(".git/" + lock, "");
    Accident.refused(
        fresh, ExitCode.REPOSITORY, "cannot", "import", "3.3.0", "--from", "../upstream");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
