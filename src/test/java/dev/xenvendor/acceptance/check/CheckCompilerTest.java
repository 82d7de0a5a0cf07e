package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.c.compiler.SystemCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of headers that the compiler, or those around them, cannot do with. */
@Tag("slow")
final class CheckCompilerTest {

  private static final String P = TeamRepository.PREFIX;
  private static final String CALLBACK = P + "/callback.h";
  private static final String RING = P + "/io/ring.h";
  private static final String MD = "sys/arch/xen/include/xen_blkif_md.h";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void merged() {
    assumeThat(SystemCompiler.find(System.getenv()).compiler()).as("a C compiler").isPresent();
    team = PatchedTeam.allShipped(folder, "3.2.0", "3.3.0");
    team.xenvendor("patches", "new").exits(0);
    team.commitAll("Declare the rest");
    team.xenvendor("merge").exits(0);
  }

  /** The findings of the rules that this is about. */
  private List<JsonNode> findings() {
    List<JsonNode> findings = new ArrayList<>();
    team.json("check", "--rule", "does-not-compile,cross-abi-mismatch,undefined-name,abi-changed")
        .get("findings")
        .forEach(findings::add);
    return findings;
  }

  private JsonNode finding() {
    List<JsonNode> findings = findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static void assertFinding(
      JsonNode finding, String rule, String severity, String path, String... messages) {
    assertThat(finding.get("rule").asText()).isEqualTo(rule);
    assertThat(finding.get("severity").asText()).isEqualTo(severity);
    assertThat(finding.path("path").asText()).isEqualTo(path);
    assertThat(finding.get("message").asText()).contains(messages);
  }

  private void edit(String path, String from, String to) {
    String text = team.read(path);
    assertThat(text).contains(from);
    team.write(path, text.replace(from, to));
  }

  private void append(String path, String lines) {
    team.write(path, team.read(path) + lines);
  }

  private int lineOf(String path, String text) {
    return (int) team.read(path).lines().takeWhile(line -> !line.contains(text)).count() + 1;
  }

  @Test
  void findsNothingInWhatIsTheReleaseAndItsPatches() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void aHeaderDoesNotCompileAnyMore() {
    append(CALLBACK, "struct broken { gone_t n; };\n");
    JsonNode finding = finding();
    assertFinding(finding, "does-not-compile", "error", CALLBACK, "does not compile: ", "gone_t");
    assertThat(finding.get("line").asInt()).isEqualTo(lineOf(CALLBACK, "gone_t"));
    assertThat(finding.get("hint").asText())
        .contains("undeclared", "git diff upstream/sample/3.3.0");
  }

  @Test
  void aHeaderDoesNotCompileForSome() {
    append(CALLBACK, "#if defined(__i386__) && defined(__XEN_TOOLS__)\n#error no\n#endif\n");
    assertFinding(
        finding(), "does-not-compile", "error", CALLBACK, "does not compile for tools on i386: ");
  }

  @Test
  void aHeaderCountsOnWhatOthersInclude() {
    String io = P + "/io/blkif.h";
    edit(io, "#include \"ring.h\"\n", "");
    assertThat(findings())
        .anySatisfy(f -> assertFinding(f, "does-not-compile", "error", io, "does not compile"));
  }

  @Test
  void aLocalPatchBrokeIt() {
    team.write(
        "local-patches/sample/0900-broken.yaml",
        """
        id: broken
        description: A patch that goes wrong.
        change:
          insert-lines: {files: [callback.h], after: include-guard, lines: ["gone_t broken;"]}
        """);
    edit(
        CALLBACK,
        "#define SAMPLE_XEN_CALLBACK_H\n",
        "#define SAMPLE_XEN_CALLBACK_H\ngone_t broken;\n");
    assertThat(findings())
        .anySatisfy(
            f -> {
              assertFinding(f, "does-not-compile", "error", CALLBACK, "gone_t");
              assertThat(f.path("patch").asText()).isEqualTo("broken");
            });
  }

  @Test
  void aMirrorIsTurnedIntoTheNativeType() {
    edit(
        MD,
        "typedef struct blkif_x86_32_request blkif_x86_32_request_t;",
        "typedef struct blkif_request blkif_x86_32_request_t;");
    JsonNode finding = finding();
    assertFinding(
        finding,
        "cross-abi-mismatch",
        "error",
        MD,
        "blkif_x86_32_request_t is 112 bytes on x86_64; the i386 struct blkif_request it mirrors is 108 (id at 8, want 4");
    assertThat(finding.get("about").asText()).isEqualTo("blkif_x86_32_request_t");
  }

  @Test
  void aTypeThatIsDeclaredIsGone() {
    edit(MD, "typedef struct blkif_x86_64_request blkif_x86_64_request_t;", "");
    assertThat(findings())
        .anySatisfy(
            f -> assertFinding(f, "cross-abi-mismatch", "error", "", "_request_t", "is missing"));
  }

  @Test
  void aConditionTestsANameWithoutItsLastUnderscores() {
    edit(RING, "#if __XEN_INTERFACE_VERSION__ ", "#if __XEN_INTERFACE_VERSION ");
    JsonNode finding = finding();
    assertFinding(finding, "undefined-name", "error", RING, "tests __XEN_INTERFACE_VERSION, ");
    assertThat(finding.get("hint").asText()).contains("did you mean __XEN_INTERFACE_VERSION__?");
    assertThat(finding.get("line").asInt()).isEqualTo(lineOf(RING, "#if __XEN_INTERFACE_VERSION "));
  }

  @Test
  void aMacroCallsAnUndefinedFunction() {
    team.write(
        RING,
        String.join(
                "\n", team.read(RING).lines().filter(l -> !l.contains("define xen_wmb")).toList())
            + "\n");
    assertThat(findings())
        .anySatisfy(
            f ->
                assertFinding(
                    f, "undefined-name", "error", RING, "calls xen_wmb(), which is undefined"));
  }

  @Test
  void anAttributeThatIsNoneIsAVariable() {
    append(CALLBACK, "struct gap { char c; long n; } __pakced;\n");
    assertThat(findings())
        .anySatisfy(
            f -> assertFinding(f, "undefined-name", "error", CALLBACK, "} __pakced; declares a"));
  }

  @Test
  void aConstantAndALayoutChanged() {
    edit(CALLBACK, "#define CALLBACKTYPE_sysenter 5", "#define CALLBACKTYPE_sysenter 6");
    JsonNode finding = finding();
    assertFinding(finding, "abi-changed", "warning", CALLBACK, "CALLBACKTYPE_sysenter: 6, was 5");
    assertThat(finding.get("line").asInt()).isEqualTo(lineOf(CALLBACK, "CALLBACKTYPE_sysenter 6"));
  }

  @Test
  void commentsAndBlanksAreNoChange() {
    append(CALLBACK, "/* A comment. */\n\n");
    assertThat(findings()).isEmpty();
  }
}
