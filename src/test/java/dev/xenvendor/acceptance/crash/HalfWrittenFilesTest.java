package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.crash.KillStory.Command;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.AtomicFiles;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every state in which a killed {@code patches} command can leave the files that it writes one
 * after the other: some are done, and half of the next lies beside its place.
 */
@Tag("slow")
final class HalfWrittenFilesTest {

  @TempDir Path folder;

  @BeforeAll
  static void requireGit() {
    Programs.requireGit();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "PATCHES_.*")
  void theCommandRunAgainWritesTheRest(Command command) {
    String[] arguments = command.arguments().toArray(String[]::new);
    TestTree start = command.startIn(folder.resolve("start"));
    TestTree done = start.copyTo(folder.resolve("done"));
    done.run(arguments).exits(ExitCode.DONE);
    List<String> written =
        done.git("status", "--porcelain", "--untracked-files=all")
            .lines()
            .map(line -> line.substring(3))
            .sorted()
            .toList();
    assertThat(written).hasSizeGreaterThan(1);
    for (int next = 0; next < written.size(); next++) {
      TestTree killed = start.copyTo(folder.resolve("killed" + next));
      for (String path : written.subList(0, next)) {
        TestFiles.put(killed.path(path), TestFiles.bytes(done.path(path)));
      }
      byte[] whole = TestFiles.bytes(done.path(written.get(next)));
      Path place = done.path(written.get(next));
      Path beside = killed.root().resolve(done.root().relativize(AtomicFiles.beside(place)));
      TestFiles.put(beside, Arrays.copyOf(whole, whole.length / 2));

      killed.run(arguments).exits(ExitCode.DONE);

      assertThat(killed.outcome()).as("killed at %s", written.get(next)).isEqualTo(done.outcome());
      assertThat(Files.exists(beside)).isFalse();
    }
  }
}
