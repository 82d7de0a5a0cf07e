package dev.xenvendor.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.testing.Browser;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of every command in a browser; their screenshots go to {@code target/pages}. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportPagesTest {

  private static final Path SCREENSHOTS = Project.FOLDER.resolve("target/pages");

  private Path folder;
  private TeamRepository team;
  private Browser browser;

  @BeforeAll
  void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path temporary) throws IOException {
    assumeThat(Browser.program()).as("chromium").isPresent();
    folder = temporary;
    team = TeamRepository.imported(Files.createDirectory(folder.resolve("sample")), "3.3.0");
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "merge --dry-run, 1, merge conflicts",
    "update --dry-run --from ../upstream, 1, update impact merge conflicts",
    "conflicts --dry-run, 1, conflicts",
    "check, 1, check",
    "impact 3.1.0 3.3.0, 0, impact",
    "abi 3.1.0 3.3.0, 0, abi",
    "patches, 0, patches",
  })
  void aPageHasItsSectionsAndFitsEveryWindow(String command, int status, String sections) {
    String name = command.substring(0, (command + " ").indexOf(' '));
    Path page = folder.resolve(name + ".html");
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--report", "html=" + page));

    team.xenvendor(arguments.toArray(String[]::new)).exits(status);

    browser.open(page);
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('main > section')].map(s => s.id)" + ".join(' ')"))
        .isEqualTo(sections);
    assertThat(browser.evaluate("document.querySelectorAll('.contents a').length"))
        .isEqualTo(sections.contains(" ") ? String.valueOf(sections.split(" ").length) : "0");
    for (int width : new int[] {360, 1600}) {
      browser.resize(width, 1000);
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("%d pixels", width)
          .isEqualTo("true");
      browser.screenshot(SCREENSHOTS.resolve(name + "-" + width + ".png"));
    }
    assertThat(
            browser.evaluate(
                "new Set([...document.querySelectorAll('[id]')].map(e => e.id))"
                    + ".size === document.querySelectorAll('[id]').length"))
        .as("every id is used once")
        .isEqualTo("true");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
  }
}
