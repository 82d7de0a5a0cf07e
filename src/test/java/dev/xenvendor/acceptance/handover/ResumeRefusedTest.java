package dev.xenvendor.acceptance.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code merge --resume} refuses what it cannot restore and names the next command. */
@Tag("slow")
final class ResumeRefusedTest {

  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";
  private static final String REF = HandOverClones.REF;

  private HandOverClones clones;
  private TeamRepository home;
  private TeamRepository away;

  @BeforeEach
  void makeTwoClones(@TempDir Path folder) {
    clones = new HandOverClones(folder);
    home = clones.home();
    away = clones.away();
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

    assertThat(HandOverClones.stateOf(away)).isEqualTo(HandOverClones.stateOf(home));
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

    assertThat(home.xenvendor("merge", "--save=" + name).exits(2).err())
        .contains("not a name for a saved merge: ");
    assertThat(home.git("for-each-ref", "refs/xenvendor/saved")).isEmpty();
  }
}
