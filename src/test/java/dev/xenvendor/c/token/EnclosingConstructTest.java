package dev.xenvendor.c.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EnclosingConstructTest {

  private static final String HEADER =
      """
      #ifndef GUARD_H
      #define GUARD_H
      /* struct in_a_comment { */
      int outside;
      #define PUSH(r) do { \\
          wmb(); \\
        } while (0)
      struct outer {
        int first;
        union {
          int anonymous;
        } named;
      };
      typedef struct {
        int member;
      } alias_t;
      #if defined(__XEN__) || \\
          defined(__XEN_TOOLS__)
      int tools;
      #else
      int guest;
      #endif
      static inline int f(int a)
      {
        return a;
      }
      enum { ONE,
        TWO };
      #endif
      """;

  @Test
  void aLineIsInTheInnermostNamedConstruct() {
    assertThat(around("wmb();")).contains("macro PUSH");
    assertThat(around("int first;")).contains("struct outer");
    assertThat(around("int anonymous;")).contains("union named");
    assertThat(around("int member;")).contains("struct alias_t");
    assertThat(around("return a;")).contains("f()");
  }

  @Test
  void elseItIsInAConditional() {
    assertThat(around("int tools;")).contains("#if defined(__XEN__) || defined(__XEN_TOOLS__)");
    assertThat(around("int guest;")).contains("#else of #if defined(__XEN__) || defined(__XEN_TO…");
  }

  @Test
  void theIncludeGuardAndWhatHasNoNameDoNotCount() {
    assertThat(around("int outside;")).isEmpty();
    assertThat(around("#define PUSH")).isEmpty();
    assertThat(around("struct outer {")).isEmpty();
    assertThat(around("TWO };")).isEmpty();
  }

  @Test
  void aTextThatIsNoCHasNone() {
    assertThat(EnclosingConstruct.at("}}}} #if {".getBytes(UTF_8), 1)).isEmpty();
    assertThat(EnclosingConstruct.at(new byte[0], 7)).isEmpty();
  }

  private static Optional<String> around(String line) {
    int at = HEADER.indexOf(line);
    int number = (int) HEADER.substring(0, at).lines().count();
    boolean isAtStart = at == 0 || HEADER.charAt(at - 1) == '\n';
    return EnclosingConstruct.at(HEADER.getBytes(UTF_8), isAtStart ? number + 1 : number);
  }
}
