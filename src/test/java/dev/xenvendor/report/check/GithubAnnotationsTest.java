package dev.xenvendor.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GithubAnnotationsTest {

  private static final String EDIT =
      "::error file=sys/a b%2Cc%3Ad|`e`%25#é.h,line=3,endLine=4,title=undeclared-change::"
          + "a ]]> \"quoted\" | `text` <b> & 100%25%0Ain two lines%0A"
          + "-#define A    \"]]>\" /* ``` \uFFFD ÿ */%0A+#define A {0} /* é */%0A+\uFFFD[31m%0A"
          + "hint: none\n";

  @Test
  void everyFindingIsACommandOnOneLine() {
    assertThat(GithubAnnotations.of(NastyReport.report()))
        .isEqualTo(
            EDIT
                + EDIT
                + "::warning file=sys/x.h,title=unknown-file::what is this?%0Ahint: declare {it}\n"
                + "::warning title=release-skipped::3.2.0 was never imported%0Ahint: import it\n"
                + "2 errors, 2 warnings in 14 headers (Sample 3.3.0, 1 local patch, 3 of 19 rules,"
                + " 2 allowed, new since a|b%25)\n");
  }

  @Test
  void withoutFindingsOnlyTheHeadline() {
    assertThat(GithubAnnotations.of(NastyReport.clean()))
        .isEqualTo("No findings in 1 header (Sample, unknown, 0 local patches)\n");
  }
}
