package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of August 2008 on real headers: NetBSD's changes on Xen 3.1.0, and Xen 3.3.0. */
@NeedsXenGit
final class RealXenNetbsdTest {

  private static final String P = TeamRepository.PREFIX;

  /** What NetBSD's block back end needs, in words of our own. */
  private static final String STRUCTS =
      """

      /* Requests of guests that run in another mode than we do. */
      struct blkif_x86_32_request {
      \tuint8_t operation;
      \tuint8_t nr_segments;
      \tblkif_vdev_t handle;
      \tuint64_t id;
      \tblkif_sector_t sector_number;
      \tstruct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
      } __packed;
      struct blkif_x86_64_request {
      \tuint8_t operation;
      \tuint8_t nr_segments;
      \tblkif_vdev_t handle;
      \tuint64_t __attribute__((__aligned__(8))) id;
      \tblkif_sector_t sector_number;
      \tstruct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
      };
      """;

  @TempDir Path folder;

  private static Map<String, String> changed(Map<String, String> pristine) {
    Map<String, String> changed = new TreeMap<>();
    pristine.forEach((path, text) -> changed.put(path, ident(path) + edited(path, text)));
    changed.keySet().removeIf(path -> path.startsWith("foreign/"));
    return changed;
  }

  private static String ident(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.endsWith(".h")
        ? "/* $NetBSD: " + name + ",v 1.2 2007/11/27 19:36:17 joerg Exp $ */\n"
        : "";
  }

  private static String edited(String path, String text) {
    String edited =
        switch (path) {
          case "io/xs_wire.h" ->
              text.replace("__attribute__((unused))", "__unused")
                  .replaceAll(
                      "(?m)^( *)(?=XENSTORE_RING_IDX re[qs]|XENSTORE_RING_IDX rsp)", "$1volatile ");
          case "io/ring.h" ->
              text.replaceAll("\\bwmb\\(\\)", "x86_sfence()")
                  .replaceAll("\\brmb\\(\\)", "x86_lfence()")
                  .replaceAll("\\bmb\\(\\)", "x86_mfence()");
          case "io/blkif.h" ->
              text.replaceFirst("(?m)^typedef struct blkif_response .*\n", "$0" + STRUCTS);
          default -> text;
        };
    boolean ours = List.of("io/xs_wire.h", "io/ring.h", "io/blkif.h").contains(path);
    assertThat(edited.equals(text)).as(path).isEqualTo(!ours);
    return edited;
  }

  private TeamRepository netbsd() throws IOException {
    return XenGit.netbsd(folder.resolve("os"), changed(XenGit.headers("3.1.0-branched")));
  }

  private static TeamRepository imported(TeamRepository team) {
    String from = XenGit.folder().toString();
    team.xenvendor("adopt", "--from", from).exits(0);
    team.xenvendor("import", "3.3.0", "--from", from).exits(0);
    return team;
  }

  @Test
  void adoptFindsTheReleaseAndChangesNoHeader() throws IOException {
    TeamRepository team = netbsd();
    String before = team.id("HEAD:" + P);

    JsonNode adopt = team.json("adopt", "--from", XenGit.folder().toString());

    assertThat(adopt.path("result").asText()).isEqualTo("adopted");
    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("3.1.0");
    assertThat(adopt.at("/baseline/tree").asText())
        .isEqualTo("fd4c633761621af908c4dcbdc28338c4ffa29a50");
    assertThat(adopt.get("distance").asInt() * 5)
        .isLessThan(adopt.at("/runnerUp/distance").asInt());
    assertThat(team.id("HEAD:" + P)).isEqualTo(before);
    assertThat(team.lines("diff", "--name-only", "HEAD^1", "HEAD"))
        .containsExactly("vendor/xen/merged.yaml");
    Map<String, String> pristine = XenGit.git().blobs(XenGit.tree("3.1.0-branched"));
    pristine.keySet().removeIf(path -> path.startsWith("foreign/"));
    assertThat(team.headers("upstream/xen")).isEqualTo(pristine);
    team.git().requireSound();
  }

  @Test
  void theImportIsByteForByteUpstreams() throws IOException {
    TeamRepository team = imported(netbsd());

    assertThat(team.id("upstream/xen/3.3.0^{commit}")).isEqualTo(team.id("upstream/xen"));
    assertThat(team.git("log", "-1", "--format=%B", "upstream/xen"))
        .contains("Upstream-Tree: db34e1bf42c218f2df88718a425fddfcde8138f3");
    Map<String, String> pristine = XenGit.git().blobs(XenGit.tree("3.3.0-branched"));
    pristine.keySet().removeIf(path -> path.startsWith("foreign/"));
    assertThat(team.headers("upstream/xen")).isEqualTo(pristine);
    assertThat(team.git().blobs("upstream/xen")).hasSameSizeAs(pristine);
    team.xenvendor("releases", "verify").exits(0);
  }

