package dev.xenvendor.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xenvendor.downstream.MergeState.NotedConflict;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MergeStateYamlTest {

  private static final GitId HEAD = GitId.of("0123456789abcdef0123456789abcdef01234567");

  static Stream<MergeState> states() {
    MergeState first =
        new MergeState(
            "xen",
            new Version("3.1.0"),
            Optional.empty(),
            HEAD,
            Optional.empty(),
            new Labels("base: \"none\"", "local #1 \\ BSD", "vendor Xen 3.1.0"),
            List.of());
    List<NotedConflict> everyKind =
        Arrays.stream(Conflict.Kind.values())
            .map(
                kind ->
                    new NotedConflict(
                        kind,
                        HeaderPath.of("sys/xen/a: " + kind.word()),
                        List.of(HeaderPath.of("sys/xen/a"), HeaderPath.of("sys/xen/- b"))))
            .toList();
    MergeState second =
        new MergeState(
            "xen",
            new Version("3.3.0"),
            Optional.of(new Version("3.1")),
            HEAD,
            Optional.of(HEAD),
            new Labels("base Xen 3.1", "local NetBSD", "vendor Xen 3.3.0"),
            everyKind);
    return Stream.of(first, second);
  }

  @ParameterizedTest
  @MethodSource("states")
  void whatIsWrittenIsReadBack(MergeState state) {
    assertThat(MergeStateYaml.read("f", MergeStateYaml.write(state))).isEqualTo(state);
  }

  @Test
  void anUnknownKindOfConflictIsRefusedAtItsPlace() {
    byte[] written = MergeStateYaml.write(states().skip(1).findFirst().orElseThrow());
    String text = new String(written, StandardCharsets.UTF_8).replace("kind: binary", "kind: b");
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> MergeStateYaml.read("f", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(problem.text()).matches("f:\\d+:11: not a kind of conflict: b");
  }
}
