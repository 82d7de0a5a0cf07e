package dev.xenvendor.cvs.thirdparty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one entry as written; an edit touches only the texts that it is about. */
final class ThirdPartyFields {

  private static final Pattern LINE =
      Pattern.compile("([A-Z][A-Za-z ]*?)(\\s*:[ \t]*)(.*?)(\\s*)", Pattern.DOTALL);

  /** A package keeps its name, which a remark may follow, and its notes. */
  private static final Set<ThirdPartyField> CHANGEABLE =
      EnumSet.complementOf(EnumSet.of(ThirdPartyField.PACKAGE, ThirdPartyField.NOTES));

  private final List<String> lines;
  private final String lineEnd;

  ThirdPartyFields(List<String> lines, String lineEnd) {
    this.lines = new ArrayList<>(lines);
    this.lineEnd = lineEnd;
  }

  /**
   * Returns whether one of its locations is the folder, seen from the tree or from where trees are.
   */
  boolean isAt(String folder) {
    return lines.stream()
        .filter(line -> isOf(ThirdPartyField.LOCATION, line))
        .flatMap(line -> Arrays.stream(textOf(line).split(",")))
        .map(location -> location.strip().replaceFirst("^(/usr)?/?src/", "").replaceFirst("/$", ""))
        .anyMatch(folder::equals);
  }

  List<String> with(ThirdPartyEntry entry, Set<ThirdPartyField> documented) {
    for (ThirdPartyField field : CHANGEABLE) {
      String text = entry.known().get(field);
      if (text != null) {
        set(field, text, documented);
      }
    }
    return lines;
  }

  private void set(ThirdPartyField field, String text, Set<ThirdPartyField> documented) {
    for (int i = 0; i < lines.size(); i++) {
      if (isOf(field, lines.get(i))) {
        lines.set(i, withText(lines.get(i), field, text));
        return;
      }
    }
    if (documented.contains(field)) {
      lines.add(placeOf(field), field.line(text) + lineEnd);
    } else if (isTag(field)) {
      addNote(field, text);
    }
  }

  private static boolean isTag(ThirdPartyField field) {
    return field == ThirdPartyField.VENDOR_TAG || field == ThirdPartyField.RELEASE_TAG;
  }

  /** The line with another text, and everything else of it as it was. */
  private static String withText(String line, ThirdPartyField field, String text) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches() || matcher.group(3).equals(text)) {
      return line;
    }
    if (matcher.group(3).isEmpty()) {
      return field.line(text) + matcher.group(4);
    }
    return matcher.group(1) + matcher.group(2) + text + matcher.group(4);
  }

  /** Behind the last of the fields that come before it, and before the notes in any case. */
  private int placeOf(ThirdPartyField field) {
    int notes = indexOf(ThirdPartyField.NOTES).orElse(lines.size());
    for (int i = notes - 1; i > 0; i--) {
      Optional<ThirdPartyField> there = fieldOf(lines.get(i));
      if (there.isPresent() && there.get().compareTo(field) < 0) {
        return afterContinuation(i, notes);
      }
    }
    return notes;
  }

  private int afterContinuation(int line, int notes) {
    int next = line + 1;
    while (next < notes && fieldOf(lines.get(next)).isEmpty()) {
      next++;
    }
    return next;
  }

  private void addNote(ThirdPartyField field, String text) {
    endLastLine();
    if (indexOf(ThirdPartyField.NOTES).isEmpty()) {
      lines.add(ThirdPartyField.NOTES.line("") + lineEnd);
    }
    lines.add(field.line(text) + lineEnd);
  }

  private void endLastLine() {
    int last = lines.size() - 1;
    if (!lines.get(last).endsWith("\n")) {
      lines.set(last, lines.get(last) + lineEnd);
    }
  }

  private Optional<Integer> indexOf(ThirdPartyField field) {
    for (int i = 0; i < lines.size(); i++) {
      if (isOf(field, lines.get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(ThirdPartyField field, String line) {
    return fieldOf(line).filter(field::equals).isPresent();
  }

  private static Optional<ThirdPartyField> fieldOf(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() ? ThirdPartyField.named(matcher.group(1)) : Optional.empty();
  }

  private static String textOf(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches() ? matcher.group(3) : "";
  }
}
