package dev.xenvendor.patch.file;

import dev.xenvendor.patch.AddFile;
import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Anchor.Where;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.DefineMacros;
import dev.xenvendor.patch.Discussion;
import dev.xenvendor.patch.Forwarded;
import dev.xenvendor.patch.IdentLine;
import dev.xenvendor.patch.InsertLines;
import dev.xenvendor.patch.LineEndings;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchFiles;
import dev.xenvendor.patch.QualifyFields;
import dev.xenvendor.patch.RelocateDefinitions;
import dev.xenvendor.patch.RemoveFile;
import dev.xenvendor.patch.ReplaceLine;
import dev.xenvendor.patch.ReplaceTokens;
import dev.xenvendor.patch.StripTrailingWhitespace;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.VersionRange;
import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.LineEnd;
import dev.xenvendor.yaml.YamlDocument;
import dev.xenvendor.yaml.YamlMapping;
import dev.xenvendor.yaml.YamlNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a local patch. */
public final class PatchYaml {

  private static final String ID = "[a-z0-9][a-z0-9.-]*";

  /** Reads one kind of change; what else it needs is in files beside the patch's. */
  @FunctionalInterface
  private interface Reader {
    Change read(YamlMapping change, Function<String, Optional<byte[]>> beside);
  }

  private static final Map<String, Reader> KINDS = new TreeMap<>();

  static {
    kind("ident-line", PatchYaml::identLine);
    kind("qualify-fields", PatchYaml::qualifyFields);
    kind("replace-tokens", PatchYaml::replaceTokens);
    kind("replace-line", PatchYaml::replaceLine);
    kind("insert-lines", PatchYaml::insertLines);
    kind("define-macros", PatchYaml::defineMacros);
    kind("strip-trailing-whitespace", PatchYaml::stripTrailingWhitespace);
    kind("line-endings", PatchYaml::lineEndings);
    KINDS.put("relocate-definitions", PatchYaml::relocateDefinitions);
    kind("add-file", PatchYaml::addFile);
    kind("remove-file", PatchYaml::removeFile);
    kind("text-patch", PatchYaml::textPatch);
  }

  private PatchYaml() {}

  private static void kind(String name, Function<YamlMapping, Change> reader) {
    KINDS.put(name, (change, beside) -> reader.apply(change));
  }

  /**
   * Reads a patch.
   *
   * @param beside the files in the patch's folder, by name
   */
  public static LocalPatch read(
      String fileName, byte[] utf8, Function<String, Optional<byte[]>> beside) {
    YamlMapping top = YamlDocument.read(fileName, utf8);
    top.allow(
        "id",
        "description",
        "author",
        "forwarded",
        "discussion",
        "last-update",
        "releases",
        "change");
    YamlNode change = top.get("change");
    return new LocalPatch(
        top.get("id").as(PatchYaml::id),
        top.get("description").text(),
        top.find("author").map(YamlNode::text),
        top.find("forwarded").map(node -> node.as(Forwarded::ofWord)),
        top.find("discussion").map(PatchYaml::discussion).orElse(List.of()),
        top.find("last-update").map(node -> node.as(PatchYaml::date)),
        top.find("releases").map(node -> node.as(VersionRange::of)).orElse(VersionRange.EVERY),
        change(change, beside),
        change.place());
  }

