package dev.xenvendor.vendor;

import static dev.xenvendor.vendor.VendorYaml.checked;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.problem.Nearest;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The keys of {@code vendor.yaml} that only some commands need. Their values are checked whenever
 * the file is read, so that a mistake in one shows at once and not on the day it matters.
 */
final class ToolKeys {

  private static final List<String> TARGETS = List.of("i386", "x86_64");
  private static final List<String> SEVERITIES = List.of("error", "warning", "off");
  private static final List<String> RULES =
      List.of(
          "vendor-not-pristine",
          "merge-record",
          "undeclared-change",
          "patch-missing",
          "conflict-marker",
          "does-not-compile",
          "cross-abi-mismatch",
          "undefined-name",
          "release-skipped",
          "merge-pending",
          "patch-adopted",
          "unknown-file",
          "abi-changed",
          "removed-but-used",
          "newer-than-baseline");

  private static final Map<String, Consumer<YamlNode>> ABI =
      Map.of(
          "targets", node -> each(node, ToolKeys::target),
          "interface-versions", node -> each(node, ToolKeys::interfaceVersion),
          "prelude", YamlNode::texts,
          "include-dirs", ToolKeys::includeFolders,
          "provided", node -> each(node, ToolKeys::name),
          "pairs", node -> node.list().forEach(ToolKeys::pair));

  private ToolKeys() {}

  static void check(YamlMapping top) {
    top.find("cvs").ifPresent(ToolKeys::cvs);
    top.find("baseline").ifPresent(node -> node.as(Version::new));
    top.find("consumers").ifPresent(VendorYaml::globs);
    top.find("abi").ifPresent(ToolKeys::abi);
    top.find("check").ifPresent(ToolKeys::rules);
  }

  private static void cvs(YamlNode node) {
    YamlMapping cvs = node.mapping().allow("vendor-tag", "release-tag");
    cvs.find("vendor-tag").ifPresent(tag -> tag.as(ToolKeys::cvsTag));
    cvs.find("release-tag").ifPresent(tag -> tag.as(ToolKeys::cvsTagPattern));
  }

  private static String cvsTag(String text) {
    return checked(
        text,
        t -> t.matches("[A-Za-z][A-Za-z0-9_-]*"),
        "not a tag of CVS: '" + text + "' (letters, digits, '-' and '_')");
  }

  private static String cvsTagPattern(String text) {
    String tag = text.replace(Vendor.VERSION, "1");
    checked(
        text,
        t -> tag.length() + Vendor.VERSION.length() == t.length() + 1,
        "not a pattern for tags: '" + text + "' (it must hold {version} once)");
    return cvsTag(tag);
  }

  private static void abi(YamlNode node) {
    YamlMapping abi = node.mapping().allow(ABI.keySet().toArray(String[]::new));
    ABI.forEach((key, check) -> abi.find(key).ifPresent(check));
  }

  private static void each(YamlNode list, Consumer<YamlNode> check) {
    list.list().forEach(check);
  }

  private static void target(YamlNode node) {
    node.as(text -> oneOf(text, TARGETS, "target"));
  }

  private static void interfaceVersion(YamlNode node) {
    node.as(
        text ->
            checked(
                text,
                t -> t.matches("0x[0-9a-fA-F]{1,8}"),
                "not an interface version: '" + text + "' (hexadecimal, e.g. 0x00030209)"));
  }

  private static void includeFolders(YamlNode node) {
    node.mapping().entries().values().forEach(folder -> folder.as(VendorYaml::folder));
  }

  private static void name(YamlNode node) {
    node.as(
        text -> checked(text, t -> t.matches("[A-Za-z_]\\w*"), "not a name in C: '" + text + "'"));
  }

  private static void pair(YamlNode node) {
    YamlMapping pair = node.mapping().allow("type", "on", "equals", "of");
    pair.get("type").text();
    target(pair.get("on"));
    pair.get("equals").text();
    target(pair.get("of"));
  }

  private static void rules(YamlNode node) {
    YamlMapping rules = node.mapping().allow(RULES.toArray(String[]::new));
    rules.entries().values().forEach(ToolKeys::rule);
  }

  /** A severity, or that with what is allowed and why. */
  private static void rule(YamlNode node) {
    if (!node.isMapping()) {
      severity(node);
      return;
    }
    YamlMapping rule = node.mapping().allow("severity", "allow");
    rule.find("severity").ifPresent(ToolKeys::severity);
    rule.find("allow").ifPresent(list -> each(list, ToolKeys::exception));
  }

  private static void severity(YamlNode node) {
    node.as(text -> oneOf(text, SEVERITIES, "severity"));
  }

  private static void exception(YamlNode node) {
    YamlMapping exception = node.mapping().allow("path", "reason");
    exception.find("path").ifPresent(path -> path.as(HeaderPath::new));
    exception.get("reason").text();
  }

  private static String oneOf(String text, Collection<String> words, String what) {
    String nearest = Nearest.to(text, words).map(n -> ", did you mean '" + n + "'?").orElse("");
    return checked(
        text,
        words::contains,
        "'" + text + "' is no " + what + nearest + " (" + String.join(", ", words) + ")");
  }
}
