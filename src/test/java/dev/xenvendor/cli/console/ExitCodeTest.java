package dev.xenvendor.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.problem.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ExitCodeTest {

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(Problem.usage("x"), 2),
        Arguments.of(Problem.inputFile("x"), 3),
        Arguments.of(Problem.repository("x"), 4),
        Arguments.of(Problem.unavailable("x"), 5));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyKindOfProblemHasTheCodeThatIsDocumented(Problem problem, int code) {
    assertThat(ExitCode.of(problem)).isEqualTo(code);
  }

  @Test
  void theOtherCodesAreThoseDocumented() {
    assertThat(new int[] {ExitCode.DONE, ExitCode.FINDING, ExitCode.BUG}).containsExactly(0, 1, 70);
  }
}
