package dev.xenvendor.acceptance.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.c.compiler.LayoutResult;
import dev.xenvendor.c.compiler.NoCompiler;
import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.testing.FileTrees;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story of August 2008 with NetBSD's changes declared: what is left to decide, and nothing. */
@NeedsXenGit
final class RealXenPatchesTest {

  private static final String P = TeamRepository.PREFIX;

  /** A block back end, cut down: it uses the structures, the rings and their barriers. */
  private static final String CONSUMER =
      """
      void x86_mfence(void);
      void x86_lfence(void);
      void x86_sfence(void);
      void *memset(void *, int, size_t);
      #include "PREFIX/io/blkif.h"
      #include "PREFIX/io/xs_wire.h"
      #define SAME(name, condition) typedef char name[(condition) ? 1 : -1]
      SAME(size_32, sizeof(struct blkif_x86_32_request) == 108);
      SAME(id_32, __builtin_offsetof(struct blkif_x86_32_request, id) == 4);
      SAME(response_32, sizeof(blkif_x86_32_response_t) == 12);
      SAME(size_64, sizeof(struct blkif_x86_64_request) == 112);
      SAME(id_64, __builtin_offsetof(blkif_x86_64_request_t, id) == 8);
      SAME(response_64, sizeof(struct blkif_x86_64_response) == 16);
      #define IS_VOLATILE(field) __builtin_types_compatible_p(volatile XENSTORE_RING_IDX *, \\
        __typeof__(&((struct xenstore_domain_interface *)0)->field))
      SAME(req_cons, IS_VOLATILE(req_cons));
      SAME(req_prod, IS_VOLATILE(req_prod));
      SAME(rsp_cons, IS_VOLATILE(rsp_cons));
      SAME(rsp_prod, IS_VOLATILE(rsp_prod));
      int serve(blkif_x86_32_back_ring_t *ring, blkif_x86_32_sring_t *shared,
        blkif_x86_64_back_ring_t *other)
      {
        int more, notify;
        BACK_RING_INIT(ring, shared, 4096);
        RING_FINAL_CHECK_FOR_REQUESTS(ring, more);
        if (more && RING_GET_REQUEST(ring, 0)->id == RING_GET_REQUEST(other, 0)->id)
          RING_PUSH_RESPONSES_AND_CHECK_NOTIFY(ring, notify);
        return more + notify;
      }
      """;

  /** What the patches for 3.3.0 and later add to {@code io/ring.h}. */
  private static final Pattern ADDED = Pattern.compile("\\$NetBSD|^#undef xen_|x86_[mls]fence");

  @TempDir Path folder;

  private static List<String> conflicts(JsonNode merge) {
    return StreamSupport.stream(merge.get("conflicts").spliterator(), false)
        .map(conflict -> conflict.get("path").asText().substring(P.length() + 1))
        .toList();
  }

  private static Map<String, String> states(JsonNode merge) {
    return StreamSupport.stream(merge.get("patches").spliterator(), false)
        .collect(
            Collectors.toMap(
                patch -> patch.get("id").asText(), patch -> patch.get("state").asText()));
  }

  @Test
  void withOnlyTheIdentLineDeclaredTwoHeadersConflict() throws IOException {
    TeamRepository team = NetbsdTree.adopted(folder.resolve("os"), NetbsdTree.headers(), "0010");
    NetbsdTree.importRelease(team, "3.3.0");

    JsonNode merge = team.json("merge");

    assertThat(conflicts(merge)).containsExactly("io/ring.h", "io/xs_wire.h");
    assertThat(states(merge)).containsExactly(Map.entry("ident-line", "carried"));
  }

  @Test
  void withTheShippedSetNothingConflicts() throws IOException {
    TeamRepository team = NetbsdTree.adopted(folder.resolve("os"), NetbsdTree.headers());
    assertThat(team.json("patches").get("undeclared")).isEmpty();
    NetbsdTree.importRelease(team, "3.3.0");

    JsonNode merge = team.json("merge");

    assertThat(merge.get("result").asText()).as("%s", merge).isEqualTo("merged");
    assertThat(states(merge))
        .containsOnly(
            Map.entry("ident-line", "carried"),
            Map.entry("xs-wire-unused", "carried"),
            Map.entry("xs-wire-volatile-indices", "carried"),
            Map.entry("ring-barriers-in-place", "retired"),
            Map.entry("ring-barriers-alias", "introduced"),
            Map.entry("blkif-abi-structs", "relocated"));
    assertThat(team.read(P + "/io/xs_wire.h"))
        .contains("volatile XENSTORE_RING_IDX req_cons, ", "volatile XENSTORE_RING_IDX rsp_cons, ");
    assertThat(team.read(P + "/io/blkif.h")).doesNotContain("x86_32", "blkif_back_rings");
    assertThat(team.read(NetbsdTree.MD_HEADER))
        .contains("struct blkif_x86_32_request {", "struct blkif_x86_64_response {");
    team.xenvendor("patches", "verify").exits(0);
    assertThat(team.json("patches").get("result").asText()).isEqualTo("clean");
    team.git().requireSound();
  }

