package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.ConstantProbe.Answers;
import dev.xenvendor.c.compiler.Layout.Field;
import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Typedef;
import dev.xenvendor.c.parse.CField;
import dev.xenvendor.c.parse.CName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The questions to a compiler about the layouts of types, and the layouts in its answers. */
final class LayoutQueries {

  /**
   * A type and what was asked about it.
   *
   * @param numbers the question for its figures: the size, the alignment, and those of each field
   * @param images the question for each bit-field: the type with all of that field's bits set
   */
  private record Asked(List<Step> fields, int figures, int numbers, Map<String, Integer> images) {}

  /** A field and the way to it. */
  private record Step(String path, CField field) {

    boolean isBitField() {
      return field.bits().isPresent();
    }
  }

  private static final int MOST_ALIASES = 64;

  private final ConstantProbe questions;
  private final Map<String, CDefinition> known = new HashMap<>();
  private final Map<String, Asked> types = new LinkedHashMap<>();

  /**
   * @param definitions all that the unit sees
   */
  LayoutQueries(ConstantProbe questions, Collection<String> asked, List<CDefinition> definitions) {
    this.questions = questions;
    definitions.stream()
        .filter(definition -> definition.kind() != CDefinition.Kind.FORWARD)
        .forEach(definition -> known.putIfAbsent(definition.spelling(), definition));
    for (String type : asked) {
      CDefinition definition = known.get(unaliased(type));
      if (definition != null) {
        types.computeIfAbsent(type, t -> ask(t, definition));
      }
    }
  }

  /** A tag may be a macro that expands to another one. */
  private String unaliased(String type) {
    int tag = type.lastIndexOf(' ') + 1;
    String name = type.substring(tag);
    for (int i = 0;
        i < MOST_ALIASES && tag > 0 && !known.containsKey(type.substring(0, tag) + name);
        i++) {
      if (!(known.get(name) instanceof CDefinition.Macro macro) || macro.parameters().isPresent()) {
        break;
      }
      name = macro.body().strip();
    }
    return type.substring(0, tag) + name;
  }

  private Asked ask(String type, CDefinition definition) {
    List<Step> fields = new ArrayList<>();
    CField.byPath(fields(definition, 0))
        .forEach((path, field) -> fields.add(new Step(path, field)));
    List<String> figures = new ArrayList<>(List.of("sizeof(" + type + ")", alignment(type)));
    Map<String, Integer> images = new HashMap<>();
    for (Step step : fields) {
      if (step.isBitField()) {
        images.put(step.path, questions.image(type, '.' + step.path + " = -1"));
      } else {
        figures.add("__builtin_offsetof(" + type + ", " + step.path + ")");
        // What is flexible has none.
        figures.add(
            step.field.isFlexible() ? "0" : "sizeof(((" + type + " *)0)->" + step.path + ")");
      }
    }
    return new Asked(fields, figures.size(), questions.constants(figures), images);
  }

  /** Within a struct, which is what an ABI is about: on i386 the two differ for 64-bit numbers. */
  private static String alignment(String type) {
    return "__builtin_offsetof(struct { char c; " + type + " t; }, t)";
  }

  private List<CField> fields(CDefinition definition, int aliases) {
    if (!(definition instanceof Typedef typedef)
        || !typedef.fields().isEmpty()
        || aliases == MOST_ALIASES) {
      return definition.fields();
    }
    return typedef
        .alias()
        .flatMap(this::named)
        .map(target -> fields(target, aliases + 1))
        .orElse(List.of());
  }

  private Optional<CDefinition> named(CName name) {
    if (name.space() != CName.Space.TAG) {
      return Optional.ofNullable(known.get(name.text()));
    }
    CDefinition struct = known.get("struct " + name.text());
    return Optional.ofNullable(struct != null ? struct : known.get("union " + name.text()));
  }

  /** The layouts of those types that the compiler could be asked about. */
  Map<String, Layout> layouts(Answers answers) {
    Map<String, Layout> layouts = new LinkedHashMap<>();
    types.forEach(
        (type, asked) ->
            answers
                .constants(asked.numbers, asked.figures)
                .flatMap(figures -> layout(asked, figures, answers))
                .ifPresent(layout -> layouts.put(type, layout)));
    return layouts;
  }

  /** Returns whether every type that is defined has its layout among these. */
  boolean isAnswered(Map<String, Layout> layouts) {
    return layouts.keySet().equals(types.keySet());
  }

  private static Optional<Layout> layout(Asked asked, long[] figures, Answers answers) {
    List<Field> fields = new ArrayList<>();
    int next = 2;
    for (Step step : asked.fields) {
      if (step.isBitField()) {
        Integer image = asked.images.get(step.path);
        Optional<BitSet> bits =
            answers.image(image == null ? 0 : image, figures[0]).map(BitSet::valueOf);
        if (bits.isEmpty()) {
          return Optional.empty();
        }
        String width = step.field.bits().orElse("");
        fields.add(new Field.BitField(step.path, width, bits.get().nextSetBit(0)));
      } else {
        long offset = figures[next++];
        long size = figures[next++];
        fields.add(
            step.field.isFlexible()
                ? new Field.Flexible(step.path, offset)
                : new Field.Whole(step.path, offset, size));
      }
    }
    return Optional.of(new Layout(figures[0], figures[1], fields));
  }
}
