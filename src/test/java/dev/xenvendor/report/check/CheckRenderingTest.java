package dev.xenvendor.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.LineChange;
import dev.xenvendor.report.format.Style;
import dev.xenvendor.report.format.Style.Detail;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckRenderingTest {

  private static String text(Style style, CheckReport report) {
    return new CheckRendering(report).text(style);
  }

  @Test
  void controlCharactersOfAMessageAreNotWritten() {
    assertThat(text(Style.PLAIN, NastyReport.report()))
        .isEqualTo(
            """
            2 errors, 2 warnings in 14 headers (Sample 3.3.0, 1 local patch, 3 of 19 rules, 2 allowed, new since a|b%)

            error    undeclared-change    sys/a b,c:d|`e`%#é.h:3
                     a ]]> "quoted" | `text` <b> & 100%
                     in two lines
                     -#define A    "]]>" /* ``` \uFFFD ÿ */
                     +#define A {0} /* é */
                     +\uFFFD[31m

            error    undeclared-change    sys/a b,c:d|`e`%#é.h:3
                     a ]]> "quoted" | `text` <b> & 100%
                     in two lines
                     -#define A    "]]>" /* ``` \uFFFD ÿ */
                     +#define A {0} /* é */
                     +\uFFFD[31m
                     hint: none

            warning  unknown-file         sys/x.h
                     what is this?
                     hint: declare {it}

            warning  release-skipped      3.2.0 was never imported
                     hint: import it
            """);
  }

  @Test
  void oneLineIsEnoughForWhoWantsOne() {
    assertThat(text(new Style(false, Detail.QUIET), NastyReport.of(NastyReport.HOMELESS)))
        .isEqualTo(
            "1 warning in 14 headers (Sample 3.3.0, 1 local patch, 3 of 19 rules, 2 allowed, new"
                + " since a|b%)\n");
    assertThat(text(Style.PLAIN, NastyReport.clean()))
        .isEqualTo("No findings in 1 header (Sample, unknown, 0 local patches)\n");
  }

  @Test
  void aLongChangeIsCutUnlessAskedFor() {
    Finding longer =
        NastyReport.EDIT.showing(new LineChange(List.of(), Collections.nCopies(30, "x")));
    assertThat(text(Style.PLAIN, NastyReport.of(longer)))
        .contains("         +x\n         … 10 more lines\n         hint: none\n");
    assertThat(text(new Style(false, Detail.VERBOSE), NastyReport.of(longer)))
        .doesNotContain("more lines");
  }

  @Test
  void jsonHoldsTheLinesAsTheyAre() {
    assertThat(new CheckRendering(NastyReport.of(NastyReport.EDIT)).json())
        .contains(
            """
                  "diff" : [
                    "-#define A\\t\\"]]>\\" /* ``` \\u0001 ÿ */",
                    "+#define A {0} /* é */",
                    "+\\u001B[31m"
                  ],
            """);
  }
}