  /** NetBSD's own files keep the backslashes of the macros in their column. */
  @ParameterizedTest
  @ValueSource(strings = {"3.2.0", "3.3.0", "3.4.0", "4.0.0", "4.5.0", "4.13.0", "4.21.1"})
  void backslashesKeptInTheirColumnConflictNowhere(String release) throws IOException {
    TeamRepository team = NetbsdTree.adopted(folder.resolve("os"), NetbsdTree.headersInColumn());
    String ring = team.read(P + "/io/ring.h");
    assertThat(team.json("patches").get("undeclared")).isEmpty();
    NetbsdTree.importRelease(team, release);

    JsonNode merge = team.json("merge");

    assertThat(merge.get("result").asText()).as("%s", merge).isEqualTo("merged");
    assertThat(team.json("patches").get("undeclared")).isEmpty();
    List<String> merged = List.of(team.read(P + "/io/ring.h").split("\n"));
    if (release.equals("3.2.0")) {
      List<String> local = Stream.of(ring.split("\n")).filter(l -> l.contains("fence")).toList();
      assertThat(merged).containsAll(local);
      return;
    }
    String published = team.headers("upstream/xen").getOrDefault("io/ring.h", "");
    assertThat(merged.stream().filter(line -> !ADDED.matcher(line).find()).toList())
        .isEqualTo(team.lines("cat-file", "blob", published));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x00030201", "0x00030209"})
  void theConsumerCompilesBeforeAndAfter(String interfaceVersion) throws IOException {
    TeamRepository team = NetbsdTree.adopted(folder.resolve("os"), NetbsdTree.headers());
    assertCompiles(team, "0x00030201"); // the newest that 3.1.0 knows is 0x00030205
    NetbsdTree.importRelease(team, "3.3.0");
    team.xenvendor("merge").exits(0);
    assertCompiles(team, interfaceVersion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x00030201", "0x00030209"})
  void aTreeThatNeverHadTheStructuresGetsThemFromTheTemplate(String interfaceVersion)
      throws IOException {
    Map<String, String> pristine =
        NetbsdTree.edited("3.1.0-branched", (path, text) -> NetbsdTree.ident(path) + text);
    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    pristine.forEach((path, text) -> team.write(P + "/" + path, text));
    team.commitAll("Headers");
    team.xenvendor("adopt", "--from", XenGit.folder().toString(), "--patches", "netbsd").exits(0);
    NetbsdTree.importRelease(team, "3.3.0");

    JsonNode merge = team.json("merge");

    assertThat(merge.get("result").asText()).as("%s", merge).isEqualTo("merged");
    assertThat(states(merge)).containsEntry("blkif-abi-structs", "introduced");
    assertThat(team.read(NetbsdTree.MD_HEADER)).contains("BLKIF_MD_ASSERT(request_32_size");
    assertCompiles(team, interfaceVersion);
  }

  private static void assertCompiles(TeamRepository team, String interfaceVersion) {
    LayoutProbe probe = LayoutProbe.system(System.getenv());
    HeaderPath prefix = HeaderPath.of(P);
    HeaderTree tree = FileTrees.read(team.folder().resolve("sys")).under(HeaderPath.of("sys"));
    CEnvironment environment =
        CEnvironment.xen()
            .withRoots(List.of(IncludeRoot.at(prefix)))
            .define("__XEN_INTERFACE_VERSION__", interfaceVersion)
            .define("__packed", "__attribute__((__packed__))")
            .define("__unused", "__attribute__((__unused__))");
    String consumer = CONSUMER.replace("PREFIX", P);
    try {
      assertThat(probe.layouts(tree, environment, consumer, List.of(), EnumSet.allOf(Target.class)))
          .allSatisfy(
              (target, result) -> assertThat(result).isInstanceOf(LayoutResult.Layouts.class));
    } catch (NoCompiler e) {
      abort(e.reason());
    }
  }
}