  @Test
  void theMergeHasTheConflictsOfNativeGit() throws IOException {
    TeamRepository team = imported(netbsd());
    Git.Merged byGit = team.git().merge("upstream/xen^:" + P, "HEAD:" + P, "upstream/xen:" + P);
    JsonNode dry = team.json("merge", "--dry-run");

    JsonNode merge = team.json("merge");

    assertThat(conflicts(merge))
        .containsExactly(
            "arch-powerpc.h modify/delete",
            "hvm/vmx_assist.h modify/delete",
            "io/protocols.h content",
            "io/ring.h content",
            "io/xs_wire.h content",
            "libelf.h content");
    assertThat(byGit.conflicts())
        .isEqualTo(conflicts(merge).stream().map(line -> line.split(" ")[0]).toList());
    assertThat(dry.get("conflicts")).isEqualTo(merge.get("conflicts"));
    assertThat(dry.get("files")).isEqualTo(merge.get("files"));
    Map<String, String> settled = new TreeMap<>();
    for (String line : team.lines("ls-files", "-s", P)) {
      String[] parts = line.split("[ \t]", 4);
      if (parts[2].equals("0")) {
        settled.put(parts[3].substring(P.length() + 1), parts[1]);
      }
    }
    Map<String, String> gits = team.git().blobs(byGit.tree());
    gits.keySet().removeAll(byGit.conflicts());
    assertThat(settled).isEqualTo(gits);
    team.git().requireSound();
  }

  private static List<String> conflicts(JsonNode merge) {
    return merge.get("conflicts").findParents("kind").stream()
        .map(c -> c.get("path").asText().substring(P.length() + 1) + " " + c.get("kind").asText())
        .toList();
  }

  @Test
  void aMovedHeaderKeepsOurIdentLine() throws IOException {
    TeamRepository team = imported(netbsd());

    JsonNode merge = team.json("merge");

    assertThat(merge.get("files").findParents("from"))
        .anySatisfy(
            file -> {
              assertThat(file.get("path").asText()).isEqualTo(P + "/xsm/acm.h");
              assertThat(file.get("from").asText()).isEqualTo(P + "/acm.h");
              assertThat(file.get("outcome").asText()).isEqualTo("moved");
            });
    assertThat(team.has(P + "/acm.h")).isFalse();
    assertThat(team.read(P + "/xsm/acm.h")).startsWith("/* $NetBSD: acm.h,v 1.2 ");
    assertThat(team.read(P + "/io/blkif.h")).contains("struct blkif_x86_32_request {");
  }

  @Test
  void theMergeIsFinishedAndTheNextOneStartsFromIt() throws IOException {
    TeamRepository team = imported(netbsd());

    team.merge("3.3.0", "vendor");

    assertThat(team.git("status", "--porcelain")).isEmpty();
    assertThat(team.json("status").get("merged").asText()).isEqualTo("3.3.0");
    team.xenvendor("import", "3.4.0", "--from", XenGit.folder().toString()).exits(0);
    Git.Merged byGit = team.git().merge("upstream/xen^:" + P, "HEAD:" + P, "upstream/xen:" + P);
    JsonNode next = team.json("merge", "--dry-run");
    assertThat(next.get("base").asText()).isEqualTo("3.3.0");
    assertThat(conflicts(next).stream().map(line -> line.split(" ")[0]).toList())
        .isEqualTo(byGit.conflicts());
    team.git().requireSound();
  }

  @Test
  void everyLaterReleaseMergesAsGitMergesIt() throws IOException {
    TeamRepository team = netbsd();
    Git git = XenGit.borrowing(team.folder());
    String local = team.id("HEAD:" + P);
    String base = XenGit.tree("3.1.0-branched");
    List<String> vendors =
        XenGit.git().lines("tag", "--list", "RELEASE-4.*.0").stream().map(XenGit::tree).toList();
    assertThat(vendors).hasSizeGreaterThan(20);

    for (String vendor : vendors) {
      Run run = team.xenvendor("--format", "json", "merge-trees", base, local, vendor);
      Git.Merged byGit = git.merge(base, local, vendor);
      List<String> conflicts = run.json().get("conflicts").findValuesAsText("path");
      assertThat(conflicts).containsExactlyInAnyOrderElementsOf(byGit.conflicts());
      Map<String, String> ours = git.blobs(run.json().get("tree").asText());
      Map<String, String> gits = git.blobs(byGit.tree());
      ours.keySet().removeAll(conflicts);
      gits.keySet().removeAll(conflicts);
      assertThat(ours).isEqualTo(gits);
    }
  }
}
