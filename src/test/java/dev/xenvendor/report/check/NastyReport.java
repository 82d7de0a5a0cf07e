package dev.xenvendor.report.check;

import dev.xenvendor.check.CheckReport;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.LineChange;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import dev.xenvendor.tree.HeaderPath;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A check's result with everything in it that a format could take for its own. */
final class NastyReport {

  static final Finding EDIT =
      Finding.of(
              Rule.UNDECLARED_CHANGE, "a ]]> \"quoted\" | `text` <b> & 100%\nin two lines", "none")
          .at(HeaderPath.of("sys/a b,c:d|`e`%#é.h"), 3)
          .showing(
              new LineChange(
                  List.of("#define A\t\"]]>\" /* ``` \u0001 \u00ff */"),
                  List.of("#define A {0} /* \u00c3\u00a9 */", "\u001b[31m")));

  static final Finding NAMED =
      Finding.of(Rule.UNKNOWN_FILE, "what is this?", "declare {it}")
          .in(HeaderPath.of("sys/x.h"))
          .about("x::y")
          .of("x-patch");

  static final Finding HOMELESS =
      Finding.of(Rule.RELEASE_SKIPPED, "3.2.0 was never imported", "import it").about("3.2.0");

  private static final Vendor VENDOR =
      VendorConfig.load("sample", new BuiltInConfig(), new BuiltInConfig()).vendor();

  private NastyReport() {}

  static CheckReport report() {
    return of(EDIT, EDIT, NAMED, HOMELESS);
  }

  static CheckReport of(Finding... findings) {
    return new CheckReport(
        VENDOR,
        Optional.of(new Version("3.3.0")),
        14,
        1,
        EnumSet.of(Rule.UNDECLARED_CHANGE, Rule.RELEASE_SKIPPED, Rule.UNKNOWN_FILE),
        List.of(findings),
        2,
        Map.of(Rule.UNDECLARED_CHANGE, Duration.ofMillis(1234)),
        Optional.of("a|b%"));
  }

  static CheckReport clean() {
    return new CheckReport(
        VENDOR,
        Optional.empty(),
        1,
        0,
        Set.copyOf(EnumSet.allOf(Rule.class)),
        List.of(),
        0,
        Map.of(),
        Optional.empty());
  }
}
