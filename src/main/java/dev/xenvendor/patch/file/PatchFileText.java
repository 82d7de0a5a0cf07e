package dev.xenvendor.patch.file;

import dev.xenvendor.patch.LocalPatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The file of a local patch as its author wrote it, in which single keys are rewritten. */
public final class PatchFileText {

  private final List<String> lines;

  private PatchFileText(byte[] yaml) {
    this.lines =
        new ArrayList<>(List.of(new String(yaml, StandardCharsets.UTF_8).split("(?<=\n)")));
  }

  /**
   * Returns the file of a patch with another change or other releases; all the rest stays as it is.
   *
   * @param before the patch as the file declares it
   */
  public static byte[] rewritten(byte[] yaml, LocalPatch before, LocalPatch after) {
    byte[] text = yaml;
    if (!before.change().equals(after.change())) {
      text = new PatchFileText(text).with("change", PatchWriter.changeText(after.change()));
    }
    if (!before.releases().equals(after.releases())) {
      text = new PatchFileText(text).with("releases", PatchWriter.releasesText(after.releases()));
    }
    return text;
  }

  /** Replaces a key; inserts a new one before the change. */
  private byte[] with(String key, String value) {
    String written = isCrLf() ? value.replace("\n", "\r\n") : value;
    int begin = line(key);
    if (begin < 0) {
      lines.add(Math.max(0, line("change")), written);
    } else {
      int end = begin + 1;
      while (end < lines.size() && lines.get(end).matches("(?s)([ \\t].*|\\r?\\n)")) {
        end++;
      }
      lines.subList(begin, end).clear();
      lines.add(begin, written);
    }
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }

  private boolean isCrLf() {
    return lines.get(0).endsWith("\r\n");
  }

  private int line(String key) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key + ":")) {
        return i;
      }
    }
    return -1;
  }
}
