package dev.xenvendor.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A machine that gives each process 4 GB of addresses, as build servers do. */
@Tag("slow")
final class AddressSpaceTest {

  @SampleTree(Stage.IMPORTED)
  private TestTree tree;

  @Test
  void isEnoughForAMerge() {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -v 4000000; \"$@\"", "sh"));
    command.addAll(Programs.java());
    command.add("merge");

    Run merge = Programs.execute(tree.root(), Map.of(), command).exits(ExitCode.FINDING);

    assertThat(merge.err()).isEmpty();
  }
}
