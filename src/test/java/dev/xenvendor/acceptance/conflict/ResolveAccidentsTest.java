package dev.xenvendor.acceptance.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Accident;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions about conflicts that are not there, and merges that are not ready to be finished. */
@Tag("slow")
final class ResolveAccidentsTest {

  @SampleTree(Stage.IN_CONFLICT)
  private TestTree tree;

  @ParameterizedTest
  @CsvSource({
    "resolve xen.h --take vendor, there is no conflict at",
    "resolve nowhere.h --take vendor, there is no conflict at",
    "resolve ../xen.h --take vendor, ../xen.h",
    "resolve /etc/passwd --take vendor, /etc/passwd",
    "resolve io/ring.h --take mine, mine",
    "resolve io/ring.h --take, --take",
    "resolve --take local, PATH",
    "resolve io/ring.h --hunk 99 --take local, no hunk 99",
    "resolve io/ring.h --hunk 0 --take local, --hunk takes numbers",
    "resolve io/ring.h --hunk -1 --take local, -1",
    "resolve io/ring.h --hunk one --take local, one",
    "resolve hvm/vmx_assist.h --hunk 1 --take local, hvm/vmx_assist.h",
  })
  void whatIsNotThere(String command, String named) {
    Accident.refused(tree, ExitCode.USAGE, named, command.split(" "));
  }

  @Test
  void aFileDeletedInTheMeantime() throws IOException {
    Files.delete(tree.header("io/ring.h"));
    String[] command = {"resolve", "io/ring.h", "--hunk", "1", "--take", "local"};
    Accident.refused(tree, ExitCode.REPOSITORY, "io/ring.h is not in the work tree", command);
  }

  @Test
  void conflictsAreLeft() {
    String before = tree.state();
    Run run = tree.run("merge", "--continue").exits(ExitCode.FINDING);
    assertThat(run.out()).contains("io/ring.h", "hvm/vmx_assist.h", "next: xenvendor conflicts");
    assertThat(tree.state()).isEqualTo(before);
  }

  @Test
  void markersAreLeft() {
    tree.settleAll("vendor");
    String path = TestTree.PREFIX + "/io/ring.h";
    tree.write(path, "<<<<<<< local\na\n=======\nb\n>>>>>>> vendor\n");
    tree.git("add", path);
    String before = tree.state();
    Run run = tree.run("merge", "--continue").exits(ExitCode.FINDING);
    assertThat(run.out()).contains("io/ring.h");
    assertThat(tree.state()).isEqualTo(before);
  }
}