  private static String id(String text) {
    if (!text.matches(ID)) {
      throw new IllegalArgumentException(
          "not an id: '" + text + "' (lower-case letters, digits, '.' and '-')");
    }
    return text;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a date: '" + text + "' (e.g. 2008-08-20)", e);
    }
  }

  private static List<Discussion> discussion(YamlNode node) {
    return node.list().stream()
        .map(
            entry -> {
              YamlMapping said = entry.mapping().allow("date", "link", "says");
              return new Discussion(
                  said.find("date").map(d -> d.as(PatchYaml::date)),
                  said.find("link").map(YamlNode::text),
                  said.get("says").text());
            })
        .toList();
  }

  private static Change change(YamlNode node, Function<String, Optional<byte[]>> beside) {
    Map<String, YamlNode> kinds = node.mapping().entries();
    if (kinds.size() != 1) {
      throw node.problem("a patch makes one change, of one of these kinds: " + kinds());
    }
    String kind = kinds.keySet().iterator().next();
    Reader reader = KINDS.get(kind);
    YamlNode key = node.mapping().key(kind);
    if (reader == null) {
      String nearest =
          SpellingSuggestion.to(kind, KINDS.keySet())
              .map(n -> ", did you mean '" + n + "'?")
              .orElse("");
      throw key.problem("there is no kind of change '" + kind + "'" + nearest)
          .hint("the kinds are: " + kinds());
    }
    YamlNode value = node.mapping().get(kind);
    return checked(value, () -> reader.read(value.mapping(), beside));
  }

  private static String kinds() {
    return String.join(", ", KINDS.keySet());
  }

  /** What a change refuses about itself is said at its place in the file. */
  private static Change checked(YamlNode node, Supplier<Change> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw node.problem(String.valueOf(e.getMessage()));
    }
  }

  /** Two keys for the same thing would leave open which of them counts. */
  private static void requireOneOf(YamlMapping change, String... keys) {
    List<String> there = Arrays.stream(keys).filter(key -> change.find(key).isPresent()).toList();
    if (there.size() > 1) {
      String last = there.get(there.size() - 1);
      throw change.key(last).problem("'" + last + "' cannot stand beside '" + there.get(0) + "'");
    }
  }

  private static PatchFiles files(YamlMapping change) {
    requireOneOf(change, "file", "files");
    Optional<YamlNode> single = change.find("file");
    if (single.isPresent()) {
      return single.get().as(text -> PatchFiles.of(HeaderPath.of(text).value()));
    }
    YamlNode several = change.get("files");
    try {
      return new PatchFiles(several.textOrTexts());
    } catch (IllegalArgumentException e) {
      throw several.problem(String.valueOf(e.getMessage()));
    }
  }

  private static Change identLine(YamlMapping change) {
    change.allow("file", "files", "keyword", "form");
    return new IdentLine(files(change), change.get("keyword").text(), change.get("form").text());
  }

  private static Change qualifyFields(YamlMapping change) {
    change.allow("file", "struct", "fields", "qualifier");
    return new QualifyFields(
        files(change),
        change.get("struct").text(),
        change.get("fields").texts(),
        change.get("qualifier").text());
  }

  private static Change replaceTokens(YamlMapping change) {
    change.allow("file", "files", "tokens", "in-comments");
    boolean inComments = change.find("in-comments").map(PatchYaml::yesOrNo).orElse(false);
    return new ReplaceTokens(files(change), texts(change.get("tokens")), inComments);
  }

  private static boolean yesOrNo(YamlNode node) {
    return switch (node.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw node.problem("must be true or false, not '" + node.text() + "'");
    };
  }

  private static Map<String, String> texts(YamlNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.mapping().entries().forEach((name, value) -> texts.put(name, value.text()));
    return texts;
  }

  private static Change replaceLine(YamlMapping change) {
    change.allow("file", "files", "line", "with");
    return new ReplaceLine(files(change), change.get("line").text(), change.get("with").text());
  }

  private static Change insertLines(YamlMapping change) {
    change.allow(
        "file", "files", "after", "before", "after-line", "before-line", "after-define", "lines");
    return new InsertLines(files(change), anchor(change), lines(change.get("lines")));
  }

  /** A list of lines, or one text of several. */
  private static List<String> lines(YamlNode node) {
    return node.textOrTexts().stream()
        .flatMap(text -> text.isEmpty() ? List.of("").stream() : text.lines())
        .toList();
  }

  private static Anchor anchor(YamlMapping change) {
    requireOneOf(change, "after", "before", "after-line", "before-line", "after-define");
    Optional<YamlNode> macro = change.find("after-define");
    if (macro.isPresent()) {
      return macro.get().as(name -> new Anchor(Where.AFTER_DEFINE, name));
    }
    Optional<YamlNode> next = change.find("before-line");
    if (next.isPresent()) {
      return new Anchor(Where.BEFORE_LINE, next.get().text());
    }
    Optional<YamlNode> line = change.find("after-line");
    if (line.isPresent()) {
      return new Anchor(Where.AFTER_LINE, line.get().text());
    }
    if (change.find("before").isPresent()) {
      return change
          .get("before")
          .as(text -> word(text, "end-of-guard", Anchor.BEFORE_END_OF_GUARD));
    }
    return change.get("after").as(text -> word(text, "include-guard", Anchor.AFTER_INCLUDE_GUARD));
  }

  private static Anchor word(String text, String word, Anchor anchor) {
    if (!text.equals(word)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no place: after: include-guard, before: end-of-guard, after-line:,"
              + " before-line: or after-define:");
    }
    return anchor;
  }

  private static Change defineMacros(YamlMapping change) {
    change.allow("file", "files", "after", "macros");
    String after = change.get("after").text();
    Anchor anchor =
        after.equals("include-guard")
            ? Anchor.AFTER_INCLUDE_GUARD
            : new Anchor(Where.AFTER_BLOCK_OF_LINE, after);
    return new DefineMacros(files(change), anchor, texts(change.get("macros")));
  }

  private static Change stripTrailingWhitespace(YamlMapping change) {
    change.allow("file", "files");
    return new StripTrailingWhitespace(files(change));
  }

  private static Change lineEndings(YamlMapping change) {
    change.allow("file", "files", "form");
    return new LineEndings(files(change), change.get("form").as(LineEnd::ofWord));
  }

  private static Change relocateDefinitions(
      YamlMapping change, Function<String, Optional<byte[]>> beside) {
    change.allow("from", "to", "definitions", "include", "template");
    return new RelocateDefinitions(
        change.get("from").as(HeaderPath::of),
        change.get("to").text(),
        change.get("definitions").texts(),
        change.find("include").map(PatchYaml::include),
        change.find("template").map(node -> template(node, beside)));
  }

  private static RelocateDefinitions.Include include(YamlNode node) {
    YamlMapping include = node.mapping().allow("file", "before", "line");
    include.get("before").as(text -> word(text, "end-of-guard", Anchor.BEFORE_END_OF_GUARD));
    return new RelocateDefinitions.Include(
        include.get("file").as(HeaderPath::of), include.get("line").text());
  }

  private static RelocateDefinitions.Template template(
      YamlNode node, Function<String, Optional<byte[]>> beside) {
    String name = node.text();
    byte[] text =
        beside
            .apply(name)
            .orElseThrow(() -> node.problem("there is no file '" + name + "' beside the patch"));
    return new RelocateDefinitions.Template(name, text);
  }

  private static Change addFile(YamlMapping change) {
    change.allow("file", "content");
    return new AddFile(change.get("file").as(HeaderPath::of), change.get("content").text());
  }

  private static Change removeFile(YamlMapping change) {
    change.allow("file");
    return new RemoveFile(change.get("file").as(HeaderPath::of));
  }

  private static Change textPatch(YamlMapping change) {
    change.allow("file", "against", "blob", "diff");
    return new TextPatch(files(change), against(change), change.get("diff").text());
  }

  /** What a diff was made against, which a declaration of old does not say. */
  private static Optional<TextPatch.Against> against(YamlMapping change) {
    if (change.find("against").isEmpty() && change.find("blob").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TextPatch.Against(
            change.get("against").as(Version::new), change.get("blob").as(GitId::of)));
  }
}
