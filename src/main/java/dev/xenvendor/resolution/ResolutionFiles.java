package dev.xenvendor.resolution;

import static dev.xenvendor.yaml.YamlText.line;

import dev.xenvendor.merge.Conflict;
import dev.xenvendor.merge.Side;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.tree.FileMode;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.yaml.SchemaVersion;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A resolution as a folder of files: {@code about.yaml}, and the texts in {@code base}, {@code
 * local}, {@code vendor} and {@code result}. Those of a second path in the same conflict end in
 * {@code -2}.
 */
public final class ResolutionFiles {

  private static final HeaderPath ABOUT = new HeaderPath("about.yaml");
  private static final String RESULT = "result";

  /** No conflict spans more: a file that three sides have at three paths. */
  private static final int MOST_PATHS = 3;

  private static final long MOST_ABOUT = 1 << 16;

  private ResolutionFiles() {}

  public static Map<HeaderPath, HeaderFile> write(ResolutionStore.Entry entry) {
    ConflictTexts texts = entry.settled().texts();
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    files.put(ABOUT, HeaderFile.regular(about(texts, entry.settlement())));
    int number = 0;
    for (Map.Entry<HeaderPath, Map<Side, HeaderFile>> path : texts.sides().entrySet()) {
      String suffix = suffix(++number);
      path.getValue()
          .forEach((side, file) -> files.put(new HeaderPath(side.word() + suffix), file));
      Optional.ofNullable(entry.settled().results().get(path.getKey()))
          .ifPresent(file -> files.put(new HeaderPath(RESULT + suffix), file));
    }
    return files;
  }

  private static String suffix(int number) {
    return number == 1 ? "" : "-" + number;
  }

  private static byte[] about(ConflictTexts texts, ResolutionOrigin settlement) {
    StringBuilder out = new StringBuilder("schema: 1\n");
    line(out, "kind", texts.kind());
    texts.patch().ifPresent(patch -> line(out, "patch", patch));
    line(out, "number", String.valueOf(texts.number()));
    line(out, "count", String.valueOf(texts.count()));
    out.append(
        texts.sides().keySet().stream()
            .map(path -> YamlText.scalar(path.value()))
            .collect(Collectors.joining(", ", "paths: [", "]\n")));
    line(out, "by", settlement.by().toString());
    settlement.commit().ifPresent(id -> line(out, "commit", id.hex()));
    settlement.release().ifPresent(version -> line(out, "release", version.text()));
    settlement.base().ifPresent(version -> line(out, "base", version.text()));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a resolution that anybody may have written.
   *
   * @param mostBytes how large a text may be
   * @throws IllegalArgumentException if it is not what {@link #write} makes, with the reason
   * @throws dev.xenvendor.problem.Problem if {@code about.yaml} is not readable
   */
  public static KeptResolution read(GitId id, HeaderTree folder, long mostBytes) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    folder.files().forEach(files::put);
    HeaderFile about = required(Optional.ofNullable(files.remove(ABOUT)), MOST_ABOUT);
    YamlMapping top = YamlDocument.read(ABOUT.value(), about.bytes());
    SchemaVersion.require(top);
    SortedMap<HeaderPath, Map<Side, HeaderFile>> sides = new TreeMap<>();
    SortedMap<HeaderPath, HeaderFile> results = new TreeMap<>();
    int number = 0;
    for (HeaderPath path : paths(top)) {
      String suffix = suffix(++number);
      Map<Side, HeaderFile> at = new EnumMap<>(Side.class);
      for (Side side : Side.values()) {
        taken(files, side.word() + suffix, mostBytes).ifPresent(file -> at.put(side, file));
      }
      sides.put(path, at);
      taken(files, RESULT + suffix, mostBytes).ifPresent(file -> results.put(path, file));
    }
    if (!files.isEmpty()) {
      throw new IllegalArgumentException("it has a file " + files.keySet().iterator().next());
    }
    ResolvedTexts settled = new ResolvedTexts(texts(top, sides), results);
    if (settled.hasMarkers()) {
      throw new IllegalArgumentException("its result holds conflict markers");
    }
    return new KeptResolution(id, settled, settlement(top));
  }

  private static List<HeaderPath> paths(YamlMapping top) {
    List<HeaderPath> paths =
        top.get("paths").list().stream().map(node -> node.as(HeaderPath::new)).toList();
    if (paths.isEmpty() || paths.size() > MOST_PATHS) {
      throw new IllegalArgumentException("it is of " + paths.size() + " paths");
    }
    return paths;
  }

  private static Optional<HeaderFile> taken(
      Map<HeaderPath, HeaderFile> files, String name, long mostBytes) {
    return Optional.ofNullable(files.remove(new HeaderPath(name)))
        .map(file -> required(Optional.of(file), mostBytes));
  }

  private static HeaderFile required(Optional<HeaderFile> file, long mostBytes) {
    HeaderFile there =
        file.orElseThrow(() -> new IllegalArgumentException("it has no " + ABOUT.value()));
    if (there.mode() == FileMode.GITLINK) {
      throw new IllegalArgumentException("it holds a submodule");
    }
    if (there.size() > mostBytes) {
      throw new IllegalArgumentException(
          "one of its texts has " + there.size() + " bytes, more than the " + mostBytes + " read");
    }
    return there;
  }

  private static ConflictTexts texts(
      YamlMapping top, SortedMap<HeaderPath, Map<Side, HeaderFile>> sides) {
    String kind = top.get("kind").text();
    if (kind.equals(ConflictTexts.HUNK)) {
      boolean isHunk =
          sides.size() == 1
              && sides.values().stream().allMatch(texts -> texts.size() == Side.values().length);
      if (!isHunk) {
        throw new IllegalArgumentException("it lacks a text of the hunk");
      }
    } else {
      Conflict.Kind.ofWord(kind);
    }
    return new ConflictTexts(
        kind,
        top.find("patch").map(node -> node.text()),
        top.get("number").as(Integer::valueOf),
        top.get("count").as(Integer::valueOf),
        sides);
  }

  private static ResolutionOrigin settlement(YamlMapping top) {
    return new ResolutionOrigin(
        top.get("by").as(Committer::of),
        top.find("commit").map(node -> node.as(GitId::of)),
        top.find("release").map(node -> node.as(Version::new)),
        top.find("base").map(node -> node.as(Version::new)));
  }
}
