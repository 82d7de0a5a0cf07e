package dev.xenvendor.profile;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.PathSet;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code vendor.yaml}. */
public final class VendorYaml {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/{}-]*[A-Za-z0-9}]");

  private VendorYaml() {}

  public static Vendor read(String fileName, byte[] utf8) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    SchemaVersion.require(top);
    top.allow(
        "schema",
        "name",
        "local",
        "upstream",
        "license",
        "prefix",
        "include",
        "exclude",
        "branch",
        "tag",
        "cvs",
        "baseline",
        "consumers",
        "abi",
        "check",
        "limits");
    String name = top.get("name").as(VendorYaml::name);
    YamlMapping upstream = top.get("upstream").mapping().allow("url", "path", "tag");
    return new Vendor(
        name,
        top.find("local").map(YamlNode::text),
        new Upstream(
            upstream.get("url").text(),
            upstream.get("path").as(HeaderPath::new),
            upstream.find("tag").map(VendorYaml::tags).orElseGet(() -> UpstreamTags.usual(name))),
        top.find("license")
            .map(node -> node.mapping().allow("file").get("file").as(HeaderPath::new)),
        top.get("prefix").as(VendorYaml::folder),
        files(top),
        top.find("branch").map(node -> node.as(VendorYaml::ref)).orElse("upstream/" + name),
        top.find("tag")
            .map(node -> node.as(VendorYaml::tagPattern))
            .orElse("upstream/" + name + "/" + Vendor.VERSION),
        CvsTagsYaml.read(top, name),
        CheckSettingsYaml.read(top));
  }

  private static UpstreamTags tags(YamlNode patterns) {
    return new UpstreamTags(
        patterns.oneOrMore().stream().map(pattern -> pattern.as(VendorYaml::upstreamTag)).toList());
  }

  /** Unlike the tree's own tags, upstream's may be the bare version. */
  private static TagPattern upstreamTag(String text) {
    TagPattern pattern = new TagPattern(text);
    checked(
        text,
        t -> isRef(t.replace(TagPattern.VERSION, "1.0")),
        "not a pattern for tags: '" + text + "'");
    return pattern;
  }

  private static PathSet files(YamlMapping top) {
    List<String> include = globs(top, "include", List.of("**"));
    List<String> exclude = globs(top, "exclude", List.of());
    return PathSet.of(include, exclude);
  }

  private static List<String> globs(YamlMapping top, String key, List<String> byDefault) {
    return top.find(key).map(VendorYaml::globs).orElse(byDefault);
  }

  static List<String> globs(YamlNode list) {
    for (YamlNode glob : list.list()) {
      glob.as(text -> PathSet.of(List.of(text), List.of()));
    }
    return list.texts();
  }

  private static String name(String text) {
    return checked(
        text,
        t -> NAME.matcher(t).matches(),
        "not a vendor's name: '" + text + "' (lower-case letters, digits and '-')");
  }

  /** A folder may be written with a slash at its end. */
  static HeaderPath folder(String text) {
    return new HeaderPath(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  private static String ref(String text) {
    return checked(text, VendorYaml::isRef, "not a branch's name: '" + text + "'");
  }

  private static String tagPattern(String text) {
    return checked(
        text,
        t ->
            isRef(t)
                && t.indexOf(Vendor.VERSION) == t.lastIndexOf(Vendor.VERSION)
                && t.contains(Vendor.VERSION),
        "not a pattern for tags: '" + text + "' (it must contain {version} once)");
  }

  private static boolean isRef(String text) {
    return REF.matcher(text).matches()
        && !text.contains("..")
        && !text.contains("//")
        && !text.contains("/.")
        && !text.endsWith(".lock");
  }

  static String checked(String text, Function<String, Boolean> test, String message) {
    if (!test.apply(text)) {
      throw new IllegalArgumentException(message);
    }
    return text;
  }
}
