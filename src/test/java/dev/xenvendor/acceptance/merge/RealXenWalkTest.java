package dev.xenvendor.acceptance.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Git;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.testing.FileTrees;
import dev.xenvendor.testing.GoldenFiles;
import dev.xenvendor.testing.Project;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * NetBSD's tree of Xen 3.1.0, its changes declared, through every later release, and straight to
 * each: nothing conflicts, and what comes out is the release with the patches made in it.
 *
 * <p>With {@code -Dxenvendor.golden=write} it writes the figures to {@code docs/walk.md}.
 */
@NeedsXenGit
final class RealXenWalkTest {

  private static final String P = TeamRepository.PREFIX;

  /** The head of the table that the test writes. */
  private static final String HEAD =
      """
      | release | walk | walk, git | jump from 3.1.0 | jump, git |
      | --- | --- | --- | --- | --- |
      """;

  /** The releases after 3.1.0, in order. */
  private static final List<String> RELEASES =
      Stream.of(
              Stream.of("3.2.0", "3.3.0", "3.4.0"),
              IntStream.rangeClosed(0, 21).mapToObj(minor -> "4." + minor + ".0"),
              Stream.of("4.21.1"))
          .flatMap(each -> each)
          .toList();

  /** How one merge went. */
  private record Step(int conflicts, int gitConflicts) {
    String cells() {
      return conflicts + " | " + gitConflicts;
    }
  }

  @TempDir static Path folder;

  private static TeamRepository team;

  @BeforeAll
  static void importEverything() throws IOException {
    team = NetbsdTree.adopted(folder.resolve("os"), NetbsdTree.headers());
    RELEASES.forEach(release -> NetbsdTree.importRelease(team, release));
  }

  private static String tag(String release) {
    return "upstream/xen/" + release + ":" + P;
  }

  /** Merges a release into what is checked out, and looks at what came out. */
  private static Step merge(String base, String release) {
    Git.Merged byGit = team.git().merge(tag(base), "HEAD:" + P, tag(release));

    JsonNode merge = team.json("merge", release);

    assertThat(merge.get("result").asText()).as(release + " %s", merge).isEqualTo("merged");
    assertThat(merge.get("base").asText()).isEqualTo(base);
    assertThat(team.git("status", "--porcelain")).isEmpty();
    HeaderTree result = NetbsdTree.patches(team).withBareIdents(NetbsdTree.headers(team));
    HeaderTree expected = NetbsdTree.patched(team, release, published(release));
    assertThat(result.paths()).as(release).isEqualTo(expected.paths());
    assertThat(result.paths())
        .as(release)
        .allMatch(path -> result.get(path).equals(expected.get(path)));
    return new Step(merge.get("conflicts").size(), byGit.conflicts().size());
  }

  private static HeaderTree published(String release) {
    Path copy = folder.resolve("published-" + release);
    if (!Files.exists(copy)) {
      team.git("worktree", "add", "-q", "--detach", copy.toString(), "upstream/xen/" + release);
    }
    return FileTrees.read(copy.resolve(P));
  }

  @Test
  void nothingConflictsAndWhatComesOutIsTheReleaseWithThePatches() throws IOException {
    String start = team.id("HEAD");
    List<Step> jumps = new ArrayList<>();
    for (String release : RELEASES) {
      jumps.add(merge("3.1.0", release));
      team.git("reset", "-q", "--hard", start);
    }
    List<String> rows = new ArrayList<>();
    String base = "3.1.0";
    for (String release : RELEASES) {
      Step step = merge(base, release);
      Step jump = jumps.get(rows.size());
      rows.add("| " + release + " | " + step.cells() + " | " + jump.cells() + " |");
      base = release;
    }
    team.git().requireSound();
    team.git("reset", "-q", "--hard", start);
    assertTable(rows);
  }

  private static void assertTable(List<String> rows) throws IOException {
    Path page = Project.FOLDER.resolve("docs/walk.md");
    String text = Files.readString(page);
    String table = rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    if (GoldenFiles.WRITE) {
      String updated = text.replaceAll("(?m)^\\| [34]\\.\\d.*\n", "").replace(HEAD, HEAD + table);
      Files.write(page, updated.getBytes(StandardCharsets.UTF_8));
    } else {
      assertThat(text).contains(table);
    }
  }

  /** The interface version is a line that upstream changed with nearly every release. */
  @Test
  void anUndeclaredEditInALineThatUpstreamChangedIsTheOnlyConflict() {
    String start = team.id("HEAD");
    String path = P + "/xen-compat.h";
    String line = "#define __XEN_LATEST_INTERFACE_VERSION__ 0x00030205";
    String text = team.read(path);
    assertThat(text).contains(line);
    team.write(path, text.replace(line, line + " /* what we are at */"));
    team.commitAll("An edit that nobody declared");

    for (String release : List.of("3.2.0", "3.3.0", "4.0.0", "4.21.1")) {
      JsonNode merge = team.json("merge", release, "--dry-run");
      assertThat(merge.get("conflicts")).as(release).hasSize(1);
      assertThat(merge.at("/conflicts/0/path").asText()).isEqualTo(path);
      assertThat(merge.at("/conflicts/0/hunks")).hasSize(1);
    }
    team.git("reset", "-q", "--hard", start);
  }
}
