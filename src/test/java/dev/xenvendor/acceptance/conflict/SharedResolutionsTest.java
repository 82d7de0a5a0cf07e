package dev.xenvendor.acceptance.conflict;

import static dev.xenvendor.acceptance.conflict.ResolvedTeam.inConflict;
import static dev.xenvendor.acceptance.conflict.ResolvedTeam.resolveAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded resolutions are fetched, pushed and united; what a stranger pushed is not trusted. */
@Tag("slow")
final class SharedResolutionsTest {

  @TempDir Path folder;

  private static final String REF = "refs/xenvendor/resolutions/sample";

  private static final String FETCH =
      "+refs/xenvendor/resolutions/*:refs/xenvendor/remotes/origin/resolutions/*";

  @Test
  void othersReuseWhatTheyFetch() {
    TeamRepository team = inConflict(folder);
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("branch", "upstream/sample", "origin/upstream/sample");
    resolveAll(team);
    team.xenvendor("merge", "--continue").exits(0);
    other.git("reset", "-q", "--hard", team.id("HEAD^"));

    other.xenvendor("merge", "--dry-run").exits(1);
    other.git("fetch", "-q", "origin", FETCH);
    other.xenvendor("merge").exits(0);

    assertThat(other.git("rev-parse", "HEAD^{tree}"))
        .isEqualTo(team.git("rev-parse", "HEAD^{tree}"));
    assertThat(other.id(REF)).isEqualTo(team.id(REF));
  }

  @Test
  void afterThePrintedCommandEveryFetchGetsThem() {
    TeamRepository team = inConflict(folder);
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("branch", "upstream/sample", "origin/upstream/sample");
    String printed = other.xenvendor("merge", "--dry-run").exits(1).out();
    String command =
        printed
            .lines()
            .filter(line -> line.contains("git config --add "))
            .map(line -> line.replaceFirst("^.*?git config", "git config"))
            .map(line -> line.replaceFirst(" {5}.*", ""))
            .findFirst()
            .orElseThrow();
    Programs.execute(other.folder(), Map.of(), List.of("sh", "-c", command)).exits(0);

    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    other.git("fetch", "-q");

    assertThat(other.json("resolutions").path("resolutions")).hasSize(1);
    assertThat(other.xenvendor("merge", "--dry-run").exits(1).out())
        .contains("resolved as on 20")
        .doesNotContain("git config");
  }

  @Test
  void resolutionsOfTwoPeopleUnite() {
    TeamRepository team = inConflict(folder);
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("branch", "upstream/sample", "origin/upstream/sample");
    other.xenvendor("merge").exits(1);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    other.xenvendor("resolve", "io/ring.h", "--hunk", "3", "--take", "vendor").exits(0);
    other.git("fetch", "-q", "origin", FETCH);

    assertThat(other.json("resolutions").path("resolutions")).hasSize(2);
    other.xenvendor("resolve", "io/ring.h", "--hunk", "4", "--take", "vendor").exits(0);

    assertThat(other.json("resolutions").path("resolutions")).hasSize(3);
    other.git("push", "-q", "origin", REF);
    assertThat(team.json("resolutions").path("resolutions")).hasSize(3);
    other.git().requireSound();
  }

  @Test
  void whatIsForgottenIsAskedAgainAndStaysForgotten() {
    TeamRepository team = inConflict(folder);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    TeamRepository other = team.clone(folder.resolve("other"));
    other.git("fetch", "-q", "origin", FETCH);
    String id = other.json("resolutions").path("resolutions").path(0).path("id").asText();

    other.xenvendor("resolutions", "forget", id.substring(0, 7)).exits(0);

    assertThat(other.json("resolutions").path("resolutions")).isEmpty();
    assertThat(other.xenvendor("resolutions", "forget", id).exits(2).err()).contains(id);
    assertThat(other.xenvendor("resolutions", "show", "zz").exits(2).err()).contains("zz");
  }

  @ParameterizedTest
  @CsvSource({
    "result, '<<<<<<< local\na\n=======\nb\n>>>>>>> vendor\n'",
    "result-2, 'another file\n'",
    "vendor, 'another text\n'",
    "about.yaml, 'schema: 1\n'",
    "about.yaml, 'schema: 1\nkind: hunk\nnumber: 1\ncount: 1\npaths: [../../../etc/passwd]\n'",
  })
  void whatAStrangerWroteIsNamedAndNotUsed(String file, String text) {
    TeamRepository team = inConflict(folder);
    team.xenvendor("resolve", "io/ring.h", "--hunk", "2", "--take", "local").exits(0);
    team.xenvendor("merge", "--abort").exits(0);
    replaceEntry(team, file, text.replace("\\n", "\n"));

    Run merge = team.xenvendor("merge", "--dry-run").exits(1);

    assertThat(merge.out()).contains("is not used: ").doesNotContain("resolved as on");
    assertThat(team.xenvendor("resolutions").exits(1).out()).contains("damaged: ");
    JsonNode damaged = team.xenvendor("--format", "json", "resolutions").json().path("damaged");
    team.xenvendor("resolutions", "forget", damaged.path(0).path("id").asText()).exits(0);
    team.xenvendor("resolutions").exits(0);
  }

  /** Puts another file into the only entry, under a name that agrees with it. */
  private static void replaceEntry(TeamRepository team, String file, String text) {
    String folder = team.git("ls-tree", "-d", "-r", "--name-only", REF).lines().toList().get(1);
    String blob = team.hash(text);
    team.git("read-tree", "--prefix=entry/", REF + ":" + folder);
    team.git("update-index", "--add", "--cacheinfo", "100644," + blob + ",entry/" + file);
    String tree = team.git("write-tree", "--prefix=entry/").strip();
    team.git("reset", "-q", "--hard");
    String name = folder.substring(0, folder.indexOf('-') + 1) + tree;
    team.git("read-tree", "--empty");
    team.git("read-tree", "--prefix=" + name + "/", tree);
    String all = team.git("write-tree").strip();
    team.git("reset", "-q", "--hard");
    team.git("update-ref", REF, team.git("commit-tree", "-m", "Forged", all).strip());
  }
}
