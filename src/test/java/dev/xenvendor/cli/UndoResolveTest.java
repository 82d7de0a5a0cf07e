package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UndoResolveTest {

  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "io/ring.h --take local, io/ring.h",
    "io/ring.h --hunk 2-4 --take vendor, 3",
    "io/ring.h --hunk all --take base, 3",
    "3.1 --take local, io/ring.h",
    "hvm/vmx_assist.h --take vendor, 1",
    "--all-suggested, ''",
    "--cause ident-line --take suggested, ''",
  })
  void whatWasResolvedIsInConflictAgain(String resolve, String undo) {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    String before = stateOf(team);

    team.xenvendor(("resolve " + resolve).split(" ")).exits(0);
    assertThat(stateOf(team)).isNotEqualTo(before);
    team.xenvendor(("resolve --undo " + undo).strip().split(" ")).exits(0);

    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void whatGitAddResolvedComesBackToo() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    String before = stateOf(team);
    team.write(RING, "/* settled by hand */\n");
    team.git("add", RING);

    team.xenvendor("resolve", "--undo", "io/ring.h").exits(0);

    assertThat(stateOf(team)).isEqualTo(before);
  }

  @Test
  void whereNothingIsResolvedNothingIsUndone() {
    TeamRepository team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
    String before = stateOf(team);

    assertThat(team.xenvendor("resolve", "--undo").exits(2).err()).contains("no conflict is");
    assertThat(team.xenvendor("resolve", "--undo", "99").exits(2).err()).contains("99");
    assertThat(team.xenvendor("resolve", "--undo", "3", "--take", "local").exits(2).err())
        .contains("--undo takes paths and numbers only");
    assertThat(stateOf(team)).isEqualTo(before);
  }

  /** Every stage of the index and every file of the work tree. */
  private static String stateOf(TeamRepository team) {
    return team.lines("ls-files", "--stage", "--resolve-undo") + team.stateButResolutions();
  }
}
