package dev.xenvendor.acceptance.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a release is taken from, what gets onto the vendor branch is the same. */
@Tag("slow")
final class TeamLifeSourcesTest {

  private static final String PUBLIC = "xen/include/public";

  @TempDir Path folder;

  private Git upstream() {
    return new Git(folder.resolve("upstream"));
  }

  private void assertImported(TeamRepository team, String source) {
    JsonNode imported = team.json("import", "3.3.0", "--from", source);
    String tree = upstream().run("rev-parse", "3.3.0:" + PUBLIC);
    assertThat(imported.path("result").asText()).isEqualTo("imported");
    assertThat(imported.get("tree").asText()).isEqualTo(tree);
    assertThat(team.id("upstream/sample:" + TeamRepository.PREFIX)).isEqualTo(tree);
    assertThat(team.lines("log", "-1", "--format=%(trailers:key=Upstream-Tree)", "upstream/sample"))
        .contains("Upstream-Tree: " + tree);
  }

  @Test
  void aTreeThatNoReleaseExplainsIsLeftAlone() throws IOException {
    TeamRepository team = TeamRepository.sample(folder);
    String path = TeamRepository.PREFIX + "/xen.h";
    team.git("rm", "-qr", TeamRepository.PREFIX);
    team.write(path, "#define OURS 1\n");
    team.commitAll("Headers of our own making");
    String before = team.state();

    Run adopt = team.xenvendor("adopt", "--vendor", "sample", "--from", "../upstream").exits(4);

    assertThat(adopt.err())
        .contains(
            "no release explains more than half of the lines in " + TeamRepository.PREFIX,
            "3.1.0 0 of 1, 3.2.0 0 of 1, 3.3.0 0 of 1",
            "--baseline 3.1.0 --from ../upstream");
    assertThat(team.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"path", "file-url", "bare", "shallow", "packed"})
  void aGitRepository(String how) {
    TeamRepository team = TeamRepository.imported(folder);
    Path upstream = folder.resolve("upstream");
    String url = "file://" + upstream;
    switch (how) {
      case "bare" -> upstream().run("clone", "-q", "--bare", ".", "../other.git");
      case "shallow" ->
          upstream().run("clone", "-q", "--depth", "1", "-b", "3.3.0", url, "../other.git");
      case "packed" -> {
        upstream().run("clone", "-q", "--bare", ".", "../other.git");
        new Git(folder.resolve("other.git")).run("gc", "-q", "--aggressive");
      }
      default -> {}
    }
    String source =
        switch (how) {
          case "path" -> "../upstream";
          case "file-url" -> url;
          default -> "../other.git";
        };

    assertImported(team, source);

    assertThat(team.git("log", "-1", "--format=%B", "upstream/sample"))
        .contains("Upstream-Ref: 3.3.0")
        .contains("Upstream-Commit: " + upstream().run("rev-parse", "3.3.0^{commit}"));
  }

  @ParameterizedTest
  @CsvSource({
    "tar, whole", "tar.gz, whole", "tar.bz2, whole", "tar.xz, whole", "zip, whole",
    "tar, folder", "tar.gz, headers", "tar.bz2, folder", "tar.xz, headers", "zip, headers"
  })
  void anArchive(String format, String holds) throws IOException, CompressorException {
    TeamRepository team = TeamRepository.imported(folder);
    Path archive = archive(format, holds);

    assertImported(team, archive.toString());

    // As the manifest says, so that the commit is the same whatever the release came in.
    assertThat(team.git("log", "-1", "--format=%B", "upstream/sample"))
        .contains("Upstream-Commit: 20bf9ffb8d466d70ad53f0d54b1f46b37e51d704")
        .doesNotContain("Source-SHA256: ");
  }

  private Path archive(String format, String holds) throws IOException, CompressorException {
    String tree = holds.equals("whole") ? "3.3.0" : "3.3.0:" + PUBLIC;
    String prefix = holds.equals("headers") ? "" : "xen-3.3.0/";
    String container = format.equals("zip") ? "zip" : "tar";
    Git.Ran ran =
        upstream().attempt("archive", "--format=" + container, "--prefix=" + prefix, tree);
    Path archive = folder.resolve("release." + format);
    try (OutputStream file = Files.newOutputStream(archive);
        OutputStream out = compressed(format, file)) {
      out.write(ran.out().getBytes(ISO_8859_1));
    }
    return archive;
  }

  private static OutputStream compressed(String format, OutputStream file)
      throws IOException, CompressorException {
    CompressorStreamFactory factory = new CompressorStreamFactory();
    return switch (format) {
      case "tar.gz" -> new GZIPOutputStream(file);
      case "tar.bz2" -> factory.createCompressorOutputStream("bzip2", file);
      case "tar.xz" -> factory.createCompressorOutputStream("xz", file);
      default -> file;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"", PUBLIC})
  void aDirectory(String of) {
    TeamRepository team = TeamRepository.imported(folder);
    upstream().run("worktree", "add", "-q", "../unpacked", "3.3.0");

    assertImported(team, "../unpacked/" + of);
  }

  @Test
  void adoptFindsTheSameBaselineInEverySource() {
    TeamRepository team = TeamRepository.sample(folder);
    upstream().run("worktree", "add", "-q", "../unpacked", "3.1.0");
    String before = team.headers("HEAD").toString();

    for (String source : new String[] {"../upstream", "../unpacked", "../unpacked/" + PUBLIC}) {
      JsonNode adopt = team.json("adopt", "--vendor", "sample", "--from", source);

      assertThat(adopt.get("baseline").get("release").asText()).as(source).isEqualTo("3.1.0");
      assertThat(team.headers("HEAD")).hasToString(before);
      team.git("reset", "-q", "--hard", "HEAD^");
      team.git("branch", "-q", "-D", "upstream/sample");
      team.git("tag", "-d", "upstream/sample/3.1.0");
    }
  }
}
