package dev.xenvendor.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.source.BuiltInConfig;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

final class SimpleYamlTest {

  private static final String TEXT =
      """
      # What it is: facts
      schema: 1
      committer: "Jörg A <a@example.org> 1270640277 +0100"
      files:
        a/b.h: {mode: 100644, size: 17}
        "c d.h":
          types:
            "struct page": [a, b, c]
            none: []
            number: -1
        empty: {}
      # The end follows
      last: x
      """;

  private static final String INSERTED = " \n\t:,-#\"'{}[]&*!|>%@`?ab1~\\é\u2028\u0085\ufeff";

  /** What the nodes are, and where. */
  private static String described(Node node) {
    String place = YamlNode.place("f", node) + " ";
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .map(tuple -> described(tuple.getKeyNode()) + ": " + described(tuple.getValueNode()))
          .collect(Collectors.joining(", ", place + '{', "}"));
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(SimpleYamlTest::described)
          .collect(Collectors.joining(", ", place + '[', "]"));
    }
    ScalarNode scalar = (ScalarNode) node;
    return place + (scalar.isPlain() ? scalar.getValue() : '"' + scalar.getValue() + '"');
  }

  private static Optional<String> simple(String text) {
    return SimpleYaml.compose("f", text).map(SimpleYamlTest::described);
  }

  private static String byLibrary(String text) {
    try {
      return described(YamlDocument.compose("f", text));
    } catch (Problem e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void composesTheNodesThatTheLibraryComposes() {
    assertThat(simple(TEXT)).contains(byLibrary(TEXT));
  }

  @Test
  void composesARecordedInterface() {
    VendorConfig xen = VendorConfig.load("xen", new BuiltInConfig(), new BuiltInConfig());
    byte[] recorded = xen.findInterface(new Version("4.0.0")).orElseThrow().bytes();
    String text = new String(recorded, StandardCharsets.UTF_8);
    assertThat(simple(text).orElseThrow().equals(byLibrary(text))).isTrue();
  }

  /** Whatever a hand does to the text, it is composed as by the library, or not at all. */
  @Test
  void composesAnEditedFileAsTheLibraryDoesOrNotAtAll() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String text = edited(random);
      simple(text).ifPresent(nodes -> assertThat(nodes).as(text).isEqualTo(byLibrary(text)));
    }
  }

  private static String edited(Random random) {
    StringBuilder text = new StringBuilder(TEXT);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
        default -> text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a: b",
        "a: b\r\n",
        "a: b # c\n",
        "a: two words\n",
        "a: 'b'\n",
        "a: ~\n",
        "a:\n",
        "a:\n- b\n",
        "a: \"\\n\"\n",
        "a: {b: c,d: e}\n",
        "a: [b, [c]]\n",
        "a: &x b\n",
        "a: b\n  c: d\n",
        "a:\n    b: c\n  d: e\n",
        "--- \na: b\n"
      })
  void leavesWhatTheProgramDoesNotWriteToTheLibrary(String text) {
    assertThat(simple(text)).isEmpty();
  }
}
