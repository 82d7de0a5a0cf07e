package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merge in progress goes from one clone to another through a repository that both push to. */
final class HandOverTest {

  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";
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

    String saved = handOver();

    assertThat(stateOf(away)).isEqualTo(saved).isEqualTo(stateOf(home));
    assertThat(message(away)).isEqualTo(message(home));
    finish(home);
    finish(away);
    assertThat(away.id("HEAD^{tree}")).isEqualTo(home.id("HEAD^{tree}"));
    assertThat(away.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ", 2)[1])
        .isEqualTo(home.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ", 2)[1]);
    assertThat(away.git("log", "-1", "--format=%B"))
        .isEqualTo(home.git("log", "-1", "--format=%B"));
    assertThat(away.git("status", "--porcelain")).isEmpty();
    requireSound();
  }

  @Test
  void everyCommandGoesOnElsewhere() {
    clones.begin();
    handOver();

    assertThat(away.json("conflicts")).isEqualTo(home.json("conflicts"));
    for (TeamRepository clone : List.of(home, away)) {
      clone.xenvendor("resolve", "--undo", "io/ring.h").exits(0);
      clone.xenvendor("resolve", "io/protocols.h", "--take", "vendor").exits(0);
      clone.xenvendor("resolve", "--undo", "io/protocols.h").exits(0);
    }

    assertThat(stateOf(away)).isEqualTo(stateOf(home));
  }

  @Test
  void abortWorksInBothPlaces() {
    String before = stateOf(home);
    clones.begin();
    handOver();

    for (TeamRepository clone : List.of(home, away)) {
      Run abort = clone.xenvendor("merge", "--abort").exits(0);
      assertThat(abort.out()).contains("xenvendor merge --resume help ");
      assertThat(stateOf(clone)).isEqualTo(before);
      assertThat(clone.git("status", "--porcelain")).isEmpty();
    }
    away.xenvendor("merge", "--resume", "help").exits(0);
    requireSound();
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

    handOver();

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
    String before = stateOf(home);

    home.xenvendor("merge", "--save", "help").exits(0);
    String first = home.id(REF);

    assertThat(stateOf(home)).isEqualTo(before);
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
    handOver();
    away.xenvendor("resolve", "io/protocols.h", "--take", "vendor").exits(0);
    away.xenvendor("merge", "--save", "help").exits(0);
    away.git("push", "-q", "origin", REF);
    home.xenvendor("merge", "--abort").exits(0);

    home.git("fetch", "-q", "origin", REF + ":" + REF);
    home.xenvendor("merge", "--resume", "help").exits(0);

    assertThat(stateOf(home)).isEqualTo(stateOf(away));
  }

  @Test
  void aMergeWithoutAncestryStaysWithout() {
    home.xenvendor("merge", "--single-parent").exits(1);

    String saved = handOver();
    assertThat(stateOf(away)).isEqualTo(saved);
    settleAll(away);
    away.xenvendor("merge", "--continue").exits(0);

    assertThat(away.lines("rev-list", "--parents", "-1", "HEAD").get(0).split(" ")).hasSize(2);
  }

  @Test
  void aMergeThatPlainGitBeganIsHandedOver() {
    assertThat(home.git().attempt("merge", "-q", "upstream/sample").exit()).isEqualTo(1);

    String saved = handOver();

    assertThat(stateOf(away)).isEqualTo(saved);
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

    assertThat(stateOf(linked)).isEqualTo(stateOf(home));
    linked.xenvendor("merge", "--abort").exits(0);
    assertThat(home.json("status").path("conflicts").asInt()).isPositive();
  }

  @Test
  void statusNamesWhatIsSaved() {
    clones.begin();
    handOver();
    away.xenvendor("merge", "--abort").exits(0);

    Run status = away.xenvendor("status").exits(0);

    assertThat(status.out())
        .contains("Saved     help, 3.3.0 onto ")
        .contains("merge --resume help");
    assertThat(home.xenvendor("status").out()).contains("Saved ").doesNotContain("--resume");
    assertThat(away.json("status").path("saved").path(0).path("name").asText()).isEqualTo("help");
  }

  @Test
  void onAnotherCommitBothAreNamed() {
    clones.begin();
    clones.share();
    away.write("NEWS", "news\n");
    away.commitAll("Something else");
    String before = away.state();

    Run refused = away.xenvendor("merge", "--resume", "help").exits(4);

    assertThat(refused.err())
        .contains(home.git("rev-parse", "--short=7", "HEAD"))
        .contains(away.git("rev-parse", "--short=7", "HEAD"))
        .contains("hint: git switch -c help ");
    assertThat(away.state()).isEqualTo(before);
  }

  @Test
  void aTrunkThatIsBehindIsMovedForwardFirst() {
    home.write("NEWS", "news\n");
    home.commitAll("Not pushed");
    clones.begin();
    clones.share();

    Run refused = away.xenvendor("merge", "--resume", "help").exits(4);
    String command = refused.err().replaceFirst("(?s).*hint: git (merge --ff-only \\w+),.*", "$1");
    away.git(command.split(" "));
    away.xenvendor("merge", "--resume", "help").exits(0);

    assertThat(stateOf(away)).isEqualTo(stateOf(home));
  }

  @Test
  void withoutTheReleaseTheFetchIsNamed() {
    clones.begin();
    clones.share();
    away.git("branch", "-q", "-D", "upstream/sample");
    away.git("update-ref", "-d", "refs/remotes/origin/upstream/sample");

    Run refused = away.xenvendor("merge", "--resume", "help").exits(4);

    assertThat(refused.err()).contains("hint: git fetch origin upstream/sample:upstream/sample");
  }

  @Test
  void whatIsNotHereIsFetched() {
    clones.begin();
    home.xenvendor("merge", "--save", "help").exits(0);
    home.git("push", "-q", "origin", REF);

    Run absent = away.xenvendor("merge", "--resume", "help").exits(4);
    String command = absent.err().replaceFirst("(?s).*hint: fetch it: git ([^\n]*)\n.*", "$1");
    away.git(command.split(" "));

    assertThat(away.xenvendor("merge", "--resume", "none").exits(4).err())
        .contains("saved here: help (by ")
        .contains("git fetch origin refs/xenvendor/saved/sample/none:");
    away.xenvendor("merge", "--resume", "help").exits(0);
  }

  @Test
  void localWorkIsNotOverwritten() {
    clones.begin();
    clones.share();
    String added = TeamRepository.PREFIX + "/arch-x86/xen-mca.h";
    away.write(added, "mine\n");
    String untracked = away.state();
    assertThat(away.xenvendor("merge", "--resume", "help").exits(4).err()).contains("untracked");
    assertThat(away.state()).isEqualTo(untracked);

    away.git("clean", "-qfd");
    away.write(RING, away.read(RING) + "\n");
    String dirty = away.state();
    away.xenvendor("merge", "--resume", "help").exits(4);
    assertThat(away.state()).isEqualTo(dirty);
    assertThat(home.xenvendor("merge", "--resume", "help").exits(4).err())
        .contains("already in progress");
  }

  @Test
  void thereMustBeAMergeToSave() {
    assertThat(home.xenvendor("merge", "--save", "help").exits(4).err())
        .contains("no merge is in progress");
    home.xenvendor("merge", "--save", "help", "--resume", "help").exits(2);
    home.xenvendor("merge", "--save", "help", "3.3.0").exits(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "-x", "a..b", "a.lock", "a b", "a\nb", "../x", "a.", "$(x)"})
  void aNameIsPartOfTheNameOfARef(String name) {
    home.xenvendor("merge").exits(1);

    assertThat(home.xenvendor("merge", "--save=" + name).exits(2).err()).contains("cannot be");
    assertThat(home.git("for-each-ref", "refs/xenvendor/saved")).isEmpty();
  }

  /** Returns the state that was saved. */
  private String handOver() {
    String saved = stateOf(home);
    clones.share();
    away.xenvendor("merge", "--resume", "help").exits(0);
    return saved;
  }

  private static void finish(TeamRepository clone) {
    clone.xenvendor("resolve", "io/ring.h", "--hunk", "all", "--take", "vendor").exits(0);
    clone.xenvendor("resolve", "io/protocols.h", "--take", "local").exits(0);
    Run end = clone.xenvendor("merge", "--continue").exits(0);
    assertThat(end.out()).contains("git update-ref -d " + REF);
  }

  private static void settleAll(TeamRepository clone) {
    for (JsonNode conflict : clone.json("conflicts").path("conflicts")) {
      clone.xenvendor("resolve", conflict.path("path").asText(), "--take", "vendor").exits(0);
    }
  }

  private void requireSound() {
    home.git().requireSound();
    away.git().requireSound();
    new Git(folder.resolve("shared.git")).requireSound();
  }

  private static String message(TeamRepository clone) {
    return clone.read(".git/MERGE_MSG").replaceAll("(?m)^#.*\n", "");
  }

  /** Every stage of the index, what it remembers of resolved ones, and every file. */
  private static String stateOf(TeamRepository clone) {
    return clone.git("ls-files", "--stage", "--resolve-undo")
        + clone.git("ls-files", "--stage")
        + clone.state().replaceAll("\nrefs/\\S+ [0-9a-f]{40}|^refs/\\S+ [0-9a-f]{40}", "");
  }
}
