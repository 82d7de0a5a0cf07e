package dev.xenvendor.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.check.inspection.Finding;
import java.util.Collections;
import org.junit.jupiter.api.Test;

final class MarkdownSummaryTest {

  @Test
  void nothingBreaksOutOfItsCellOrBlock() {
    assertThat(
            MarkdownSummary.of(
                NastyReport.of(NastyReport.EDIT, NastyReport.NAMED, NastyReport.HOMELESS)))
        .isEqualTo(
            """
            ### xenvendor check

            1 error, 2 warnings in 14 headers (Sample 3.3.0, 1 local patch, 3 of 19 rules, 2 allowed, new since a\\|b%).

            | | rule | where | what | hint |
            | --- | --- | --- | --- | --- |
            | error | undeclared-change | sys/a b,c:d\\|\\`e\\`%\\#é.h:3 | a \\]\\]\\> "quoted" \\| \\`text\\` \\<b\\> \\& 100% in two lines | none |
            | warning | unknown-file | sys/x.h | what is this? | declare {it} |
            | warning | release-skipped |  | 3.2.0 was never imported | import it |

            sys/a b,c:d\\|\\`e\\`%\\#é.h:3

            ````diff
            -#define A    "]]>" /* ``` \uFFFD ÿ */
            +#define A {0} /* é */
            +\uFFFD[31m
            ````
            """);
  }

  @Test
  void aPageThatIsTooLongIsNotShown() {
    Finding[] many = Collections.nCopies(600, NastyReport.EDIT).toArray(Finding[]::new);
    String page = MarkdownSummary.of(NastyReport.of(many));
    assertThat(page).startsWith("### xenvendor check\n\n600 errors in").contains("\n… 100 more.\n");
    assertThat(page.split("````diff", -1)).hasSize(51);
  }

  @Test
  void withoutFindingsThereIsNoTable() {
    assertThat(MarkdownSummary.of(NastyReport.clean()))
        .isEqualTo(
            "### xenvendor check\n\nNo findings in 1 header (Sample, unknown, 0 local patches).\n");
  }
}
