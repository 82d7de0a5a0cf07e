package dev.xenvendor.patch.edit;

import dev.xenvendor.patch.ChangeKind;
import dev.xenvendor.patch.FileChange;
import dev.xenvendor.patch.FileEdit;
import dev.xenvendor.patch.FileInTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.patch.text.TextLines;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An RCS ident comment as the first line of files, e.g. {@code /* $NetBSD$ *}{@code /}. An expanded
 * line is as good as the bare one, and is kept.
 *
 * @param form the bare line, as new files get it
 */
public record IdentLine(FileSelection files, String keyword, String form) implements FileChange {

  private static final Key<String> KEYWORD = new Key<>("keyword", KeyType.TEXT);

  private static final Key<String> FORM =
      new Key<>("form", KeyType.TEXT, "The unexpanded line, with $KEYWORD$ in it.");

  public static final ChangeKind<IdentLine> KIND =
      new ChangeKind<>(
          "ident-line",
          IdentLine.class,
          """
          the first line is an RCS ident comment, expanded or not. An expanded line stays as it \
          is; a new file gets `form`""",
          new MappingType.Builder<IdentLine>()
              .with(FileSelection.KEYS, IdentLine::files)
              .with(KEYWORD, IdentLine::keyword)
              .with(FORM, IdentLine::form)
              .madeBy(
                  in -> new IdentLine(in.get(FileSelection.KEYS), in.get(KEYWORD), in.get(FORM))));

  public IdentLine {
    TextLines.requireOneLine("form", form);
    if (!pattern(keyword).matcher(form).find()) {
      throw new IllegalArgumentException("form must contain $" + keyword + "$");
    }
  }

  @Override
  public ChangeKind<IdentLine> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return "first line " + form;
  }

  @Override
  public boolean isHabit() {
    return true;
  }

  @Override
  public String sentence() {
    String what = files.words();
    return Character.toUpperCase(what.charAt(0)) + what.substring(1) + " begins with " + form;
  }

  @Override
  public Optional<String> identLine() {
    return Optional.of(form);
  }

  @Override
  public LocalFormatting spelling(HeaderTree tree) {
    Map<HeaderPath, byte[]> idents = new HashMap<>();
    for (HeaderPath path : files.in(tree, Map.of())) {
      in(tree.get(path).orElseThrow().bytes())
          .ifPresent(line -> idents.put(path, line.getBytes(StandardCharsets.ISO_8859_1)));
    }
    return new LocalFormatting(idents, Map.of());
  }

  @Override
  public HeaderTree withBareIdents(HeaderTree tree) {
    Map<HeaderPath, HeaderFile> bare = new HashMap<>();
    for (HeaderPath path : files.in(tree, Map.of())) {
      bare.put(path, bare(tree.get(path).orElseThrow()));
    }
    return tree.with(bare);
  }

  @Override
  public FileEdit edit(FileInTree file) {
    if (in(file.text()).isPresent()) {
      return new FileEdit.Holds();
    }
    TextLines lines = new TextLines(file.text());
    String line = file.ident().map(IdentLine::characters).orElse(TextLines.latin1(form));
    lines.insertLatin1(0, List.of(line));
    return new FileEdit.Changed(lines.bytes());
  }

  /** The file with the bare line, if it begins with an expanded one. */
  private HeaderFile bare(HeaderFile file) {
    if (in(file.bytes()).filter(line -> !line.equals(form)).isEmpty()) {
      return file;
    }
    TextLines lines = new TextLines(file.bytes());
    lines.set(0, TextLines.latin1(form));
    return HeaderFile.of(file.mode(), lines.bytes());
  }

  private Optional<String> in(byte[] text) {
    return TextLines.first(text).filter(line -> pattern(keyword).matcher(line).find());
  }

  private static Pattern pattern(String keyword) {
    return Pattern.compile("\\$" + Pattern.quote(keyword) + "(?::[^$\n]*)?\\$");
  }

  private static String characters(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }
}
