package dev.xenvendor.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.testing.Browser;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page of the conflicts in a browser; its screenshots go to {@code target/pages}. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConflictsPageTest {

  private static final String P = TeamRepository.PREFIX;
  private static final Path SCREENSHOTS = Project.FOLDER.resolve("target/pages");
  private static final String SHOWN = "document.querySelectorAll('.item:not([hidden])').length";
  private static final String CHOSEN =
      "document.querySelectorAll('[data-choices] :checked').length";

  /** What a browser, or a reader, could be misled by. */
  private static final String HOSTILE =
      "</code></script><script>document.title='executed'</script>"
          + "<img src=x onerror=\"document.title='executed'\"> {{title}} {{{style}}}"
          + " \u001b[31m '\"`&amp;<!--";

  private Browser browser;
  private Path page;
  private int conflicts;

  @BeforeAll
  void makeThePage(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
    assumeThat(Browser.program()).as("chromium").isPresent();
    TeamRepository team = TeamRepository.sample(Files.createDirectory(folder.resolve("sample")));
    String line = "xsd_errors[] __unused = {";
    String wire = P + "/io/xs_wire.h";
    team.write(wire, team.read(wire).replace(line, line + " /* " + HOSTILE + " */"));
    team.commitAll("Edit");
    team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(ExitCode.DONE);
    team.importRelease("3.3.0").exits(ExitCode.DONE);
    team.xenvendor("merge").exits(ExitCode.FINDING);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(ExitCode.DONE);
    page = folder.resolve("it's a \"page\".html");
    team.xenvendor("conflicts", "--report", "html=" + page).exits(ExitCode.FINDING);
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.resize(1600, 1000);
    browser.show("light", false);
    browser.open(page);
    conflicts = Integer.parseInt(browser.evaluate("document.querySelectorAll('.item').length"));
    assertThat(conflicts).isPositive();
  }

  @Test
  void nothingFromOutsideIsExecutedAndNothingIsFetched() throws IOException {
    assertThat(browser.evaluate("document.title")).isEqualTo("Sample 3.1.0 to 3.3.0");
    assertThat(browser.evaluate("document.querySelectorAll('img, script, iframe').length"))
        .isEqualTo("1");
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.complaints()).isEmpty();
    assertThat(Files.readString(page)).contains("\\x1b[31m");
    assertThat(browser.evaluate("document.body.textContent")).contains("onerror=", "{{title}}");
  }

  @Test
  void theThreeSidesOfAHunkStandInTheirColumns() {
    assertThat(browser.evaluate("document.querySelector('.sides thead').innerText"))
        .containsSubsequence("local", "base", "vendor");
    assertThat(
            browser.evaluate(
                "[...document.querySelectorAll('.sides tr')].every(r => r.cells.length === 3)"))
        .isEqualTo("true");
    assertThat(browser.evaluate("document.querySelectorAll('.sides mark').length"))
        .isNotEqualTo("0");
  }

  @Test
  void aFilterShowsWhatItSaysAndNoMore() {
    browser.evaluate(
        "{const path = document.querySelector('[name=path]'); path.value = 'xs_WIRE';"
            + "path.dispatchEvent(new Event('input', {bubbles: true}))}");

    String shown = browser.evaluate(SHOWN);
    assertThat(browser.evaluate("document.querySelectorAll('.item[data-path*=xs_wire]').length"))
        .isEqualTo(shown)
        .isNotEqualTo("0");
    assertThat(browser.evaluate("document.querySelector('[name=shown]').value"))
        .isEqualTo(shown + " of " + conflicts + " shown");

    browser.evaluate(
        "{const path = document.querySelector('[name=path]'); path.value = 'none';"
            + "path.dispatchEvent(new Event('input', {bubbles: true}))}");
    assertThat(browser.evaluate(SHOWN)).isEqualTo("0");
    browser.evaluate("document.querySelector('[data-reset]').click()");
    assertThat(browser.evaluate(SHOWN)).isEqualTo(String.valueOf(conflicts));
  }

  @Test
  void whatIsSettledIsCountedAndCanBeLookedAt() {
    assertThat(browser.evaluate("document.querySelector('.progress').innerText.trim()"))
        .isEqualTo("1 of " + conflicts + " resolved");
    browser.evaluate(
        "{const state = document.querySelector('[name=state]'); state.value = 'settled';"
            + "state.dispatchEvent(new Event('input', {bubbles: true}))}");

    assertThat(browser.evaluate(SHOWN)).isEqualTo("1");
    assertThat(browser.evaluate("document.querySelector('.item:not([hidden]) .sides td') !== null"))
        .isEqualTo("true");
    assertThat(
            browser.evaluate("document.querySelector('.item:not([hidden]) .result').textContent"))
        .contains("x86_", "xenvendor resolve --undo ");
    assertThat(browser.evaluate("document.querySelectorAll('.group:not([hidden])').length"))
        .isEqualTo("1");
  }

  @Test
  void aCauseIsAFilter() {
    browser.evaluate("document.querySelector('[data-filter=cause] button').click()");

    String shown = browser.evaluate(SHOWN);
    assertThat(browser.evaluate("document.querySelector('[data-filter=cause] .n').textContent"))
        .isEqualTo(shown);
    assertThat(browser.evaluate("document.querySelector('[name=cause]').value")).isNotEmpty();
  }

  @Test
  void keysMoveChooseAndTakeBack() {
    browser.press('j');
    browser.press('j');
    assertThat(browser.evaluate("document.activeElement === document.querySelectorAll('.item')[1]"))
        .isEqualTo("true");
    browser.press('k');
    browser.press('v');
    assertThat(browser.evaluate("document.querySelector('.item :checked').value"))
        .isEqualTo("vendor");
    assertThat(browser.evaluate("document.querySelector('.basket output').value"))
        .isEqualTo("1 of " + conflicts + " chosen");
    assertThat(browser.evaluate("document.querySelector('.item .panel.vendor').innerText"))
        .contains("xenvendor resolve ", " --take vendor");
    browser.press('x');
    assertThat(browser.evaluate(CHOSEN)).isEqualTo("0");

    browser.press('/');
    browser.press('v');
    assertThat(browser.evaluate("document.querySelector('[name=path]').value")).isEqualTo("v");
    assertThat(browser.evaluate(CHOSEN)).isEqualTo("0");
  }

  @Test
  void itFitsEveryWindowInEitherScheme() {
    for (String scheme : new String[] {"light", "dark"}) {
      for (int width : new int[] {360, 768, 1600}) {
        browser.show(scheme, false);
        browser.resize(width, 1000);
        assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s, %d pixels", scheme, width)
            .isEqualTo("true");
        browser.screenshot(SCREENSHOTS.resolve("conflicts-" + scheme + "-" + width + ".png"));
      }
    }
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(21, 23, 26)");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void onPaperThereIsTheTextWithoutTheControls() {
    browser.show("light", true);

    assertThat(browser.evaluate("getComputedStyle(document.querySelector('.filters')).display"))
        .isEqualTo("none");
    assertThat(browser.evaluate("document.querySelector('.sides').getClientRects().length"))
        .isEqualTo("1");
    browser.screenshot(SCREENSHOTS.resolve("conflicts-print.png"));
  }
}
