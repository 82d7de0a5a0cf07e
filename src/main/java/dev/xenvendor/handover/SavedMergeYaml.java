package dev.xenvendor.handover;

import static dev.xenvendor.yaml.YamlText.line;

import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import java.nio.charset.StandardCharsets;

/** Writes what a saved merge is of, and reads it again. */
public final class SavedMergeYaml {

  private SavedMergeYaml() {}

  public static byte[] write(SavedMerge saved) {
    StringBuilder out = new StringBuilder("schema: 1\n");
    line(out, "vendor", saved.vendor());
    saved.release().ifPresent(release -> line(out, "release", release.text()));
    line(out, "branch", saved.branch());
    line(out, "head", saved.head().hex());
    saved.otherParent().ifPresent(parent -> line(out, "other-parent", parent.hex()));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what anybody may have written.
   *
   * @throws dev.xenvendor.problem.Problem if it is not readable, or of a later version
   */
  public static SavedMerge read(String name, Committer by, byte[] utf8) {
    YamlMapping top = YamlDocument.read("saved.yaml", utf8);
    SchemaVersion.require(top);
    return new SavedMerge(
        name,
        by,
        top.get("vendor").text(),
        top.find("release").map(node -> node.as(Version::new)),
        top.get("branch").text(),
        top.get("head").as(GitId::of),
        top.find("other-parent").map(node -> node.as(GitId::of)));
  }
}
