package dev.xenvendor.cvs.thirdparty;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NetBSD's {@code doc/3RDPARTY}: entries of labelled lines, in alphabetical order, more or less. It
 * is read as it comes, since real entries break its rules: blanks instead of tabs, fields out of
 * order or missing, empty lines among the notes, none between two entries.
 */
public final class ThirdPartyFile {

  private static final Pattern PACKAGE = Pattern.compile("Package:[ \t]*(.*?)\\s*");
  private static final Pattern DOCUMENTED = Pattern.compile("#\\s?([A-Z][A-Za-z ]*):(\\s.*)?");

  private final List<String> lines;
  private final String lineEnd;

  private ThirdPartyFile(List<String> lines, String lineEnd) {
    this.lines = lines;
    this.lineEnd = lineEnd;
  }

  /** The file's lines, every byte of which is a character. */
  public static ThirdPartyFile read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    lines.removeIf(String::isEmpty);
    return new ThirdPartyFile(lines, text.contains("\r\n") ? "\r\n" : "\n");
  }

  public byte[] bytes() {
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * A package's lines.
   *
   * @param name of the package
   * @param start its first line
   * @param end after its last line that is not blank
   */
  record Entry(String name, int start, int end) {

    /** A remark may follow the name of a package: {@code bind [named and utils]}. */
    String plainName() {
      return name.replaceFirst("\\s*[\\[(].*", "").toLowerCase(Locale.ROOT);
    }
  }

  /** The fields that the file's own header explains; all where it explains none. */
  public Set<ThirdPartyField> documented() {
    Set<ThirdPartyField> fields = EnumSet.noneOf(ThirdPartyField.class);
    for (String line : lines) {
      Matcher matcher = DOCUMENTED.matcher(line.stripTrailing());
      if (matcher.matches()) {
        ThirdPartyField.named(matcher.group(1)).ifPresent(fields::add);
      }
    }
    return fields.containsAll(ThirdPartyField.REQUIRED)
        ? fields
        : EnumSet.allOf(ThirdPartyField.class);
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = PACKAGE.matcher(lines.get(i).stripTrailing());
      if (matcher.matches()) {
        entries.add(new Entry(matcher.group(1), i, endOf(i)));
      }
    }
    return entries;
  }

  /** Comments and empty lines before the next entry belong to no entry. */
  private int endOf(int start) {
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).startsWith("Package:")) {
      end++;
    }
    while (isEmptyOrComment(lines.get(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isEmptyOrComment(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  /** The entries whose location is a folder, or that bear a package's name. */
  public List<String> names(String packageName, String folder) {
    return matching(packageName, folder).stream().map(Entry::name).toList();
  }

  private List<Entry> matching(String packageName, String folder) {
    List<Entry> byName =
        entries().stream()
            .filter(entry -> entry.plainName().equals(packageName.toLowerCase(Locale.ROOT)))
            .toList();
    return byName.isEmpty()
        ? entries().stream().filter(entry -> fieldsOf(entry).isAt(folder)).toList()
        : byName;
  }

  private ThirdPartyFields fieldsOf(Entry entry) {
    return new ThirdPartyFields(lines.subList(entry.start(), entry.end()), lineEnd);
  }

  /** Returns the file with a vendor's entry updated or inserted. */
  public ThirdPartyFile with(ThirdPartyEntry entry, String folder) {
    String name = entry.text(ThirdPartyField.PACKAGE);
    return matching(name, folder).stream()
        .findFirst()
        .map(found -> updated(found, entry))
        .orElseGet(() -> inserted(entry, name));
  }

  private ThirdPartyFile updated(Entry found, ThirdPartyEntry entry) {
    List<String> all = new ArrayList<>(lines.subList(0, found.start()));
    all.addAll(fieldsOf(found).with(entry, documented()));
    all.addAll(lines.subList(found.end(), lines.size()));
    return new ThirdPartyFile(all, lineEnd);
  }

  private ThirdPartyFile inserted(ThirdPartyEntry entry, String name) {
    List<Entry> entries = entries();
    Optional<Entry> before = AlphabeticalPosition.before(entries, name);
    int at = before.map(Entry::end).orElse(entries.isEmpty() ? lines.size() : top(entries.get(0)));
    List<String> all = new ArrayList<>(lines.subList(0, at));
    if (!all.isEmpty()) {
      endLastLine(all);
      if (before.isPresent() || !all.get(all.size() - 1).isBlank()) {
        all.add(lineEnd);
      }
    }
    entry.lines(documented()).forEach(line -> all.add(line + lineEnd));
    if (at < lines.size() && !lines.get(at).isBlank()) {
      all.add(lineEnd);
    }
    all.addAll(lines.subList(at, lines.size()));
    return new ThirdPartyFile(all, lineEnd);
  }

  /** Returns where an entry begins, including the comments directly above it. */
  private int top(Entry entry) {
    int top = entry.start();
    while (top > 0 && lines.get(top - 1).startsWith("#")) {
      top--;
    }
    return top;
  }

  private void endLastLine(List<String> all) {
    int last = all.size() - 1;
    if (!all.get(last).endsWith("\n")) {
      all.set(last, all.get(last) + lineEnd);
    }
  }

  /** An entry as written in the file; empty if there is none. */
  public List<String> shown(String packageName, String folder) {
    return matching(packageName, folder).stream()
        .findFirst()
        .map(entry -> lines.subList(entry.start(), entry.end()))
        .map(found -> found.stream().map(String::stripTrailing).toList())
        .orElse(List.of());
  }
}
