package dev.xenvendor.release;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** In what a file is not the one that a manifest records. */
public enum FileDifference {
  MODE("mode"),
  LINE_ENDS("line ends"),
  KEYWORD("expanded keyword"),
  CONTENT("content"),
  MISSING("missing"),
  EXTRA("extra");

  /** A keyword as RCS, CVS and Subversion expand it. */
  private static final Pattern EXPANDED = Pattern.compile("\\$([A-Za-z]+):[^$\n]*\\$");

  private final String word;

  FileDifference(String word) {
    this.word = word;
  }

  /** Returns what it is called in messages. */
  public String word() {
    return word;
  }

  /** Returns what it is called in JSON. */
  public String id() {
    return word.replace(' ', '-');
  }

  /** Counts differences by kind, as in {@code 3 line ends, 1 missing}; a single one by its word. */
  public static String summary(SortedMap<HeaderPath, FileDifference> differences) {
    if (differences.size() == 1) {
      return differences.values().iterator().next().word();
    }
    Map<FileDifference, Long> counts =
        differences.values().stream()
            .collect(
                Collectors.groupingBy(
                    d -> d, () -> new EnumMap<>(FileDifference.class), Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().word())
        .collect(Collectors.joining(", "));
  }

  /** In what a file differs that is known to differ. */
  static FileDifference of(Optional<ManifestFile> pinned, Optional<HeaderFile> file) {
    if (file.isEmpty()) {
      return MISSING;
    }
    return pinned.map(recorded -> between(recorded, file.get())).orElse(EXTRA);
  }

  private static FileDifference between(ManifestFile pinned, HeaderFile file) {
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    if (isText(pinned, text)) {
      return MODE;
    }
    String lf = text.replace("\r\n", "\n");
    if (isText(pinned, lf) || isText(pinned, lf.replace("\n", "\r\n"))) {
      return LINE_ENDS;
    }
    return isText(pinned, EXPANDED.matcher(text).replaceAll("\\$$1\\$")) ? KEYWORD : CONTENT;
  }

  private static boolean isText(ManifestFile pinned, String latin1) {
    return HeaderFile.regular(latin1.getBytes(StandardCharsets.ISO_8859_1))
        .hasDigests(pinned.blob(), pinned.sha256());
  }
}
