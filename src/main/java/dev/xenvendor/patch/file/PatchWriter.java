package dev.xenvendor.patch.file;

import dev.xenvendor.patch.AddFile;
import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.IdentLine;
import dev.xenvendor.patch.InsertLines;
import dev.xenvendor.patch.LineEndings;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchFiles;
import dev.xenvendor.patch.QualifyFields;
import dev.xenvendor.patch.RemoveFile;
import dev.xenvendor.patch.ReplaceLine;
import dev.xenvendor.patch.ReplaceTokens;
import dev.xenvendor.patch.StripTrailingWhitespace;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.VersionRange;
import dev.xenvendor.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a local patch as a file that people go on editing. */
public final class PatchWriter {

  private final StringBuilder out = new StringBuilder();

  private PatchWriter() {}

  public static byte[] write(LocalPatch patch) {
    PatchWriter writer = new PatchWriter();
    writer.line(0, "id", patch.id());
    writer.text(0, "description", patch.description());
    patch.forwarded().ifPresent(state -> writer.line(0, "forwarded", state.word()));
    patch.lastUpdate().ifPresent(date -> writer.line(0, "last-update", date.toString()));
    writer.out.append(releasesText(patch.releases())).append(changeText(patch.change()));
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The key that names the releases; nothing where it is for every release. */
  static String releasesText(VersionRange releases) {
    PatchWriter writer = new PatchWriter();
    if (!releases.equals(VersionRange.EVERY)) {
      writer.line(0, "releases", releases.toString());
    }
    return writer.out.toString();
  }

  /** The key that holds the change. */
  static String changeText(Change change) {
    PatchWriter writer = new PatchWriter();
    writer.out.append("change:\n  ").append(change.kind()).append(":\n");
    writer.change(change);
    return writer.out.toString();
  }

  private void change(Change change) {
    if (change instanceof IdentLine ident) {
      files(ident.files());
      line(4, "keyword", ident.keyword());
      line(4, "form", ident.form());
    } else if (change instanceof QualifyFields fields) {
      files(fields.files());
      line(4, "struct", fields.struct());
      list(4, "fields", fields.fields());
      line(4, "qualifier", fields.qualifier());
    } else if (change instanceof ReplaceTokens tokens) {
      files(tokens.files());
      map(4, "tokens", tokens.tokens());
      if (tokens.inComments()) {
        out.append("    in-comments: true\n");
      }
    } else if (change instanceof ReplaceLine line) {
      files(line.files());
      line(4, "line", line.line());
      line(4, "with", line.with());
    } else if (change instanceof InsertLines lines) {
      files(lines.files());
      anchor(lines.anchor());
      list(4, "lines", lines.lines());
    } else if (change instanceof StripTrailingWhitespace strip) {
      files(strip.files());
    } else if (change instanceof LineEndings endings) {
      files(endings.files());
      line(4, "form", endings.form().word());
    } else if (change instanceof AddFile file) {
      line(4, "file", file.file().value());
      text(4, "content", file.content());
    } else if (change instanceof RemoveFile file) {
      line(4, "file", file.file().value());
    } else if (change instanceof TextPatch patch) {
      files(patch.files());
      patch.against().ifPresent(this::against);
      text(4, "diff", patch.diff());
    } else {
      throw new IllegalArgumentException("nothing proposes a " + change.kind());
    }
  }

  private void against(TextPatch.Against against) {
    line(4, "against", against.release().text());
    line(4, "blob", against.blob().hex());
  }

  private void files(PatchFiles files) {
    if (files.single().isPresent()) {
      line(4, "file", files.single().get().value());
    } else {
      list(4, "files", files.patterns());
    }
  }

  private void anchor(Anchor anchor) {
    switch (anchor.where()) {
      case AFTER_INCLUDE_GUARD -> line(4, "after", "include-guard");
      case BEFORE_END_OF_GUARD -> line(4, "before", "end-of-guard");
      case AFTER_LINE -> line(4, "after-line", anchor.text());
      case BEFORE_LINE -> line(4, "before-line", anchor.text());
      case AFTER_DEFINE -> line(4, "after-define", anchor.text());
      case AFTER_BLOCK_OF_LINE -> line(4, "after", anchor.text());
    }
  }

  private void line(int indent, String key, String value) {
    out.append(" ".repeat(indent)).append(key).append(": ");
    out.append(YamlText.scalar(value)).append('\n');
  }

  private void list(int indent, String key, List<String> values) {
    out.append(" ".repeat(indent)).append(key).append(":\n");
    for (String value : values) {
      out.append(" ".repeat(indent)).append("  - ").append(YamlText.scalar(value)).append('\n');
    }
  }

  private void map(int indent, String key, Map<String, String> values) {
    out.append(" ".repeat(indent)).append(key).append(":\n");
    values.forEach((name, value) -> line(indent + 2, YamlText.scalar(name), value));
  }

  /** A text of several lines as it stands; where YAML would change it, in quotes. */
  private void text(int indent, String key, String value) {
    String margin = " ".repeat(indent + 2);
    boolean block =
        value.endsWith("\n")
            && !value.endsWith("\n\n")
            && !value.startsWith(" ")
            && value
                .chars()
                .allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0x7f && c != 0x85));
    if (!block) {
      line(indent, key, value);
      return;
    }
    out.append(" ".repeat(indent)).append(key).append(": |\n");
    value.lines().forEach(line -> out.append(line.isEmpty() ? "" : margin + line).append('\n'));
  }
}
