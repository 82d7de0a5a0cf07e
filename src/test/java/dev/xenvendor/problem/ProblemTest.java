package dev.xenvendor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.problem.Problem.Kind;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProblemTest {

  static Stream<Arguments> makers() {
    return Stream.of(
        maker(Problem::usage, Kind.USAGE),
        maker(Problem::inputFile, Kind.INPUT_FILE),
        maker(Problem::repository, Kind.REPOSITORY),
        maker(Problem::unavailable, Kind.UNAVAILABLE));
  }

  private static Arguments maker(Function<String, Problem> maker, Kind kind) {
    return Arguments.of(maker, kind);
  }

  @ParameterizedTest
  @MethodSource("makers")
  void aHintAndACauseLeaveTheRestAsItIs(Function<String, Problem> maker, Kind kind) {
    IOException cause = new IOException("no route");
    for (Problem problem :
        new Problem[] {
          maker.apply("it is gone").hint("look for it").because(cause),
          maker.apply("it is gone").because(cause).hint("look for it")
        }) {
      assertThat(problem.kind()).isEqualTo(kind);
      assertThat(problem.text()).isEqualTo("it is gone");
      assertThat(problem.hint()).contains("look for it");
      assertThat(problem).hasCause(cause);
    }
  }

  @Test
  void aPlaceBeginsTheTextAndStays() {
    FilePlace place = new FilePlace("vendor.yaml", 3, 1);
    Problem problem = Problem.inputFile(place, "wrong").hint("mend it").after("release 3.3.0");
    assertThat(problem.text()).isEqualTo("release 3.3.0: vendor.yaml:3:1: wrong");
    assertThat(problem.because(new IOException()).place()).contains(place);
    assertThat(FilePlace.of("vendor.yaml")).hasToString("vendor.yaml");
    assertThat(Problem.inputFile("wrong").place()).isEmpty();
  }

  @Test
  void withoutAHintThereIsNone() {
    assertThat(Problem.usage("no").hint()).isEmpty();
    assertThat(Problem.usage("no")).hasNoCause();
  }
}
