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

/** What {@code check} says in a tree's own name, and of headers that only its consumers include. */
@Tag("slow")
final class OwnHeadersCheckTest {

  private static final String RING = "sys/arch/xen/include/xenring.h";
  private static final String BACK_END = "sys/arch/xen/xen/xbdback_xenbus.c";
  private static final String CALLBACK = TeamRepository.PREFIX + "/callback.h";

  /** Both guests' requests, as they should be; it counts on who includes it. */
  private static final String RIGHT =
      """
      #ifndef XENRING_H
      #define XENRING_H
      #if __XEN_INTERFACE_VERSION__ >= 0x00030201
      /* As a 32-bit guest has it. */
      struct blkif_x86_32_request {
        uint8_t operation;
        uint8_t nr_segments;
        blkif_vdev_t handle;
        uint64_t id __attribute__((__aligned__(4)));
        uint64_t sector_number __attribute__((__aligned__(4)));
        struct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
      } __packed;
      typedef struct blkif_x86_32_request blkif_x86_32_request_t;
      CTASSERT(sizeof(struct blkif_x86_32_request) == 108);
      #endif
      #endif
      """;

  @TempDir Path folder;
  private TeamRepository team;

  /** On pristine headers: the definitions are not in the vendor's. */
  @BeforeEach
  void pristine() {
    assumeThat(SystemCompiler.find(System.getenv()).compiler()).as("a C compiler").isPresent();
    team = TeamRepository.imported(folder);
    team.git("checkout", "-q", "upstream/sample/3.1.0", "--", TeamRepository.PREFIX);
    team.git("rm", "-q", "-r", "sys/arch/xen/xen", "sys/arch/xen/include/xen_support.h");
    team.write(
        BACK_END,
        """
        #include <xen3-public/xen.h>
        #include <xen3-public/io/blkif.h>
        #include <xen/xenring.h>
        int size(void) { return sizeof(blkif_x86_32_request_t); }
        """);
  }

  private List<String> findings(String text) {
    team.write(RING, text);
    List<String> findings = new ArrayList<>();
    for (JsonNode f :
        team.json("check", "--rule", "does-not-compile,cross-abi-mismatch,undefined-name")
            .get("findings")) {
      findings.add(
          f.get("rule").asText()
              + " "
              + f.path("path").asText()
              + ":"
              + f.path("line").asText()
              + " "
              + f.get("severity").asText()
              + " "
              + f.get("message").asText());
    }
    return findings;
  }

  @Test
  void aHeaderThatNeedsTheVendorsIsCompiledAfterThem() {
    assertThat(findings(RIGHT)).isEmpty();
  }

  /** It names the folders as the compiler of its tree is told them. */
  @Test
  void anIncludeThatLeadsNowhereMayMeanOneOfTheVendors() {
    String included =
        "#include <xen/include/public/io/ring.h>\n#include <xen/include/public/io/blkif.h>\n";
    assertThat(findings(included + RIGHT)).isEmpty();
    assertThat(findings(included + "typedef struct blkif_request blkif_x86_32_request_t;\n"))
        .singleElement()
        .asString()
        .startsWith("cross-abi-mismatch " + RING + ":3");
  }

  @Test
  void anUnknownIncludeIsOnlyAWarning() {
    String included = "#include <sys/bitops.h>\n";
    assertThat(findings(included + RIGHT)).isEmpty();
    assertThat(findings(included + RIGHT + "bit_t bits;\n"))
        .singleElement()
        .asString()
        .startsWith("does-not-compile " + RING + ":")
        .contains(" warning ", "bit_t");
  }

  @Test
  void bothGuestsRequestsAreTheNativeOne() {
    List<String> findings =
        findings(
            """
            typedef struct blkif_request blkif_x86_32_request_t;
            typedef struct blkif_request blkif_x86_64_request_t;
            """);
    assertThat(findings).hasSize(2);
    assertThat(findings.get(0))
        .startsWith(
            "cross-abi-mismatch "
                + RING
                + ":1 error blkif_x86_32_request_t is 112 bytes on x86_64");
    assertThat(findings.get(1))
        .startsWith(
            "cross-abi-mismatch " + RING + ":2 error blkif_x86_64_request_t is 108 bytes on i386");
  }

