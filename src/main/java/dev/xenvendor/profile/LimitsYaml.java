package dev.xenvendor.profile;

import dev.xenvendor.tree.Limits;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import java.time.Duration;

/** Reads {@code limits} of {@code vendor.yaml}: sizes in MiB, times in seconds. */
final class LimitsYaml {

  private static final int MEBI = 1 << 20;

  private LimitsYaml() {}

  static Limits read(YamlNode node) {
    YamlMapping limits =
        node.mapping()
            .allow(
                "header-size",
                "nesting",
                "macro-expansion",
                "parser-time",
                "compiler-time",
                "compiler-memory");
    Limits usual = Limits.DEFAULT;
    return new Limits(
        MEBI * number(limits, "header-size", usual.fileBytes() / MEBI),
        usual.pathLength(),
        usual.pathDepth(),
        (int) number(limits, "nesting", usual.nesting()),
        number(limits, "macro-expansion", usual.expansion()),
        Duration.ofSeconds(number(limits, "parser-time", usual.parserTime().toSeconds())),
        Duration.ofSeconds(number(limits, "compiler-time", usual.compilerTime().toSeconds())),
        MEBI * number(limits, "compiler-memory", usual.compilerBytes() / MEBI));
  }

  private static long number(YamlMapping limits, String key, long usual) {
    return limits.find(key).map(node -> node.as(LimitsYaml::number)).orElse(usual);
  }

  private static long number(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("not a whole number above 0: '" + text + "'");
    }
    return Long.parseLong(text);
  }
}
