package dev.xenvendor.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.testing.PublishedSchemas;
import org.junit.jupiter.api.Test;

final class JunitXmlTest {

  private static String xml(CheckReport report) {
    String xml = JunitXml.of(report);
    PublishedSchemas.requireJunit(xml);
    return xml;
  }

  @Test
  void everyRuleIsACaseAndErrorsFailIt() {
    assertThat(xml(NastyReport.report()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="xenvendor" tests="3" failures="1" errors="0" time="1.234">
              <testsuite name="xenvendor check sample" tests="3" failures="1" errors="0" time="1.234">
                <testcase classname="xenvendor.check" name="undeclared-change" time="1.234">
                  <failure type="undeclared-change" message="2 errors, the first: sys/a b,c:d|`e`%#é.h:3: a ]]&gt; &quot;quoted&quot; | `text` &lt;b&gt; &amp; 100% in two lines">
            sys/a b,c:d|`e`%#é.h:3
            a ]]&gt; "quoted" | `text` &lt;b&gt; &amp; 100%
            in two lines
            -#define A    "]]&gt;" /* ``` \uFFFD ÿ */
            +#define A {0} /* é */
            +\uFFFD[31m
            hint: none

            sys/a b,c:d|`e`%#é.h:3
            a ]]&gt; "quoted" | `text` &lt;b&gt; &amp; 100%
            in two lines
            -#define A    "]]&gt;" /* ``` \uFFFD ÿ */
            +#define A {0} /* é */
            +\uFFFD[31m
            hint: none
            </failure>
                </testcase>
                <testcase classname="xenvendor.check" name="release-skipped" time="0.000">
                  <system-out>
            3.2.0 was never imported
            hint: import it
            </system-out>
                </testcase>
                <testcase classname="xenvendor.check" name="unknown-file" time="0.000">
                  <system-out>
            sys/x.h
            what is this?
            hint: declare {it}
            </system-out>
                </testcase>
                <system-out>2 errors, 2 warnings in 14 headers (Sample 3.3.0, 1 local patch, 3 of 19 rules, 2 allowed, new since a|b%)</system-out>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    Finding finding =
        Finding.of(Rule.UNDECLARED_CHANGE, "a\u0000b\u000bc\ud800d\uffffe", "\ud83d\ude00");
    assertThat(xml(NastyReport.of(finding)))
        .contains("message=\"a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\"")
        .contains("hint: \ud83d\ude00");
  }

  @Test
  void withoutFindingsEveryCasePasses() {
    assertThat(xml(NastyReport.clean()))
        .contains("tests=\"19\" failures=\"0\"")
        .doesNotContain("<failure");
  }
}
