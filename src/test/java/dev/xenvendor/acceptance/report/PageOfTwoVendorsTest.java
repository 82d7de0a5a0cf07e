package dev.xenvendor.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a tree with two vendors, every command on a page names the vendor. */
final class PageOfTwoVendorsTest {

  private static final Pattern COMMAND =
      Pattern.compile("<code class=\"command\" data-copy>(xenvendor [^<]*)</code>");

  private static final String PROFILE = "vendor/sample/vendor.yaml";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void configureTwoVendors() {
    team = TeamRepository.imported(folder, "3.3.0");
    String sample = team.read(PROFILE);
    team.write("vendor/other/vendor.yaml", sample.replace("name: sample", "name: other"));
    team.commitAll("Two vendors");
  }

  @Test
  void thePageOfAnUpdateNamesIt() throws IOException {
    requireNamed(page("update", "--dry-run", "--from", "../upstream"));
  }

  @Test
  void thePageOfConflictsNamesItForWhatIsOpenAndForWhatIsSettled() throws IOException {
    team.xenvendor("--vendor", "sample", "merge").exits(ExitCode.FINDING);
    team.xenvendor("--vendor", "sample", "resolve", "1", "--take", "vendor").exits(ExitCode.DONE);

    String page = page("conflicts");

    requireNamed(page);
    assertThat(page).contains(">xenvendor --vendor sample resolve --undo ");
  }

  private String page(String... command) throws IOException {
    Path file = folder.resolve("page.html");
    List<String> words = new ArrayList<>(List.of("--vendor", "sample"));
    words.addAll(List.of(command));
    words.addAll(List.of("--report", "html=" + file));
    team.xenvendor(words.toArray(String[]::new)).exits(ExitCode.FINDING);
    return Files.readString(file);
  }

  private static void requireNamed(String page) {
    List<String> commands =
        COMMAND.matcher(page).results().map(MatchResult::group).distinct().toList();
    assertThat(commands).isNotEmpty();
    assertThat(commands).allSatisfy(command -> assertThat(command).contains("--vendor sample"));
  }
}
