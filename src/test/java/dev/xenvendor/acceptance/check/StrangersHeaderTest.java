package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.c.compiler.SystemCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} does with headers that a stranger wrote to do harm. */
@Tag("slow")
@Timeout(120)
final class StrangersHeaderTest {

  private static final String P = TeamRepository.PREFIX;
  private static final String SECRET = "s3cret_of_this_machine";

  @TempDir Path folder;
  private TeamRepository team;
  private Path secret;

  @BeforeEach
  void adopted() throws IOException {
    assumeThat(SystemCompiler.find(System.getenv()).compiler()).as("a C compiler").isPresent();
    team = PatchedTeam.allShipped(folder, "3.2.0", "3.3.0");
    secret = Files.writeString(folder.resolve("secret.txt"), SECRET + "\n");
  }

  private String check() {
    Run ran = team.xenvendor("check");
    assertThat(ran.out() + ran.err()).doesNotContain(SECRET);
    return ran.exits(1).out();
  }

  private void append(String header, String text) {
    team.write(P + "/" + header, team.read(P + "/" + header) + text);
  }

  @Test
  void doesNotReadAnIncludedFileOutside() {
    append("callback.h", "#include \"" + secret + "\"\n");
    assertThat(check()).contains("does-not-compile", "outside of the tree");
  }

  @Test
  void doesNotReadAFileOutsideThatAMacroIncludes() {
    append("callback.h", "#define FILE_OF(x) <x>\n#include FILE_OF(" + secret + ")\n");
    assertThat(check()).contains("outside of the tree");
  }

  @Test
  void doesNotReadAFileOutsideByClimbingOutOfAnIncludeFolder() throws IOException {
    String up = "../".repeat(4);
    team.write(P + "/a/b/c/d/deep.h", "#include \"" + up + "../../../../.." + secret + "\"\n");
    assertThat(team.xenvendor("check").out()).doesNotContain(SECRET);
  }

  @Test
  void doesNotAssembleWhatAHeaderSays() {
    append("callback.h", "__asm__(\".incbin \\\"" + secret + "\\\"\");\n");
    Run ran = team.xenvendor("check", "--format", "json");
    assertThat(ran.out() + ran.err()).doesNotContain(SECRET);
  }

  @Test
  void reportsAHeaderThatWouldExhaustTheParser() {
    append("callback.h", "static int a = " + "(".repeat(1000) + "1" + ")".repeat(1000) + ";\n");
    assertThat(check())
        .contains("limit-exceeded", P + "/callback.h", "nested more than 256 deep", "not read");
  }

  @Test
  void theTreesOwnTrunkRaisesALimit() {
    String profile = "vendor/sample/vendor.yaml";
    append("callback.h", "static int a = " + "(".repeat(300) + "1" + ")".repeat(300) + ";\n");
    team.commitAll("Nest");
    team.write(profile, team.read(profile) + "limits: {nesting: 400}\n");
    assertThat(check()).doesNotContain("limit-exceeded");
    String since = team.xenvendor("check", "--since", "HEAD~1").out();
    assertThat(since).contains("limit-exceeded", "nested more than 256 deep");
  }

  @Test
  void reportsMacrosThatExpandWithoutEnd() {
    String macros =
        IntStream.range(1, 40)
            .mapToObj(i -> "#define M" + i + " M" + (i - 1) + " + M" + (i - 1) + "\n")
            .collect(Collectors.joining());
    append("callback.h", "#define M0 1\n" + macros + "#if M39 > 3\nint more;\n#endif\n");
    assertThat(check()).contains("limit-exceeded", "a macro expands to more than 1000000 tokens");
  }

  @Test
  void readsAHeaderWithManyMacrosInReasonableTime() {
    append(
        "callback.h",
        IntStream.range(0, 20_000)
            .mapToObj(i -> "#define MANY_" + i + " " + i + "\n")
            .collect(Collectors.joining()));
    assertThat(check()).contains("undeclared-change").doesNotContain("limit-exceeded");
  }

  @Test
  void aBitFieldAtAGreatOffsetIsMeasured() {
    append("callback.h", "struct far { char much[800000000]; int bit:3; };\n");
    assertThat(check()).contains("undeclared-change");
  }

  @Test
  void aHeaderThatIsTooLongIsReadByNoCheck() {
    append("callback.h", "#define A 1\n".repeat(1_500_000));
    assertThat(check())
        .contains("limit-exceeded", "undeclared-change", " bytes, more than 16777216")
        .doesNotContain("+#define A 1", "+#error", "does-not-compile");
  }

  @Test
  void refusesToCompareAHeaderThatIsTooLong() {
    append("callback.h", "#define A 1\n".repeat(1_500_000));
    String[] refusal = {
      "callback.h has ", " bytes, more than 16777216", "header-size in vendor.yaml"
    };
    assertThat(team.xenvendor("patches").exits(4).err()).contains(refusal);
    assertThat(team.xenvendor("patches", "new").exits(4).err()).contains(refusal);
  }
}
