package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} answers where no C compiler can be asked. */
final class CheckWithoutCompilerTest {

  private static final String RULES = "does-not-compile,cross-abi-mismatch,abi-changed";
  private static final String CALLBACK = TeamRepository.PREFIX + "/callback.h";
  private static final String PROFILE = "vendor/sample/vendor.yaml";

  @TempDir Path folder;
  private TeamRepository team;

  @BeforeEach
  void settled() {
    team = PatchedTeam.settled(folder, "3.2.0", "3.3.0");
  }

  private void profile(String more) {
    team.write(PROFILE, team.read(PROFILE) + more);
  }

  @Test
  void aRuleThatIsAnErrorIsNotAnswered() {
    assertThat(team.withoutCompiler("check", "--rule", RULES).exits(5).out())
        .contains("error    does-not-compile     skipped, no C compiler: CC is /no/compiler")
        .contains("error    cross-abi-mismatch   skipped, no C compiler");
  }

  @Test
  void aRuleThatIsNoErrorDoesNotCount() {
    profile("check: {does-not-compile: warning, cross-abi-mismatch: off}\n");
    assertThat(team.withoutCompiler("check", "--rule", RULES).exits(0).out())
        .contains("warning  does-not-compile     skipped, no C compiler");
  }

  @Test
  void anErrorThatIsProvedComesFirst() {
    team.write(CALLBACK, team.read(CALLBACK) + "#define CALLBACK_OWN 1\n");
    assertThat(team.withoutCompiler("check").exits(1).out())
        .contains("undeclared-change", "skipped, no C compiler");
  }

  @Test
  void thatItCouldNotBeAnsweredBeforeIsNoAnswerNow() {
    assertThat(team.withoutCompiler("check", "--since", "HEAD").exits(5).out())
        .contains("skipped, no C compiler");
  }

  @Test
  void aCompilerThatDoesNotWorkIsNone() {
    assertThat(team.withCompiler("/bin/true", "check", "--rule", RULES).exits(5).out())
        .contains("is not a C compiler");
  }
}
