package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers are bytes: line ends, encodings, missing line ends and modes come out right. */
@Tag("slow")
final class TeamLifeBytesTest {

  private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

  @TempDir Path folder;

  /** How git is told to turn line ends in the work tree. */
  @ParameterizedTest
  @ValueSource(strings = {"eol=crlf", "eol=lf", "autocrlf=true", "autocrlf=input"})
  void lineEndsAreTurnedInTheWorkTreeOnly(String how) {
    TeamRepository plain = TeamRepository.imported(folder, "3.3.0");
    if (how.startsWith("eol")) {
      plain.write(".gitattributes", "*.h text " + how + "\n");
      plain.commitAll("Line ends");
    }
    TeamRepository team = plain.clone(folder.resolve("turned"), "--no-checkout");
    if (how.startsWith("autocrlf")) {
      team.git("config", "core.autocrlf", how.substring("autocrlf=".length()));
    }
    team.git("checkout", "-q", "trunk");
    boolean crlf = how.equals("eol=crlf") || how.equals("autocrlf=true");
    assertThat(team.read(TeamRepository.PREFIX + "/io/ring.h").contains("\r\n")).isEqualTo(crlf);

    for (TeamRepository each : new TeamRepository[] {plain, team}) {
      each.xenvendor("merge").exits(1);
      each.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
      each.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "vendor").exits(0);
      each.xenvendor("resolve", "io/xs_wire.h", "--hunk", "1", "--take", "local").exits(0);
      each.xenvendor("resolve", "io/protocols.h", "--take", "vendor").exits(0);
      each.xenvendor("resolve", "hvm/vmx_assist.h", "--take", "local").exits(0);
      each.xenvendor("merge", "--continue").exits(0);
      assertThat(each.git("status", "--porcelain")).isEmpty();
    }

