package dev.xenvendor.profile;

import static dev.xenvendor.profile.VendorYaml.checked;

import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.Limits;
import dev.xenvendor.tree.PathGlob;
import dev.xenvendor.tree.PathSet;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the keys of {@code vendor.yaml} that only some commands need. It is done whenever the file
 * is read, so that a mistake in one shows at once and not on the day it matters.
 */
final class CheckSettingsYaml {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern MACRO = Pattern.compile("[A-Za-z_]\\w*(\\([\\w, .]*\\))?");

  private CheckSettingsYaml() {}

  static CheckSettings read(YamlMapping top) {
    return new CheckSettings(
        top.find("baseline").map(node -> node.as(Version::new)),
        PathSet.of(top.find("consumers").map(VendorYaml::globs).orElse(List.of()), List.of()),
        top.find("abi").map(CheckSettingsYaml::abi).orElse(AbiSettings.DEFAULT),
        top.find("check").map(CheckSettingsYaml::rules).orElse(Map.of()),
        top.find("limits").map(LimitsYaml::read).orElse(Limits.DEFAULT));
  }

  private static AbiSettings abi(YamlNode node) {
    YamlMapping abi =
        node.mapping()
            .allow(
                "targets",
                "interface-versions",
                "defines",
                "headers",
                "prelude",
                "include-dirs",
                "provided",
                "pairs");
    return new AbiSettings(
        abi.find("targets")
            .map(list -> once(list, CheckSettingsYaml::target))
            .orElse(AbiSettings.TARGETS),
        abi.find("interface-versions")
            .map(list -> once(list, CheckSettingsYaml::interfaceVersion))
            .orElse(List.of()),
        abi.find("defines").map(CheckSettingsYaml::defines).orElse(Map.of()),
        abi.find("headers")
            .map(list -> PathSet.of(VendorYaml.globs(list), List.of()))
            .orElse(AbiSettings.NO_HEADERS),
        abi.find("prelude").map(YamlNode::texts).orElse(List.of()),
        abi.find("include-dirs").map(CheckSettingsYaml::includeFolders).orElse(Map.of()),
        Set.copyOf(
            abi.find("provided")
                .map(list -> once(list, CheckSettingsYaml::name))
                .orElse(List.of())),
        abi.find("pairs").map(list -> each(list, CheckSettingsYaml::pair)).orElse(List.of()));
  }

  private static <T> List<T> each(YamlNode list, Function<YamlNode, T> reader) {
    return list.list().stream().map(reader).toList();
  }

  /** For words only: to compare records takes Java a while to get ready for, in every run. */
  private static List<String> once(YamlNode list, Function<YamlNode, String> reader) {
    return each(list, reader).stream().distinct().toList();
  }

  private static String target(YamlNode node) {
    return node.as(text -> oneOf(text, AbiSettings.TARGETS, "target"));
  }

  private static String interfaceVersion(YamlNode node) {
    return node.as(
        text ->
            checked(
                text,
                t -> t.matches("0x[0-9a-fA-F]{1,8}"),
                "not an interface version: '" + text + "' (hexadecimal, e.g. 0x00030209)"));
  }

  private static Map<String, Optional<String>> defines(YamlNode node) {
    Map<String, Optional<String>> defines = new HashMap<>();
    YamlMapping mapping = node.mapping();
    mapping
        .entries()
        .forEach(
            (name, value) -> {
              requireMacro(name, mapping.key(name));
              defines.put(name, value.isNull() ? Optional.empty() : Optional.of(value.text()));
            });
    return defines;
  }

  private static void requireMacro(String name, YamlNode key) {
    if (!MACRO.matcher(name).matches()) {
      throw key.problem("not a macro of C: '" + name + "' (a name, or a name with parameters)");
    }
    if (name.equals(InterfaceVersion.MACRO)) {
      throw key.problem(name + " is what interface-versions is for");
    }
  }

  private static Map<String, HeaderPath> includeFolders(YamlNode node) {
    Map<String, HeaderPath> folders = new HashMap<>();
    node.mapping()
        .entries()
        .forEach((name, folder) -> folders.put(name, folder.as(VendorYaml::folder)));
    return folders;
  }

  private static String name(YamlNode node) {
    return node.as(
        text -> checked(text, t -> NAME.matcher(t).matches(), "not a name in C: '" + text + "'"));
  }

  private static AbiSettings.Pair pair(YamlNode node) {
    YamlMapping pair = node.mapping().allow("type", "target", "on", "equals", "of");
    // YAML 1.1 takes a plain "on" for a boolean, so that other tools spoil the key.
    Optional<YamlNode> old = pair.find("on");
    if (old.isPresent() && pair.find("target").isPresent()) {
      throw pair.key("on").problem("'on' is the old name of 'target', which is also present");
    }
    return new AbiSettings.Pair(
        pair.get("type").text(),
        target(old.orElseGet(() -> pair.get("target"))),
        pair.get("equals").text(),
        target(pair.get("of")));
  }

  private static Map<Rule, RuleSettings> rules(YamlNode node) {
    String[] words = Arrays.stream(Rule.values()).map(Rule::word).toArray(String[]::new);
    Map<Rule, RuleSettings> rules = new EnumMap<>(Rule.class);
    node.mapping()
        .allow(words)
        .entries()
        .forEach((word, rule) -> rules.put(Rule.ofWord(word).orElseThrow(), rule(rule)));
    return rules;
  }

  /** A severity, or that with what is allowed and why. */
  private static RuleSettings rule(YamlNode node) {
    if (!node.isMapping()) {
      return new RuleSettings(Optional.of(severity(node)), List.of());
    }
    YamlMapping rule = node.mapping().allow("severity", "allow");
    return new RuleSettings(
        rule.find("severity").map(CheckSettingsYaml::severity),
        rule.find("allow").map(list -> each(list, CheckSettingsYaml::allowance)).orElse(List.of()));
  }

  private static Severity severity(YamlNode node) {
    List<String> words = Arrays.stream(Severity.values()).map(Severity::word).toList();
    return node.as(text -> Severity.ofWord(oneOf(text, words, "severity")).orElseThrow());
  }

  private static Allowance allowance(YamlNode node) {
    YamlMapping allowed = node.mapping().allow("path", "name", "reason");
    return new Allowance(
        allowed.find("path").map(path -> path.as(PathGlob::new)),
        allowed.find("name").map(YamlNode::text),
        allowed.get("reason").text(),
        node.line());
  }

  private static String oneOf(String text, Collection<String> words, String what) {
    if (words.contains(text)) {
      return text;
    }
    String nearest =
        SpellingSuggestion.to(text, words).map(n -> ", did you mean '" + n + "'?").orElse("");
    throw new IllegalArgumentException(
        "'" + text + "' is no " + what + nearest + " (" + String.join(", ", words) + ")");
  }
}
