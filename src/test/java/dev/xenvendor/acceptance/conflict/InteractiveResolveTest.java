package dev.xenvendor.acceptance.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code resolve --interactive}, with the answers on standard input. */
@Tag("slow")
final class InteractiveResolveTest {

  private static final String VMX = TeamRepository.PREFIX + "/hvm/vmx_assist.h";
  private static final String RING = TeamRepository.PREFIX + "/io/ring.h";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void merge() {
    team = TeamRepository.imported(folder, "3.3.0");
    team.xenvendor("merge").exits(1);
  }

  private Run answer(String answers, String... chosen) {
    String[] arguments = new String[chosen.length + 2];
    arguments[0] = "resolve";
    arguments[1] = "--interactive";
    System.arraycopy(chosen, 0, arguments, 2, chosen.length);
    return team.xenvendor(answers, arguments).exits(0);
  }

  private String state() {
    return team.lines("ls-files", "--stage", "--resolve-undo") + team.stateButResolutions();
  }

  @Test
  void whatIsAnsweredIsTheSameAsItsCommand() {
    String before = state();
    answer("suggested\nn\nn\nv\nl\nq\n");
    String answered = state();
    team.xenvendor("resolve", "--undo").exits(0);
    assertThat(state()).isEqualTo(before);

    team.xenvendor("resolve", "1", "--take", "suggested").exits(0);
    team.xenvendor("resolve", "3.1", "--take", "vendor").exits(0);
    team.xenvendor("resolve", "3.2", "--take", "local").exits(0);

    assertThat(answered).isEqualTo(state());
  }

  @Test
  void theEndOfTheAnswersKeepsWhatWasDecided() {
    Run run = answer("l\n");
    assertThat(run.out())
        .startsWith("\n1  " + VMX + "  modify/delete\n")
        .contains("(1/11) Take [s,l,v,n,k,q,?]? " + VMX + ": took local. It is resolved.\n")
        .contains("(2/11) Take [s,l,v,b,e,n,k,q,?]? ")
        .endsWith("10 left to decide in 3 files.\nnext: xenvendor conflicts\n");
    assertThat(team.lines("ls-files", "--unmerged", VMX)).isEmpty();
  }

  @Test
  void backReopensTheOneBefore() {
    String before = state();
    answer("l\nk\nq\n");
    assertThat(state()).isEqualTo(before);
    answer("n\nn\nn\nv\nv\nk\nk\nq\n");
    assertThat(state()).isEqualTo(before);
    assertThat(answer("k\nq\n").out()).contains("This is the first one.");
  }

  @Test
  void whatIsNotPossibleIsAskedAgain() {
    String before = state();
    Run run = answer("b\nboth\nnonsense\n?\n\nq\n");
    assertThat(run.out().split("\\(1/11\\) Take", -1)).hasSize(7);
    assertThat(run.out())
        .contains("v - take the vendor's text\n")
        .doesNotContain("b - take base's text");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void onlyWhatIsNamedIsAsked() {
    assertThat(answer("v\n", "3.2").out()).contains("(1/1) Take").doesNotContain("3.1");
    assertThat(answer("q\n", "--kind", "modify/delete").out()).contains("(1/1) Take");
    assertThat(team.xenvendor("resolve", "-i", "io/none.h").exits(2).err()).contains("io/none.h");
  }

  @Test
  void anEditedFileIsResolvedOnceNoMarkerIsLeft() {
    team.git("config", "core.editor", "true");
    Run unchanged = team.withEditor("true", "e\nq\n", "resolve", "-i", "io/ring.h");
    assertThat(unchanged.out().split("\\(1/8\\) Take", -1)).hasSize(3);
    assertThat(team.lines("ls-files", "--unmerged", RING)).hasSize(3);

    String editor = "sh -c 'echo \"/* ours */\" >\"$1\"' -";
    team.git("config", "core.editor", editor); // where the test runs in the program's own process
    Run edited = team.withEditor(editor, "e\n", "resolve", "-i", "io/ring.h");

    assertThat(edited.out()).endsWith("3 left to decide in 3 files.\nnext: xenvendor conflicts\n");
    assertThat(team.lines("ls-files", "--unmerged", RING)).isEmpty();
    assertThat(team.git("show", ":" + RING)).isEqualTo("/* ours */");
  }

  @Test
  void otherOptionsAreRefused() {
    String before = state();
    assertThat(team.xenvendor("resolve", "-i", "--take", "local").exits(2).err())
        .contains("--interactive asks what to take");
    assertThat(team.xenvendor("resolve", "-i", "--undo").exits(2).err()).contains("--interactive");
    assertThat(team.xenvendor("--format", "json", "resolve", "-i").exits(2).out())
        .contains("--interactive prints text only");
    assertThat(state()).isEqualTo(before);
  }
}
