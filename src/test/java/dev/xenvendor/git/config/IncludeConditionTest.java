package dev.xenvendor.git.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IncludeConditionTest {

  private static final IncludeCondition REPOSITORY =
      new IncludeCondition(
          new File("/home/ann/src/tree/.git"),
          "feature/xen",
          new File("/home/ann"),
          new File("/home/ann/src"),
          List.of("https://example.org/os.git"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitdir:/home/ann/src/tree/.git",
        "gitdir:~/src/",
        "gitdir:~/**/tree/.git",
        "gitdir:src/",
        "gitdir:tree/.git",
        "gitdir:./tree/",
        "gitdir:/home/*/s?c/",
        "gitdir/i:SRC/Tree/",
        "onbranch:feature/",
        "onbranch:feature/xen",
        "onbranch:**/xen",
        "hasconfig:remote.*.url:https://example.org/**",
      })
  void holds(String condition) {
    assertThat(REPOSITORY.test(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitdir:/home/ann/src",
        "gitdir:SRC/",
        "gitdir:rc/",
        "gitdir:/home/*/.git",
        "onbranch:feature",
        "onbranch:feature/x",
        "onbranch:*",
        "hasconfig:remote.*.url:https://example.com/**",
        "hasconfig:user.name:x",
        "whatever:tree",
        "tree",
        "",
      })
  void doesNotHold(String condition) {
    assertThat(REPOSITORY.test(condition)).isFalse();
  }
}
