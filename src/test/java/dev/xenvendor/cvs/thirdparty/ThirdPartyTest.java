package dev.xenvendor.cvs.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xenvendor.cvs.UsedTags;
import dev.xenvendor.cvs.thirdparty.ThirdParty.Report;
import dev.xenvendor.cvs.thirdparty.ThirdParty.Result;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entry of doc/3RDPARTY, written strictly, among entries that are read leniently. */
final class ThirdPartyTest {

  private static final String HEADER =
      """
      #	$NetBSD$
      #
      # 5.) The Notes: field tag should appear on a line by itself.
      #
      # Package:	name (required, must be first)
      # Version:	ours (required)
      # Current Vers:	theirs (required)
      # Maintainer:	who (required)
      # Archive Site:	URL
      # Home Page:	URL
      # Date:		last checked
      # Mailing List:	address
      # License:	which
      # Responsible:	who
      # Location:	where
      # Vendor tag:	for cvs import
      # Release tag:	for cvs import
      # Notes:
      # Must be last.
      #

      """;

  private static final String OLD_HEADER =
      HEADER.replaceAll("# (Date|Vendor tag|Release tag):.*\n", "");

  private static final String BEFORE = "Package:\tacpica\nVersion:\t1\nNotes:\nOne\n\nTwo\n";
  private static final String AFTER = "Package:\tzlib\nVersion:\t1.2\nNotes:\n";

  private static final String ENTRY =
      """
      Package:	Sample
      Version:	3.3.0
      Current Vers:	3.3.0
      Maintainer:	The sample's makers
      Archive Site:	../upstream
      Home Page:
      Date:		2008-08-20
      Mailing List:
      License:	BSD-like
      Responsible:
      Location:	sys/arch/xen/include/xen3-public
      Vendor tag:	SAMPLE
      Release tag:	sample-3-3-0
      Notes:
      """;

