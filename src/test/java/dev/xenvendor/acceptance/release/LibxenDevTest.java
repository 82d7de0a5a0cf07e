package dev.xenvendor.acceptance.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Xen headers that a system has installed (Debian: libxen-dev), as a release without a
 * repository: real headers wherever the tests run, if not of every release.
 */
@Tag("slow")
@EnabledIf(value = "isInstalled", disabledReason = "no libxen-dev: /usr/include/xen is not there")
final class LibxenDevTest {

  private static final Path INSTALLED = Path.of("/usr/include/xen");
  private static final String IDENT = "/* $NetBSD$ */\n";
  private static final Map<String, String> HEADERS = new TreeMap<>();

  @TempDir Path folder;

  static boolean isInstalled() {
    return Files.isRegularFile(INSTALLED.resolve("xen.h"));
  }

  @BeforeAll
  static void readHeaders() throws IOException {
    try (Stream<Path> paths = Files.walk(INSTALLED)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        HEADERS.put(INSTALLED.relativize(path).toString(), Files.readString(path, ISO_8859_1));
      }
    }
  }

  /** What the headers may have been before: fewer lines, and one header not there yet. */
  private static Map<String, String> older() {
    Map<String, String> older = new TreeMap<>(HEADERS);
    older.replaceAll((path, text) -> text.replaceFirst("(?m)^#endif.*\\z", ""));
    older.replaceAll((path, text) -> text.replaceAll("(?m)^ \\* c-file-style: .*\n", ""));
    older.remove("vcpu.h");
    assertThat(older.get("xen.h")).isNotEqualTo(HEADERS.get("xen.h"));
    return older;
  }

  private static Map<String, String> withIdents(Map<String, String> headers) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.replaceAll((path, text) -> IDENT + text);
    return changed;
  }

  private TeamRepository tree(Map<String, String> headers) throws IOException {
    return XenGit.netbsd(folder.resolve("os"), headers);
  }

  /** A directory with headers alone. */
  private String unpacked(Map<String, String> headers) throws IOException {
    Path unpacked = folder.resolve("unpacked");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      Path file = unpacked.resolve(header.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, header.getValue(), ISO_8859_1);
    }
    return unpacked.toString();
  }

  /** The installed headers under the version 4.17.98, what they were before under 4.17.97. */
  private static void pin(TeamRepository team, String older) {
    String installed = INSTALLED.toString();
    team.xenvendor("releases", "pin", "4.17.97", "--from", older).exits(0);
    team.xenvendor("releases", "pin", "4.17.98", "--from", installed).exits(0);
    team.commitAll("Say which releases there are");
  }

  @Test
  void theInstalledHeadersAreImportedAndMerged() throws IOException {
    TeamRepository team = tree(Map.of());
    String from = INSTALLED.toString();
    team.xenvendor("releases", "pin", "4.17.98", "--from", from).exits(0);
    team.commitAll("Say which release there is");

    team.xenvendor("import", "4.17.98", "--from", from).exits(0);
    team.xenvendor("merge").exits(0);

    assertThat(team.headers("HEAD")).isEqualTo(team.headers("upstream/xen"));
    HEADERS.forEach(
        (path, text) -> {
          if (!path.startsWith("foreign/")) {
            assertThat(team.read(TeamRepository.PREFIX + "/" + path)).isEqualTo(text);
          }
        });
    team.git().requireSound();
  }

  @Test
  void headersThatAreNotThePinnedReleaseAreRefused() throws IOException {
    TeamRepository team = tree(Map.of());
    Map<String, String> one = new TreeMap<>(HEADERS);
    pin(team, unpacked(older()));
    one.merge("xen.h", "\n", String::concat);
    String before = team.state();

    Run run = team.xenvendor("import", "4.17.98", "--from", unpacked(one)).exits(4);

    assertThat(run.err()).contains("1 file of the source differs from the manifest", "xen.h");
    assertThat(team.state()).isEqualTo(before);
  }

  @Test
  void localChangesAreCarriedOntoTheInstalledHeaders() throws IOException {
    TeamRepository team = tree(withIdents(older()));
    String older = unpacked(older());
    pin(team, older);

    JsonNode adopt = team.json("adopt", "--from", older);
    assertThat(adopt.at("/baseline/release").asText()).isEqualTo("4.17.97");
    team.xenvendor("import", "4.17.98", "--from", INSTALLED.toString()).exits(0);
    Git.Merged byGit =
        team.git()
            .merge(
                "upstream/xen^:" + TeamRepository.PREFIX,
                "HEAD:" + TeamRepository.PREFIX,
                "upstream/xen:" + TeamRepository.PREFIX);
    JsonNode merge = team.json("merge");

    assertThat(byGit.conflicts()).isEmpty();
    assertThat(merge.get("result").asText()).isEqualTo("merged");
    assertThat(team.id("HEAD:" + TeamRepository.PREFIX)).isEqualTo(byGit.tree());
    assertThat(team.read(TeamRepository.PREFIX + "/xen.h")).isEqualTo(IDENT + HEADERS.get("xen.h"));
    assertThat(team.read(TeamRepository.PREFIX + "/vcpu.h")).isEqualTo(HEADERS.get("vcpu.h"));
    team.git().requireSound();
  }
}
