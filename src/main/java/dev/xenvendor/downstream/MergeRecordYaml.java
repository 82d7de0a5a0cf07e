package dev.xenvendor.downstream;

import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads and writes {@code merged.yaml}. */
public final class MergeRecordYaml {

  private MergeRecordYaml() {}

  public static MergeRecord read(String fileName, byte[] utf8) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    SchemaVersion.require(top);
    top.allow("schema", "vendor", "release", "commit", "tree", "moved", "files");
    return new MergeRecord(
        top.get("vendor").text(),
        top.get("release").as(Version::new),
        top.get("commit").as(GitId::of),
        top.get("tree").as(GitId::of),
        top.find("moved").map(node -> moved(node.mapping())).orElse(Map.of()),
        () -> files(top));
  }

  private static Map<HeaderPath, HeaderPath> moved(YamlMapping listed) {
    Map<HeaderPath, HeaderPath> moved = new TreeMap<>();
    listed
        .entries()
        .forEach(
            (from, to) -> moved.put(listed.key(from).as(HeaderPath::new), to.as(HeaderPath::new)));
    return moved;
  }

  private static SortedMap<HeaderPath, RecordedFile> files(YamlMapping top) {
    SortedMap<HeaderPath, RecordedFile> files = new TreeMap<>();
    YamlMapping listed = top.get("files").mapping();
    listed
        .entries()
        .forEach(
            (name, node) -> {
              YamlMapping file = node.mapping().allow("pristine", "patched");
              GitId pristine = file.get("pristine").as(GitId::of);
              GitId patched = file.find("patched").map(n -> n.as(GitId::of)).orElse(pristine);
              files.put(listed.key(name).as(HeaderPath::new), new RecordedFile(pristine, patched));
            });
    return files;
  }

  public static byte[] write(MergeRecord record) {
    StringBuilder out = new StringBuilder();
    out.append("# The release that was merged last. Written by xenvendor with every merge;\n");
    out.append("# it decides the base of the next one.\n");
    out.append("schema: 1\n");
    out.append("vendor: ").append(record.vendor()).append('\n');
    out.append("release: ").append(record.release()).append('\n');
    out.append("commit: ").append(record.commit()).append('\n');
    out.append("tree: ").append(record.tree());
    if (!record.moved().isEmpty()) {
      out.append("\nmoved:");
      record
          .moved()
          .forEach(
              (from, to) ->
                  out.append("\n  ")
                      .append(YamlText.scalar(from.value()))
                      .append(": ")
                      .append(YamlText.scalar(to.value())));
    }
    out.append("\nfiles:\n");
    record
        .files()
        .forEach(
            (path, file) -> {
              out.append("  ").append(YamlText.scalar(path.value()));
              out.append(": {pristine: ").append(file.pristine());
              if (!file.patched().equals(file.pristine())) {
                out.append(", patched: ").append(file.patched());
              }
              out.append("}\n");
            });
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }
}