    assertThat(team.id("HEAD^{tree}")).isEqualTo(plain.id("HEAD^{tree}"));
    for (String header : new String[] {"io/ring.h", "xen.h", "arch-x86/xen-mca.h"}) {
      String text = team.read(TeamRepository.PREFIX + "/" + header);
      assertThat(text.replace("\r\n", "").contains("\n")).as(header).isEqualTo(!crlf);
    }
    team.git().requireSound();
  }

  /** A tree that holds its headers in CRLF gets what another gets in LF, in its own form. */
  @Test
  void aTreeInCrLfMergesAsOneInLf() {
    TeamRepository lf = TeamRepository.imported(folder.resolve("lf"), "3.3.0");
    TeamRepository crLf = TeamRepository.sample(folder.resolve("crlf"));
    for (String header : crLf.headers("HEAD").keySet()) {
      String path = TeamRepository.PREFIX + "/" + header;
      crLf.write(path, crLf.read(path).replace("\n", "\r\n"));
    }
    crLf.commitAll("Our line ends");
    crLf.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(0);
    assertThat(crLf.read("local-patches/sample/0010-line-endings.yaml")).contains("form: crlf");
    crLf.importRelease("3.3.0").exits(0);

    for (TeamRepository each : List.of(lf, crLf)) {
      each.xenvendor("merge").exits(1);
    }
    assertThat(crLf.xenvendor("conflicts").out().replace("line-endings", ""))
        .isEqualTo(lf.xenvendor("conflicts").out());
    String marked = crLf.read(TeamRepository.PREFIX + "/io/ring.h");
    assertThat(marked).contains("<<<<<<< ").contains("=======\r\n");
    assertThat(marked.replace("\r\n", "")).doesNotContain("\n");
    for (TeamRepository each : List.of(lf, crLf)) {
      each.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
      each.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "vendor").exits(0);
      each.xenvendor("resolve", "io/xs_wire.h", "--hunk", "1", "--take", "local").exits(0);
      each.xenvendor("resolve", "io/protocols.h", "--take", "vendor").exits(0);
      each.xenvendor("resolve", "hvm/vmx_assist.h", "--take", "local").exits(0);
      each.xenvendor("merge", "--continue").exits(0);
    }

    assertThat(crLf.headers("HEAD").keySet()).isEqualTo(lf.headers("HEAD").keySet());
    for (String header : lf.headers("HEAD").keySet()) {
      String path = TeamRepository.PREFIX + "/" + header;
      assertThat(crLf.read(path)).as(header).isEqualTo(lf.read(path).replace("\n", "\r\n"));
    }
    crLf.xenvendor("check", "--rule", "patch-missing").exits(0);
  }

  /** A tree whose upstream has every odd kind of file, and changes of both sides to them. */
  private TeamRepository odd() {
    TeamRepository upstream = TeamRepository.empty(folder.resolve("upstream"));
    upstream.write("include/crlf.h", TEN.replace("\n", "\r\n"));
    upstream.write("include/latin.h", "caf\u00e9\n" + TEN);
    upstream.write("include/last.h", TEN + "no line end");
    upstream.write("include/data.bin", "\0\1\2binary\n");
    upstream.write("include/clean.bin", "\0one\n");
    upstream.write("include/run.sh", TEN);
    upstream.git("add", "-A");
    upstream.git("update-index", "--chmod=+x", "include/run.sh");
    upstream.git("commit", "-q", "-m", "1.0.0");
    upstream.git("tag", "v1");
    upstream.git("checkout", "-q", "-f", "HEAD");

    TeamRepository team = TeamRepository.empty(folder.resolve("os"));
    for (String name : new String[] {"crlf.h", "latin.h", "last.h", "data.bin", "clean.bin"}) {
      team.write("sys/" + name, upstream.read("include/" + name).replaceFirst("10", "ten \u00ff"));
    }
    team.write("sys/data.bin", "\0\1\2local\n");
    team.write("sys/run.sh", TEN.replace("5", "five"));
    team.write(
        "vendor/odd/vendor.yaml",
        "schema: 1\nname: odd\nupstream: {url: ../upstream, path: include}\nprefix: sys\n");
    team.git("add", "-A");
    team.git("update-index", "--chmod=+x", "sys/run.sh");
    team.git("commit", "-q", "-m", "Ours");
    team.git("checkout", "-q", "-f", "HEAD");

    upstream.write("include/crlf.h", upstream.read("include/crlf.h").replaceFirst("2", "two"));
    upstream.write("include/latin.h", upstream.read("include/latin.h").replace("\u00e9", "\u00e8"));
    upstream.write("include/last.h", "0\n" + TEN + "no line end");
    upstream.write("include/data.bin", "\0\1\2vendor\n");
    upstream.write("include/clean.bin", "\0two\n");
    upstream.write("include/run.sh", TEN.replace("5", "V"));
    upstream.git("commit", "-q", "-a", "-m", "2.0.0");
    upstream.git("tag", "v2");
    team.xenvendor("adopt", "--baseline", "1.0.0", "--ref", "v1").exits(0);
    team.xenvendor("import", "2.0.0", "--ref", "v2").exits(0);
    return team;
  }

  @Test
  void aReleaseIsImportedByteForByte() {
    TeamRepository team = odd();

    Git upstream = new Git(folder.resolve("upstream"));
    assertThat(team.id("upstream/odd:sys")).isEqualTo(upstream.run("rev-parse", "v2:include"));
    assertThat(team.id("upstream/odd^:sys")).isEqualTo(upstream.run("rev-parse", "v1:include"));
  }

  @Test
  void oddFilesAreMergedAsGitMergesThem() {
    TeamRepository team = odd();
    Git.Merged byGit = team.git().merge("upstream/odd^:sys", "HEAD:sys", "upstream/odd:sys");

    JsonNode merge = team.json("merge");

    assertThat(byGit.conflicts()).containsExactly("data.bin", "run.sh");
    assertThat(merge.get("conflicts").findValuesAsText("kind"))
        .containsExactly("binary", "content");
    for (String name : new String[] {"crlf.h", "latin.h", "last.h", "clean.bin"}) {
      assertThat(team.id(":0:sys/" + name)).isEqualTo(team.id(byGit.tree() + ":" + name));
    }
    assertThat(team.read("sys/last.h")).startsWith("0\n").endsWith("ten \u00ff\nno line end");
    assertThat(team.read("sys/data.bin")).isEqualTo("\0\1\2local\n");
    team.git().requireSound();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "vendor"})
  void settledFilesKeepTheirModeAndBytes(String side) {
    TeamRepository team = odd();
    team.xenvendor("merge").exits(1);

    team.xenvendor("resolve", "run.sh", "--hunk", "1", "--take", side).exits(0);
    team.xenvendor("resolve", "data.bin", "--take", side).exits(0);
    team.xenvendor("merge", "--continue").exits(0);

    assertThat(team.git("ls-tree", "HEAD", "sys/run.sh")).startsWith("100755 ");
    assertThat(team.folder().resolve("sys/run.sh")).isExecutable();
    String commit = side.equals("local") ? "HEAD^" : "upstream/odd";
    assertThat(team.id("HEAD:sys/data.bin")).isEqualTo(team.id(commit + ":sys/data.bin"));
    assertThat(team.id("HEAD:sys/run.sh")).isEqualTo(team.id(commit + ":sys/run.sh"));
    assertThat(team.git("status", "--porcelain")).isEmpty();
  }
}
