package dev.xenvendor.abi;

import dev.xenvendor.abi.Meaning.Constant;
import dev.xenvendor.abi.Meaning.Member;
import dev.xenvendor.abi.Meaning.Shape;
import dev.xenvendor.abi.Meaning.Text;
import dev.xenvendor.c.compiler.HeaderSurvey;
import dev.xenvendor.c.compiler.Layout;
import dev.xenvendor.c.compiler.Layout.Field;
import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Composite;
import dev.xenvendor.c.parse.CDefinition.Enumeration;
import dev.xenvendor.c.parse.CDefinition.Enumerator;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.CDefinition.Typedef;
import dev.xenvendor.c.parse.CField;
import dev.xenvendor.c.parse.CName;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the entries of a view from a survey of the headers. */
final class AbiEntries {

  private final HeaderTree tree;
  private final SourceTexts texts;

  AbiEntries(HeaderTree tree) {
    this.tree = tree;
    this.texts = new SourceTexts(tree);
  }

  ViewAbi of(HeaderSurvey survey) {
    SortedMap<AbiName, AbiEntry> entries = new TreeMap<>();
    survey
        .headers()
        .forEach(
            (file, header) ->
                header.all().forEach(definition -> add(survey, file, definition, entries)));
    SortedMap<HeaderPath, String> failed = new TreeMap<>(survey.failed());
    failed.keySet().removeAll(survey.headers().keySet()); // others include it, where it compiles
    Set<HeaderPath> unread = new TreeSet<>(tree.paths());
    unread.removeAll(survey.headers().keySet());
    return new ViewAbi(
        entries, failed, survey.failed().keySet(), unread, inPart(survey), survey.unmeasured());
  }

  /** Without the compiler it is not known which text is C that the parser does not know. */
  private static SortedMap<HeaderPath, String> inPart(HeaderSurvey survey) {
    SortedMap<HeaderPath, String> inPart = new TreeMap<>();
    if (survey.unmeasured().isEmpty()) {
      survey
          .headers()
          .forEach(
              (path, header) -> header.unread().ifPresent(why -> inPart.put(path, why.inHeader())));
    }
    return inPart;
  }

  private void add(
      HeaderSurvey survey,
      HeaderPath file,
      CDefinition definition,
      SortedMap<AbiName, AbiEntry> entries) {
    if (definition.isGuestHandle()) {
      return;
    }
    if (definition instanceof Composite composite) {
      AbiName.Kind kind =
          composite.kind() == CDefinition.Kind.UNION ? AbiName.Kind.UNION : AbiName.Kind.STRUCT;
      add(entries, file, definition, kind, shape(survey, definition, ""));
    } else if (definition instanceof Typedef typedef) {
      add(entries, file, definition, AbiName.Kind.TYPEDEF, shape(survey, typedef, typedef.type()));
    } else if (definition instanceof Enumeration enumeration) {
      if (!enumeration.name().isEmpty()) {
        add(entries, file, definition, AbiName.Kind.ENUM, shape(survey, definition, ""));
      }
      enumeration.enumerators().forEach(e -> addEnumerator(survey, file, enumeration, e, entries));
    } else if (definition instanceof Macro macro
        && !survey.undefined().contains(macro.name())
        && !texts.isGuard(file, macro.name())) {
      addMacro(survey, file, macro, entries);
    }
  }

  private void add(
      SortedMap<AbiName, AbiEntry> entries,
      HeaderPath file,
      CDefinition definition,
      AbiName.Kind kind,
      Meaning meaning) {
    AbiName name = new AbiName(kind, definition.name());
    entries.putIfAbsent(
        name,
        new AbiEntry(
            name,
            file,
            definition.place().line(),
            meaning,
            texts.normal(file, definition.place()),
            uses(definition)));
  }

  private void addEnumerator(
      HeaderSurvey survey,
      HeaderPath file,
      Enumeration enumeration,
      Enumerator enumerator,
      SortedMap<AbiName, AbiEntry> entries) {
    AbiName name = new AbiName(AbiName.Kind.ENUMERATOR, enumerator.name());
    String written = enumerator.value().orElse("");
    entries.putIfAbsent(
        name,
        new AbiEntry(
            name,
            file,
            texts.line(file, enumeration.place(), enumerator.name()),
            constant(survey, enumerator.name()).orElseGet(() -> new Text(written)),
            written,
            uses(enumeration)));
  }

  /** If a macro is redefined, the last definition counts. */
  private static void addMacro(
      HeaderSurvey survey, HeaderPath file, Macro macro, SortedMap<AbiName, AbiEntry> entries) {
    AbiName name = new AbiName(AbiName.Kind.MACRO, macro.name());
    String body =
        macro.parameters().map(p -> '(' + String.join(", ", p) + ") ").orElse("") + macro.body();
    Meaning meaning = constant(survey, macro.name()).orElseGet(() -> new Text(body.strip()));
    entries.put(name, new AbiEntry(name, file, macro.place().line(), meaning, body, uses(macro)));
  }

  private static Optional<Meaning> constant(HeaderSurvey survey, String name) {
    return Optional.ofNullable(survey.constants().get(name)).map(Constant::new);
  }

  private static Set<String> uses(CDefinition definition) {
    return definition.uses().stream().map(CName::text).collect(Collectors.toUnmodifiableSet());
  }

  private static Shape shape(HeaderSurvey survey, CDefinition definition, String type) {
    Optional<Layout> layout = Optional.ofNullable(survey.layouts().get(definition.spelling()));
    List<Member> members = new ArrayList<>();
    for (Map.Entry<String, CField> field : CField.byPath(definition.ownFields()).entrySet()) {
      members.add(
          member(field.getKey(), field.getValue(), layout.flatMap(l -> l.field(field.getKey()))));
    }
    return new Shape(
        type,
        layout.map(l -> OptionalLong.of(l.size())).orElse(OptionalLong.empty()),
        layout.map(l -> OptionalLong.of(l.alignment())).orElse(OptionalLong.empty()),
        members);
  }

  private static Member member(String path, CField field, Optional<Field> place) {
    OptionalLong position = OptionalLong.empty();
    OptionalLong size = OptionalLong.empty();
    if (place.isPresent()) {
      if (place.get() instanceof Field.Whole whole) {
        position = OptionalLong.of(whole.offset() * Byte.SIZE);
        size = OptionalLong.of(whole.size());
      } else if (place.get() instanceof Field.BitField bits) {
        position = OptionalLong.of(bits.position());
      } else if (place.get() instanceof Field.Flexible flexible) {
        position = OptionalLong.of(flexible.offset() * Byte.SIZE);
      }
    }
    return new Member(path, field.fullType(), position, size);
  }
}
