package dev.xenvendor.patch;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.definition.DefinitionExtractor;
import dev.xenvendor.patch.definition.DefinitionExtractor.Refused;
import dev.xenvendor.patch.definition.DefinitionName;
import dev.xenvendor.patch.definition.MdHeaderPath;
import dev.xenvendor.patch.definition.MovedDefinitions;
import dev.xenvendor.patch.definition.NamedDefinitions;
import dev.xenvendor.patch.schema.Key;
import dev.xenvendor.patch.schema.KeyType;
import dev.xenvendor.patch.schema.MappingType;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Definitions moved out of a vendor header into an MD header outside the prefix, word for word,
 * which the vendor's header then includes, or consumers alone.
 *
 * @param to the MD header, seen from the tree's root, or from the prefix if it begins with {@code
 *     ../}
 * @param definitions what to move; the names of any that the header does not have say nothing,
 *     unless it has others of them
 * @param include where the MD header is included; empty where only consumers include it
 * @param template the MD header for trees that never had the definitions; {@code ${from}} in it
 *     stands for the vendor's header as an include must spell it
 * @param environment in which the headers are read
 */
public record RelocateDefinitions(
    HeaderPath from,
    String to,
    List<String> definitions,
    Optional<MdInclude> include,
    Optional<Template> template,
    CEnvironment environment)
    implements Change {

  private static final Key<HeaderPath> FROM =
      new Key<>("from", KeyType.PATH, "The vendor's header.");

  private static final Key<String> TO =
      new Key<>(
          "to",
          KeyType.TEXT.matching("^(\\.\\./)*(?!\\.{1,2}(/|$))[^/]+(/(?!\\.{1,2}(/|$))[^/]+)*$"),
          "The MD header, from the root of the tree, or with ../ from the headers' own folder.");

  private static final Key<List<String>> DEFINITIONS =
      new Key<>(
          "definitions",
          KeyType.TEXTS.withSchema(
              "{'type': 'array', 'items': {'type': 'string', 'minLength': 1}, 'minItems': 1}"),
          """
          struct NAME, union NAME, a typedef's name, or a macro's use with its first arguments; \
          * and ? stand for other characters.""");

  private static final Key<MdInclude> INCLUDE =
      new Key<>(
              "include",
              MdInclude.MAPPING.asType(
                  """
                  {'type': 'object', 'additionalProperties': false, 'required': ['file', \
                  'before', 'line'], 'properties': {'file': {'$ref': '#/$defs/path'}, 'before': \
                  {'const': 'end-of-guard'}, 'line': {'$ref': '#/$defs/scalar'}}}"""),
              """
              Where the MD header is included; without it only consumers include it, and \
              abi.headers names it.""")
          .inWords("`include` (`file`, `before: end-of-guard`, `line`)");

  private static final Key<String> TEMPLATE =
      new Key<>(
          "template",
          KeyType.TEXT,
          """
          The name of a file beside the patch: the MD header for trees that never had the \
          definitions. ${from} in it becomes the vendor's header as an include must spell it.""");

  public static final ChangeKind<RelocateDefinitions> KIND =
      new ChangeKind<>(
          "relocate-definitions",
          RelocateDefinitions.class,
          """
          moves named structs, unions, typedefs and ring-macro invocations out of a vendor \
          header into an MD header outside the prefix, verbatim, with the comments above them \
          that the published header lacks, and adds the include. A bare name after a closing \
          brace, as in `} __packed;`, is an attribute, not a definition""",
          new MappingType.Builder<RelocateDefinitions>()
              .with(FROM, RelocateDefinitions::from)
              .with(TO, RelocateDefinitions::to)
              .with(DEFINITIONS, RelocateDefinitions::definitions)
              .optional(INCLUDE, RelocateDefinitions::include)
              .optional(TEMPLATE, change -> change.template().map(Template::name))
              .madeBy(
                  in ->
                      new RelocateDefinitions(
                          in.get(FROM),
                          in.get(TO),
                          in.get(DEFINITIONS),
                          in.find(INCLUDE),
                          in.find(TEMPLATE)
                              .map(name -> new Template(name, in.content(TEMPLATE))))));

  /** An MD header, and the name of the file that holds it beside the patch. */
  public record Template(String name, byte[] text) {}

  public RelocateDefinitions {
    if (definitions.isEmpty()) {
      throw new IllegalArgumentException("definitions must name at least one");
    }
    definitions.forEach(DefinitionName::new);
    definitions = List.copyOf(definitions);
    MdHeaderPath.of(to, HeaderPath.of("prefix/of/headers"));
  }

  public RelocateDefinitions(
      HeaderPath from,
      String to,
      List<String> definitions,
      Optional<MdInclude> include,
      Optional<Template> template) {
    this(from, to, definitions, include, template, CEnvironment.system());
  }

  @Override
  public Change seenIn(CEnvironment other) {
    return new RelocateDefinitions(from, to, definitions, include, template, other);
  }

  /** Returns where the MD header is in the operating system's tree. */
  public HeaderPath mdHeader(HeaderPath prefix) {
    return MdHeaderPath.of(to, prefix);
  }

  /** Returns where the header was that a result is about; upstream may have moved it. */
  public HeaderPath fromIn(PatchResult result) {
    return result.edits().containsKey(from) ? from : result.edits().firstKey();
  }

  /** The MD header of the template, if there is one. */
  public Optional<byte[]> fromTemplate(HeaderPath prefix) {
    String spelled = MdHeaderPath.include(mdHeader(prefix), prefix.resolve(from));
    return template
        .map(t -> new String(t.text(), StandardCharsets.ISO_8859_1).replace("${from}", spelled))
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns whether it moves what C code refers to in these words, as in {@code struct page}. */
  public boolean moves(String spelling) {
    return definitions.stream().map(DefinitionName::new).anyMatch(name -> name.matches(spelling));
  }

  /** Returns which of the definitions that are named one by one a header does not even mention. */
  public List<String> absentFrom(byte[] header) {
    CTokens tokens = CTokens.of(header);
    return definitions.stream()
        .map(DefinitionName::new)
        .filter(name -> !name.isPattern() && !name.mayBeIn(tokens))
        .map(DefinitionName::written)
        .toList();
  }

  /** Returns whether a header mentions none of the definitions. */
  public boolean isAbsentFrom(byte[] header) {
    CTokens tokens = CTokens.of(header);
    return definitions.stream().map(DefinitionName::new).noneMatch(name -> name.mayBeIn(tokens));
  }

  @Override
  public ChangeKind<RelocateDefinitions> kind() {
    return KIND;
  }

  @Override
  public String summary() {
    return from + " to " + to;
  }

  @Override
  public Set<HeaderPath> namedFiles() {
    Set<HeaderPath> files = new TreeSet<>(Set.of(from));
    include.map(MdInclude::file).ifPresent(files::add);
    return files;
  }

  @Override
  public Stage stage() {
    return Stage.DEFINITIONS;
  }

  @Override
  public Optional<RelocateDefinitions> asRelocation() {
    return Optional.of(this);
  }

  @Override
  public ChangeOutcome apply(PatchTarget target) {
    Optional<HeaderPath> header = target.find(from);
    HeaderPath includer = include.map(MdInclude::file).orElse(from);
    Optional<HeaderPath> including = target.find(includer);
    if (header.isEmpty() || including.isEmpty()) {
      HeaderPath missing = header.isEmpty() ? from : includer;
      return refused(target, missing, new FileEdit.Impossible("there is no such file"));
    }
    if (target.leftOut().contains(header.get()) || target.leftOut().contains(including.get())) {
      return new ChangeOutcome(target.tree(), new TreeMap<>());
    }
    try {
      return move(target, header.get(), including.get());
    } catch (Refused e) {
      return refused(
          target,
          header.get(),
          e.isUnreadable() ? new FileEdit.Unreadable(e.why()) : new FileEdit.Impossible(e.why()));
    }
  }

  private static ChangeOutcome refused(PatchTarget target, HeaderPath file, FileEdit edit) {
    SortedMap<HeaderPath, FileEdit> edits = new TreeMap<>();
    edits.put(file, edit);
    return new ChangeOutcome(target.tree(), edits);
  }

  private ChangeOutcome move(PatchTarget target, HeaderPath header, HeaderPath including)
      throws Refused {
    HeaderTree tree = target.tree();
    NamedDefinitions named = new NamedDefinitions(definitions, environment);
    if (named.areUpstreamsOwn(target.published(), header)) {
      return new ChangeOutcome(tree, new TreeMap<>(Map.of(header, new FileEdit.Holds())));
    }
    List<MovedDefinitions> taken = List.of();
    if (!target.isAsPublished(header)) {
      byte[] text = bytes(tree, header);
      byte[] published = target.published().get(header).map(HeaderFile::bytes).orElse(text);
      DefinitionExtractor excision =
          new DefinitionExtractor(text, named.toTakeFrom(tree, header), published);
      taken = excision.taken();
      tree = taken.isEmpty() ? tree : with(tree, header, excision.rest());
    }
    if (include.isEmpty() && taken.isEmpty()) {
      return new ChangeOutcome(tree, new TreeMap<>(Map.of(header, new FileEdit.Elsewhere())));
    }
    if (include.isPresent()) {
      tree = with(tree, including, include.get().in(bytes(tree, including)));
    }
    SortedMap<HeaderPath, FileEdit> edits = new TreeMap<>();
    for (HeaderPath path : List.of(header, including)) {
      edits.put(path, FileEdit.of(bytes(target.tree(), path), bytes(tree, path)));
    }
    return new ChangeOutcome(tree, edits, taken);
  }

  private static byte[] bytes(HeaderTree tree, HeaderPath path) {
    return tree.get(path).orElseThrow().bytes();
  }

  private static HeaderTree with(HeaderTree tree, HeaderPath path, byte[] text) {
    Map<HeaderPath, HeaderFile> files = new HashMap<>(tree.files());
    files.computeIfPresent(path, (p, file) -> HeaderFile.of(file.mode(), text));
    return HeaderTree.of(files);
  }
}
