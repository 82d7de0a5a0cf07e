package dev.xenvendor.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonTest {

  private static void everything(Json json) {
    json.put("command", "merge")
        .put("files", 56L)
        .put("clean", false)
        .put("skipped", List.of("3.2.0"))
        .put("none", List.of())
        .object("base", base -> base.put("release", "3.1.0"))
        .objects(
            "conflicts",
            List.of("io/ring.h", "io/xs_wire.h"),
            (path, conflict) -> conflict.put("path", path));
  }

  @Test
  void aLineHoldsTheWholeObject() {
    assertThat(Json.line(JsonTest::everything))
        .isEqualTo(
            """
            {"command":"merge","files":56,"clean":false,"skipped":["3.2.0"],"none":[],\
            "base":{"release":"3.1.0"},\
            "conflicts":[{"path":"io/ring.h"},{"path":"io/xs_wire.h"}]}""");
  }

  @Test
  void aDocumentIsIndentedAndEndsItsLastLine() {
    assertThat(Json.document(JsonTest::everything))
        .isEqualTo(
            """
            {
              "command" : "merge",
              "files" : 56,
              "clean" : false,
              "skipped" : [
                "3.2.0"
              ],
              "none" : [ ],
              "base" : {
                "release" : "3.1.0"
              },
              "conflicts" : [
                {
                  "path" : "io/ring.h"
                },
                {
                  "path" : "io/xs_wire.h"
                }
              ]
            }
            """);
  }

  @Test
  void anEmptyOptionalLeavesItsKeyOut() {
    assertThat(Json.line(json -> json.put("a", Optional.empty()).put("b", Optional.of(1))))
        .isEqualTo("{\"b\":\"1\"}");
  }

  @Test
  void textIsEscapedWhereItMust() {
    assertThat(Json.line(json -> json.put("a", "\" \\ \n \u0001 \u00e9 \u4e16")))
        .isEqualTo("{\"a\":\"\\\" \\\\ \\n \\u0001 \u00e9 \u4e16\"}");
  }
}