  private static Report put(String file, Map<String, String> fields) {
    VendorConfig config = VendorConfig.load("sample", new BuiltInConfig(), new BuiltInConfig());
    return new ThirdParty(
            config,
            new Version("3.3.0"),
            new UsedTags("SAMPLE", "sample-3-3-0"),
            LocalDate.of(2008, 8, 20),
            fields)
        .putInto(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Report report) {
    return new String(report.file(), StandardCharsets.ISO_8859_1);
  }

  private static final Map<String, String> TOLD =
      Map.of(
          "Maintainer",
          "The sample's makers",
          "license",
          "BSD-like",
          "Archive Site",
          "../upstream");

  @Test
  void aNewEntryGoesToItsAlphabeticalPlace() {
    Report report = put(HEADER + BEFORE + "\n" + AFTER, TOLD);
    assertThat(text(report)).isEqualTo(HEADER + BEFORE + "\n" + ENTRY + "\n" + AFTER);
    assertThat(report.result()).isEqualTo(Result.INSERTED);
    assertThat(String.join("\n", report.entry()) + "\n").isEqualTo(ENTRY);
    assertThat(report.open()).containsExactly("Home Page", "Mailing List", "Responsible");
  }

  @Test
  void itMayBeTheFirstTheLastOrTheOnlyOne() {
    assertThat(text(put(HEADER + AFTER, TOLD))).isEqualTo(HEADER + ENTRY + "\n" + AFTER);
    assertThat(text(put(HEADER + BEFORE, TOLD))).isEqualTo(HEADER + BEFORE + "\n" + ENTRY);
    assertThat(text(put(HEADER + BEFORE.stripTrailing(), TOLD)))
        .isEqualTo(HEADER + BEFORE + "\n" + ENTRY);
    assertThat(text(put(HEADER, TOLD))).isEqualTo(HEADER + ENTRY);
  }

  @Test
  void whereTheFileKnowsNoTagsTheyGoIntoTheNotes() {
    assertThat(text(put(OLD_HEADER + AFTER, TOLD)))
        .isEqualTo(
            OLD_HEADER
                + ENTRY
                    .replaceAll("(Date|Vendor tag|Release tag):.*\n", "")
                    .concat("Vendor tag:\tSAMPLE\nRelease tag:\tsample-3-3-0\n")
                + "\n"
                + AFTER);
  }

  @Test
  void anEntryIsBroughtUpToDateAndNothingElseIsTouched() {
    String old =
        """
        Package:        Sample [headers]
        Version:        3.1.0
        Current Vers:	3.2.0
        Maintainer:	somebody
        	or somebody else
        Location:	src/sys/arch/xen/include/xen3-public
        Notes:
        Mind the rings.

        Vendor tag:    SAMPLES
        Release tag:   sample-3-1-0
        """;
    String now =
        old.replace("        3.1.0", "        3.3.0")
            .replace("SAMPLES", "SAMPLE")
            .replace("-3-1-0", "-3-3-0");
    assertThat(text(put(OLD_HEADER + BEFORE + old + AFTER, Map.of())))
        .isEqualTo(OLD_HEADER + BEFORE + now + AFTER);
    Report again = put(OLD_HEADER + BEFORE + now + AFTER, Map.of());
    assertThat(again.result()).isEqualTo(Result.UNCHANGED);
    assertThat(again.open()).isEmpty();
  }

  @Test
  void aFieldThatTheEntryLacksGoesToItsPlace() {
    String old =
        """
        Package:	Sample
        Version:
        Location:	x
        """;
    String now =
        """
        Package:	Sample
        Version:	3.3.0
        Date:		2008-08-20
        Responsible:	me
        Location:	x
        Vendor tag:	SAMPLE
        Release tag:	sample-3-3-0
        """;
    String file = (HEADER + old).replace("\n", "\r\n");
    assertThat(text(put(file, Map.of("Responsible", "me"))))
        .isEqualTo((HEADER + now).replace("\n", "\r\n"));
  }

  @Test
  void theEntryIsFoundByItsLocationToo() {
    String old =
        """
        Package:	Front ends
        Version:	3.1.0
        Location:	x, sys/arch/xen/include/xen3-public/
        """;
    Report report = put(OLD_HEADER + old, Map.of());
    assertThat(report.result()).isEqualTo(Result.UPDATED);
    assertThat(report.entry()).startsWith("Package:\tFront ends", "Version:\t3.3.0");
    assertThatThrownBy(() -> put(OLD_HEADER + old + "\n" + old.replace("Front", "Back"), Map.of()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("2 entries could be that of Sample: Front ends, Back ends");
  }

  @Test
  void bytesOfOtherEncodingsSurvive() {
    String latin = "Package:\ta\nMaintainer:\tJos\u00e9 \u00a7\n";
    Report report = put(HEADER + latin, Map.of("Maintainer", "Jos\u00e9"));
    assertThat(text(report)).contains(latin).contains("Maintainer:\tJos\u00c3\u00a9\n");
    assertThat(report.entry()).contains("Maintainer:\tJos\u00e9");
  }

  @Test
  void aFieldThatIsNoneIsRefused() {
    assertThatThrownBy(() -> put(HEADER, Map.of("Homepage", "x")))
        .isInstanceOf(Problem.class)
        .hasMessage("doc/3RDPARTY has no field 'Homepage'");
  }

  /** Real files are in order only mostly; what somebody put elsewhere does not lead astray. */
  @ParameterizedTest
  @CsvSource({"am, am-utils", "sample, sed", "zz, ", "bin, bind", "aa, acpica"})
  void mostlyOrderedIsOrderEnough(String name, String next) {
    StringBuilder file = new StringBuilder(HEADER);
    for (String other :
        "acpica am-utils bind unbound nsd binutils gcc gdb sed tcpdump tmux wpa xz zlib gnu-efi dc"
            .split(" ")) {
      file.append("Package:\t").append(other).append("\n\n");
    }
    String text = text(put(file.toString(), Map.of("Package", name)));
    String rest = text.substring(text.indexOf("Package:\t" + name + "\n"));
    String following =
        rest.lines().filter(line -> line.startsWith("Package:")).skip(1).findFirst().orElse("");
    assertThat(following).isEqualTo("Package:\t" + (next == null ? "gnu-efi" : next));
  }
}
