package dev.xenvendor.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --report} cannot write, a command that changes the tree refuses before it begins. */
final class ReportFileAccidentsTest {

  @TempDir Path folder;

  @Test
  void aFileThatCannotBeWrittenStopsTheMergeBeforeItBegins() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    String before = team.state();

    team.xenvendor("merge", "--report", "html=none/merge.html")
        .fails(ExitCode.USAGE, "cannot write", "none/merge.html: No such file or directory");
    team.xenvendor("merge", "--report", "sarif=merge.sarif")
        .fails(ExitCode.USAGE, "--report does not support sarif");

    assertThat(team.state()).isEqualTo(before);
  }
}