  @Test
  void aMacroMakesThemTheNativeOne() {
    assertThat(
            findings(
                """
                #define blkif_x86_32_request blkif_request
                #define blkif_x86_64_request_t blkif_request_t
                """))
        .anySatisfy(f -> assertThat(f).contains("struct blkif_x86_32_request is 112 bytes"))
        .anySatisfy(f -> assertThat(f).contains("blkif_x86_64_request_t is 108 bytes on i386"));
  }

  @Test
  void aConditionTestsANameWithoutItsLastUnderscores() {
    assertThat(
            findings(
                RIGHT.replace(
                    ">= 0x00030201", ">= 0x00030201 && __XEN_INTERFACE_VERSION < 0x00030208")))
        .containsExactly(
            "undefined-name "
                + RING
                + ":3 error tests __XEN_INTERFACE_VERSION, which is undefined: the preprocessor"
                + " evaluates it to 0");
  }

  @Test
  void aHeaderThatDoesNotCompileIsAnError() {
    List<String> findings = findings(RIGHT.replace("blkif_vdev_t handle", "blkif_vdve_t handle"));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0))
        .startsWith("does-not-compile " + RING + ":8 error does not compile")
        .contains("blkif_vdve_t");
  }

  /** What the ring macros call is the consumers' business, and one of their headers has it. */
  @Test
  void aNameThatAHeaderOfTheConsumersDefinesIsNotMissed() {
    String ring = TeamRepository.PREFIX + "/io/ring.h";
    team.write(ring, team.read(ring) + "#define RING_FLUSH() own_barrier()\n");
    assertThat(findings(RIGHT))
        .singleElement()
        .asString()
        .contains("RING_FLUSH calls own_barrier(), which is undefined");
    team.write("sys/arch/xen/include/barriers.h", "#define own_barrier() __sync_synchronize()\n");
    assertThat(findings(RIGHT)).isEmpty();
  }

  @Test
  void whatTheTreesOwnCompilerSeesIsCompiledAndNothingElse() {
    team.write(
        CALLBACK,
        team.read(CALLBACK)
            + "#ifdef __linux__\n#error this is not for us\n#endif\n"
            + "#ifdef linux\n#error nor this\n#endif\n");
    assertThat(findings(RIGHT)).isEmpty();
    team.write(CALLBACK, team.read(CALLBACK) + "#if defined(__NetBSD__)\ngone_t here;\n#endif\n");
    assertThat(findings(RIGHT))
        .singleElement()
        .asString()
        .startsWith("does-not-compile " + CALLBACK)
        .contains("gone_t");
  }

  @Test
  void theVersionThatAKernelAsksForIsCompiledToo() {
    team.write("sys/arch/i386/conf/XEN3", "#options \"__XEN_INTERFACE_VERSION__=0x00030205\"\n");
    team.write(
        CALLBACK,
        team.read(CALLBACK) + "#if __XEN_INTERFACE_VERSION__ == 0\ngone_t here;\n#endif\n");
    assertThat(findings(RIGHT))
        .singleElement()
        .asString()
        .contains("does not compile for guests of 0x00000000 on i386, guests of 0x00000000 on");
    assertThat(team.xenvendor("-v", "status").exits(0).out())
        .contains("Consumers define no __XEN_INTERFACE_VERSION__, so the headers use 0x0000");
    team.write("sys/arch/xen/conf/XEN3", "options \"__XEN_INTERFACE_VERSION__=0x00030201\"\n");
    assertThat(findings(RIGHT)).isEmpty();
    assertThat(team.xenvendor("-v", "status").exits(0).out())
        .contains("Consumers request interface version 0x00030201: sys/arch/xen/conf/XEN3:1");
    assertThat(team.json("-v", "status").at("/interfaces/asked/0/version").asText())
        .isEqualTo("0x00030201");
  }

  /** Two headers of the tree with the same structure would break whoever includes both. */
  @Test
  void aRelocationDoesNotWriteWhatAnOwnHeaderHasAlready(@TempDir Path other) {
    TeamRepository declared = PatchedTeam.allShipped(other, "3.2.0", "3.3.0");
    declared.write(RING, RIGHT);
    declared.commitAll("Our rings");
    assertThat(declared.xenvendor("merge", "--dry-run").exits(3).err())
        .contains(
            "blkif-abi-structs would write", "xenring.h, one of abi.headers, already defines it")
        .contains("hint: remove one of the two from the tree");
  }
}
