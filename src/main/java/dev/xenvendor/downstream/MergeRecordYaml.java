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
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes {@code merged.yaml}. */
public final class MergeRecordYaml {

  private static final String FILES = "\nfiles:\n";

  /** A line of the list of files as it is written here. */
  private static final Pattern FILE =
      Pattern.compile(
          "  ([A-Za-z0-9][A-Za-z0-9_./+-]*): \\{pristine: ([0-9a-f]{40})"
              + "(?:, patched: ([0-9a-f]{40}))?\\}");

  private MergeRecordYaml() {}

  public static MergeRecord read(String fileName, byte[] utf8) {
    // The list of files is as long as the tree, and most readers only want what stands before it.
    int files = beginOfFiles(utf8);
    YamlMapping top = YamlDocument.read(fileName, Arrays.copyOf(utf8, files));
    SchemaVersion.require(top);
    top.allow("schema", "vendor", "release", "commit", "tree", "moved", "files");
    return new MergeRecord(
        top.get("vendor").text(),
        top.get("release").as(Version::new),
        top.get("commit").as(GitId::of),
        top.get("tree").as(GitId::of),
        top.find("moved").map(node -> moved(node.mapping())).orElse(Map.of()),
        () ->
            Optional.of(new String(utf8, files, utf8.length - files, StandardCharsets.UTF_8))
                .filter(list -> !list.isEmpty())
                .flatMap(MergeRecordYaml::listed)
                .orElseGet(() -> all(fileName, utf8)));
  }

  /** Where the list of files begins as it is written here, or else the end. */
  private static int beginOfFiles(byte[] utf8) {
    byte[] line = FILES.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at + line.length <= utf8.length; at++) {
      if (Arrays.equals(utf8, at, at + line.length, line, 0, line.length)) {
        return at + 1;
      }
    }
    return utf8.length;
  }

  private static SortedMap<HeaderPath, RecordedFile> all(String fileName, byte[] utf8) {
    return files(YamlDocument.read(fileName, utf8));
  }

  /**
   * The list as it is written here, read in a small part of the time that YAML in general takes;
   * empty where it looks otherwise, since somebody edited it.
   */
  private static Optional<SortedMap<HeaderPath, RecordedFile>> listed(String list) {
    SortedMap<HeaderPath, RecordedFile> files = new TreeMap<>();
    Iterator<String> lines = list.lines().skip(1).iterator();
    while (lines.hasNext()) {
      Matcher file = FILE.matcher(lines.next());
      if (!file.matches()) {
        return Optional.empty();
      }
      GitId pristine = GitId.of(file.group(2));
      GitId patched = file.group(3) == null ? pristine : GitId.of(file.group(3));
      if (files.put(new HeaderPath(file.group(1)), new RecordedFile(pristine, patched)) != null) {
        return Optional.empty(); // the reader of YAML says where the second one is
      }
    }
    return Optional.of(files);
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
    out.append(FILES);
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
