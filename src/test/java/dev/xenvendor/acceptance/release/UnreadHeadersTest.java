package dev.xenvendor.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that compiles and that the C parser cannot read is named wherever it was not looked at. */
@Tag("slow")
final class UnreadHeadersTest {

  private static final String ATTRIBUTE = "struct [[gnu::unused]] page { int n; };\n";

  @TempDir Path folder;

  private UpstreamAndTree both;
  private TeamRepository team;

  @BeforeEach
  void releaseWithAnAttributeOfC23() {
    both = new UpstreamAndTree(folder);
    team = both.team();
    both.change("callback.h", ATTRIBUTE);
    both.upstream().git("tag", "3.4.0");
  }

  @Test
  void releasesPinAndImpactNameIt() {
    both.adopt();
    String warning = "warning: callback.h of Sample 3.4.0 was not read in full (line ";
    assertThat(
            team.xenvendor(
                    "releases",
                    "pin",
                    "3.4.0",
                    "--from",
                    "../upstream",
                    "--ref",
                    "HEAD",
                    "--vendor",
                    "sample")
                .exits(0)
                .out())
        .contains(warning);
    assertThat(team.read("vendor/sample/interfaces/3.4.0.yaml")).contains("    unread: \"line ");
    assertThat(team.xenvendor("impact", "3.3.0", "3.4.0", "--vendor", "sample").exits(0).out())
        .contains(warning);
    assertThat(
            team.json("impact", "3.3.0", "3.4.0", "--vendor", "sample")
                .at("/unread/0/path")
                .asText())
        .isEqualTo("callback.h");
  }

  @Test
  void checkAndAbiNameItWhereItDiffers() {
    both.headers("3.4.0");
    both.adopt();
    String header = TeamRepository.PREFIX + "/callback.h";
    team.write(header, team.read(header).replace("int n", "long n"));
    team.commitAll("Make a field longer");

    String checked = team.xenvendor("check", "--vendor", "sample").out();

    assertThat(checked).contains(header, "was compared in part");
    String abi = team.xenvendor("abi", "3.4.0", "trunk", "--vendor", "sample").exits(0).out();
    assertThat(abi).contains("no difference in what was compared", "Compared in part: 1 header");
    assertThat(
            team.json("abi", "3.4.0", "trunk", "--vendor", "sample")
                .at("/comparedInPart/0/path")
                .asText())
        .isEqualTo(header);
  }

  @Test
  void checkDoesNotBlameAHeaderThatIsAsPublished() {
    both.headers("3.4.0");
    both.adopt();
    String header = TeamRepository.PREFIX + "/platform.h";
    team.write(header, team.read(header) + "#include \"callback.h\"\nextern int ours;\n");
    team.commitAll("Include it elsewhere");

    assertThat(team.xenvendor("check", "--vendor", "sample").exits(1).out())
        .contains(header)
        .doesNotContain("was compared in part");
  }
}
