package dev.xenvendor.acceptance.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge in progress goes from one clone to another through a repository that both push to. */
@Tag("slow")
final class HandOverTest {

  private static final String PLATFORM = TeamRepository.PREFIX + "/platform.h";

  private static final String CALLBACK = TeamRepository.PREFIX + "/callback.h";

  private static final String REF = HandOverClones.REF;

  @TempDir Path folder;

  private HandOverClones clones;

  private TeamRepository home;

  private TeamRepository away;

  @BeforeEach
  void makeTwoClones() {
    clones = new HandOverClones(folder);
    home = clones.home();
    away = clones.away();
  }

  @Test
  void whatIsFinishedElsewhereIsTheSameTree() {
    clones.begin();

    String saved = clones.handOver();

    assertThat(HandOverClones.stateOf(away))
        .isEqualTo(saved)
        .isEqualTo(HandOverClones.stateOf(home));
    assertThat(HandOverClones.message(away)).isEqualTo(HandOverClones.message(home));
    HandOverClones.finish(home);
    HandOverClones.finish(away);
    assertThat(away.id("HEAD^{tree}")).isEqualTo(home.id("HEAD^{tree}"));
    assertThat(away.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ", 2)[1])
        .isEqualTo(home.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ", 2)[1]);
    assertThat(away.git("log", "-1", "--format=%B"))
        .isEqualTo(home.git("log", "-1", "--format=%B"));
    assertThat(away.git("status", "--porcelain")).isEmpty();
    clones.requireSound();
  }

  @Test
  void everyCommandGoesOnElsewhere() {
    clones.begin();
    clones.handOver();

    assertThat(away.json("conflicts")).isEqualTo(home.json("conflicts"));
    for (TeamRepository clone : List.of(home, away)) {
      clone.xenvendor("resolve", "--undo", "io/ring.h").exits(0);
      clone.xenvendor("resolve", "io/protocols.h", "--take", "vendor").exits(0);
      clone.xenvendor("resolve", "--undo", "io/protocols.h").exits(0);
    }

    assertThat(HandOverClones.stateOf(away)).isEqualTo(HandOverClones.stateOf(home));
  }

  @Test
  void abortWorksInBothPlaces() {
    String before = HandOverClones.stateOf(home);
    clones.begin();
    clones.handOver();

    for (TeamRepository clone : List.of(home, away)) {
      Run abort = clone.xenvendor("merge", "--abort").exits(0);
      assertThat(abort.out()).contains("xenvendor merge --resume help ");
      assertThat(HandOverClones.stateOf(clone)).isEqualTo(before);
      assertThat(clone.git("status", "--porcelain")).isEmpty();
    }
    away.xenvendor("merge", "--resume", "help").exits(0);
    clones.requireSound();
  }

  /** Git must not take a file for unchanged whose content is not what the index holds. */
  @Test
  void whatIsNotAddedYetIsNotAddedElsewhere() {
    home.xenvendor("merge").exits(1);
    home.write(PLATFORM, home.read(PLATFORM) + "/* later */\n");
    home.git("rm", "-q", "--cached", CALLBACK);
    home.git("update-index", "--chmod=+x", TeamRepository.PREFIX + "/xen.h");
    home.write("NEW", "new\n");
    home.git("add", "NEW");
    home.write("NEW", "newer\n");

    clones.handOver();

    assertThat(away.git("diff", "--name-status")).isEqualTo(home.git("diff", "--name-status"));
    assertThat(away.git("diff", "--cached", "--raw"))
        .isEqualTo(home.git("diff", "--cached", "--raw"));
    assertThat(away.read("NEW")).isEqualTo("newer\n");
  }

  @Test
  void aHeaderThatGitDoesNotTrackIsNamed() {
    home.xenvendor("merge").exits(1);
    home.write(TeamRepository.PREFIX + "/mine.h", "/* mine */\n");

    JsonNode saved = home.json("merge", "--save", "help");

    assertThat(saved.path("untracked")).hasSize(1);
    assertThat(home.xenvendor("merge", "--save", "other").exits(0).out())
        .contains("mine.h is not saved");
  }

  @Test
  void savingChangesNothingButTheRef() {
    clones.begin();
    String before = HandOverClones.stateOf(home);

    home.xenvendor("merge", "--save", "help").exits(0);
    String first = home.id(REF);

    assertThat(HandOverClones.stateOf(home)).isEqualTo(before);
    assertThat(home.json("merge", "--save", "help").path("new").asBoolean()).isFalse();
    assertThat(home.id(REF)).isEqualTo(first);
    assertThat(home.json("merge").path("message").asText()).contains("already in progress");
    home.xenvendor("resolve", "io/protocols.h", "--take", "local").exits(0);
    home.xenvendor("merge", "--save", "help").exits(0);
    home.git("merge-base", "--is-ancestor", first, REF);
  }

  @Test
  void itGoesThereAndBack() {
    clones.begin();
    clones.handOver();
    away.xenvendor("resolve", "io/protocols.h", "--take", "vendor").exits(0);
    away.xenvendor("merge", "--save", "help").exits(0);
    away.git("push", "-q", "origin", REF);
    home.xenvendor("merge", "--abort").exits(0);

    home.git("fetch", "-q", "origin", REF + ":" + REF);
    home.xenvendor("merge", "--resume", "help").exits(0);

    assertThat(HandOverClones.stateOf(home)).isEqualTo(HandOverClones.stateOf(away));
  }

  @Test
  void aMergeWithoutAncestryStaysWithout() {
    home.xenvendor("merge", "--single-parent").exits(1);

    String saved = clones.handOver();
    assertThat(HandOverClones.stateOf(away)).isEqualTo(saved);
    HandOverClones.settleAll(away);
    away.xenvendor("merge", "--continue").exits(0);

    assertThat(away.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(2);
  }

  @Test
  void aMergeThatPlainGitBeganIsHandedOver() {
    assertThat(home.git().attempt("merge", "-q", "upstream/sample").exit()).isEqualTo(1);

    String saved = clones.handOver();

    assertThat(HandOverClones.stateOf(away)).isEqualTo(saved);
    assertThat(away.json("conflicts")).isEqualTo(home.json("conflicts"));
    away.git("merge", "--abort");
    assertThat(away.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void inALinkedWorkTree() {
    clones.begin();
    home.xenvendor("merge", "--save", "help").exits(0);
    home.git("worktree", "add", "-q", "--detach", "../linked");
    TeamRepository linked = new TeamRepository(folder.resolve("linked"));

    linked.xenvendor("merge", "--resume", "help").exits(0);

    assertThat(HandOverClones.stateOf(linked)).isEqualTo(HandOverClones.stateOf(home));
    linked.xenvendor("merge", "--abort").exits(0);
    assertThat(home.json("status").path("conflicts").asInt()).isPositive();
  }

  @Test
  void statusNamesWhatIsSaved() {
    clones.begin();
    clones.handOver();
    away.xenvendor("merge", "--abort").exits(0);

    Run status = away.xenvendor("status").exits(0);

    assertThat(status.out())
        .contains("Saved     help, 3.3.0 onto ")
        .contains("merge --resume help");
    assertThat(home.xenvendor("status").out()).contains("Saved ").doesNotContain("--resume");
    assertThat(away.json("status").path("saved").path(0).path("name").asText()).isEqualTo("help");
  }
}
