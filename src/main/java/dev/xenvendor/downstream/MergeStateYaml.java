package dev.xenvendor.downstream;

import static dev.xenvendor.yaml.YamlText.line;

import dev.xenvendor.downstream.MergeState.NotedConflict;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Labels;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import dev.xenvendor.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps a {@link MergeState} in git's own folder, from one command to the next. */
public final class MergeStateYaml {

  private MergeStateYaml() {}

  public static MergeState read(String fileName, byte[] utf8) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    SchemaVersion.require(top);
    YamlMapping labels = top.get("labels").mapping();
    return new MergeState(
        top.get("vendor").text(),
        top.get("release").as(Version::new),
        top.find("base").map(node -> node.as(Version::new)),
        top.get("head").as(GitId::of),
        top.find("other-parent").map(node -> node.as(GitId::of)),
        new Labels(
            labels.get("base").text(), labels.get("local").text(), labels.get("vendor").text()),
        top.get("conflicts").list().stream().map(node -> conflict(node.mapping())).toList());
  }

  private static NotedConflict conflict(YamlMapping node) {
    List<YamlNode> paths = node.get("paths").list();
    return new NotedConflict(
        node.get("kind").as(Conflict.Kind::ofWord),
        node.get("path").as(HeaderPath::new),
        paths.stream().map(path -> path.as(HeaderPath::new)).toList(),
        node.find("patch").map(id -> new InapplicablePatch(id.text(), node.get("reason").text())));
  }

  public static byte[] write(MergeState state) {
    StringBuilder out = new StringBuilder("schema: 1\n");
    line(out, "vendor", state.vendor());
    line(out, "release", state.release().text());
    state.base().ifPresent(base -> line(out, "base", base.text()));
    line(out, "head", state.head().hex());
    state.otherParent().ifPresent(parent -> line(out, "other-parent", parent.hex()));
    out.append("labels:\n");
    line(out, "  base", state.labels().base());
    line(out, "  local", state.labels().local());
    line(out, "  vendor", state.labels().vendor());
    out.append("conflicts:");
    out.append(state.conflicts().isEmpty() ? " []\n" : "\n");
    for (NotedConflict conflict : state.conflicts()) {
      line(out, "  - kind", conflict.kind().word());
      line(out, "    path", conflict.path().value());
      out.append("    paths:\n");
      conflict.paths().forEach(path -> item(out, "      -", path));
      conflict
          .lost()
          .ifPresent(
              lost -> {
                line(out, "    patch", lost.id());
                line(out, "    reason", lost.reason());
              });
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void item(StringBuilder out, String dash, HeaderPath path) {
    out.append(dash).append(' ').append(YamlText.scalar(path.value())).append('\n');
  }
}
