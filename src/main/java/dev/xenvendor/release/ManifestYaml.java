package dev.xenvendor.release;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.SchemaComment;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import dev.xenvendor.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and writes {@code releases/<version>.yaml}. */
public final class ManifestYaml {

  private ManifestYaml() {}

  public static Manifest read(String fileName, byte[] utf8) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    SchemaVersion.require(top);
    top.allow("schema", "version", "ref", "commit", "committer", "tree", "files");
    SortedMap<HeaderPath, ManifestFile> files = new TreeMap<>();
    YamlMapping listed = top.get("files").mapping();
    for (Map.Entry<String, YamlNode> entry : listed.entries().entrySet()) {
      HeaderPath path = listed.key(entry.getKey()).as(HeaderPath::new);
      files.put(path, file(entry.getValue().mapping()));
    }
    return new Manifest(
        top.get("version").as(Version::new),
        top.find("ref").map(YamlNode::text),
        top.find("commit").map(node -> node.as(GitId::of)),
        top.find("committer").map(node -> node.as(Committer::of)),
        top.get("tree").as(GitId::of),
        files);
  }

  private static ManifestFile file(YamlMapping file) {
    file.allow("mode", "size", "blob", "sha256");
    return new ManifestFile(
        file.get("mode").as(FileMode::ofOctal),
        file.get("size").as(Long::parseLong),
        file.get("blob").as(GitId::of),
        file.get("sha256").text());
  }

  public static byte[] write(String title, Manifest manifest) {
    return write(title, "Written by `xenvendor releases pin`.", manifest);
  }

  /** The manifest of a release that was imported before anybody had pinned it. */
  public static byte[] writeOfFirstUse(String title, Manifest manifest) {
    return write(title, "As imported first, not compared with upstream since.", manifest);
  }

  private static byte[] write(String title, String origin, Manifest manifest) {
    String what = "# What " + title + " is: facts, no header text. ";
    return (SchemaComment.of("manifest") + what + origin + "\n" + body(manifest))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Everything but the comment on top. */
  private static String body(Manifest manifest) {
    StringBuilder out = new StringBuilder();
    line(out, "schema", SchemaVersion.CURRENT);
    line(out, "version", manifest.version().text());
    manifest.ref().ifPresent(ref -> line(out, "ref", YamlText.scalar(ref)));
    manifest.commit().ifPresent(commit -> line(out, "commit", commit.hex()));
    manifest
        .committer()
        .ifPresent(committer -> line(out, "committer", YamlText.scalar(committer.toString())));
    line(out, "tree", manifest.tree().hex());
    out.append("files:\n");
    manifest.files().forEach((path, file) -> fileLine(out, path, file));
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String value) {
    out.append(key).append(": ").append(value).append('\n');
  }

  private static void fileLine(StringBuilder out, HeaderPath path, ManifestFile file) {
    out.append("  ").append(YamlText.scalar(path.value()));
    out.append(": {mode: ").append(file.mode().octal());
    out.append(", size: ").append(file.size());
    out.append(", blob: ").append(file.blob());
    out.append(", sha256: ").append(file.sha256()).append("}\n");
  }
}
