package dev.xenvendor.downstream;

import dev.xenvendor.downstream.MergeRecord.RecordedFile;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads and writes {@code merged.yaml}. */
public final class MergeRecordYaml {

  private static final byte[] FILES = "\nfiles:\n".getBytes(StandardCharsets.US_ASCII);

  private MergeRecordYaml() {}

  public static MergeRecord read(String fileName, byte[] utf8) {
    int list = endOfHead(utf8);
    Optional<RecordLines> lines =
        list < 0
            ? Optional.empty()
            : RecordLines.in(Arrays.copyOfRange(utf8, list + FILES.length, utf8.length));
    return lines
        .map(l -> read(head(fileName, utf8, list), l::files).storedAs(l))
        .orElseGet(() -> readWhole(fileName, utf8));
  }

  /** Returns where the list of files begins that ends a record; -1 where it does not. */
  private static int endOfHead(byte[] utf8) {
    for (int at = 0; at + FILES.length <= utf8.length; at++) {
      if (utf8[at] == '\n' && Arrays.equals(utf8, at, at + FILES.length, FILES, 0, FILES.length)) {
        return at;
      }
    }
    return -1;
  }

  private static YamlMapping head(String fileName, byte[] utf8, int end) {
    return YamlDocument.read(fileName, Arrays.copyOf(utf8, end + 1));
  }

  private static MergeRecord readWhole(String fileName, byte[] utf8) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    return read(top, () -> files(top));
  }

  private static MergeRecord read(
      YamlMapping top, Supplier<SortedMap<HeaderPath, RecordedFile>> files) {
    SchemaVersion.require(top);
    top.allow("schema", "vendor", "release", "commit", "tree", "moved", "files");
    return new MergeRecord(
        top.get("vendor").text(),
        top.get("release").as(Version::new),
        top.get("commit").as(GitId::of),
        top.get("tree").as(GitId::of),
        top.find("moved").map(node -> moved(node.mapping())).orElse(Map.of()),
        files);
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(out.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(FILES);
    bytes.writeBytes(record.lines().text());
    return bytes.toByteArray();
  }
}
