package dev.xenvendor.cheader;

import dev.xenvendor.cheader.CDefinition.Typedef;
import dev.xenvendor.cheader.Layout.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The questions about types that a compiler is asked, genassym style: each is a constant that it
 * has to write into its assembly, so that nothing needs to be linked or run.
 */
final class ProbeUnit {

  private static final Pattern ANSWER = Pattern.compile("xenvendor:(\\d+):[$#]?(-?\\d+)");

  private final Map<String, CDefinition> known = new HashMap<>();
  private final Map<String, List<CField>> types = new LinkedHashMap<>();
  private final Set<String> absent = new LinkedHashSet<>();

  /** The constants to ask for; the answers bear their numbers. */
  private final List<String> questions = new ArrayList<>();

  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param definitions all that the unit sees
   */
  ProbeUnit(Collection<String> asked, List<CDefinition> definitions) {
    definitions.stream()
        .filter(definition -> definition.kind() != CDefinition.Kind.FORWARD)
        .forEach(definition -> known.putIfAbsent(definition.spelling(), definition));
    for (String type : asked) {
      CDefinition definition = known.get(type);
      if (definition == null) {
        absent.add(type);
      } else {
        List<CField> fields = fields(definition, 0);
        types.put(type, fields);
        ask(size(type));
        ask(alignment(type));
        walk(type, "", fields, this::askField);
      }
    }
  }

  private static final int MOST_ALIASES = 64;

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

  private interface Visitor {
    void field(String type, String path, CField field);
  }

  private static void walk(String type, String prefix, List<CField> fields, Visitor visitor) {
    for (CField field : fields) {
      field.name().ifPresent(name -> visitor.field(type, prefix + name, field));
      if (field.dimensions().isEmpty() && field.type().indexOf('*') < 0) {
        String inner = field.name().map(name -> prefix + name + '.').orElse(prefix);
        walk(type, inner, field.members(), visitor);
      }
    }
  }

  private void askField(String type, String path, CField field) {
    if (field.bits().isEmpty()) {
      ask(offset(type, path));
      if (!field.isFlexible()) {
        ask(size(type, path));
      }
    }
  }

  private void ask(String question) {
    numbers.computeIfAbsent(
        question,
        q -> {
          questions.add(q);
          return questions.size() - 1;
        });
  }

  private static String size(String type) {
    return "sizeof(" + type + ")";
  }

  /** Within a struct, which is what an ABI is about: on i386 the two differ for 64-bit numbers. */
  private static String alignment(String type) {
    return "__builtin_offsetof(struct { char c; " + type + " t; }, t)";
  }

  private static String offset(String type, String path) {
    return "__builtin_offsetof(" + type + ", " + path + ")";
  }

  private static String size(String type, String path) {
    return "sizeof(((" + type + " *)0)->" + path + ")";
  }

  /** C code to stand behind what defines the types. */
  String text() {
    StringBuilder unit = new StringBuilder("\nvoid xenvendor_probe(void);\n");
    unit.append("void xenvendor_probe(void) {\n");
    for (int i = 0; i < questions.size(); i++) {
      unit.append("__asm__ __volatile__(\".ascii \\\"xenvendor:").append(i);
      unit.append(":%c0\\\"\" : : \"i\"((long)(").append(questions.get(i)).append(")));\n");
    }
    return unit.append("}\n").toString();
  }

  /** The layouts that the assembly tells; empty where it leaves a question open. */
  Optional<LayoutResult> answers(String assembly) {
    Map<Integer, Long> answers = new HashMap<>();
    Matcher matcher = ANSWER.matcher(assembly);
    try {
      while (matcher.find()) {
        answers.put(Integer.valueOf(matcher.group(1)), Long.valueOf(matcher.group(2)));
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    if (answers.size() != questions.size() || !answers.keySet().containsAll(numbers.values())) {
      return Optional.empty();
    }
    Map<String, Layout> layouts = new LinkedHashMap<>();
    types.forEach((type, fields) -> layouts.put(type, layout(type, fields, answers)));
    return Optional.of(new LayoutResult.Layouts(layouts, absent));
  }

  private Layout layout(String type, List<CField> fields, Map<Integer, Long> answers) {
    List<Field> laidOut = new ArrayList<>();
    walk(type, "", fields, (t, path, field) -> laidOut.add(laidOut(t, path, field, answers)));
    return new Layout(type, answer(size(type), answers), answer(alignment(type), answers), laidOut);
  }

  private Field laidOut(String type, String path, CField field, Map<Integer, Long> answers) {
    if (field.bits().isPresent()) {
      return new Field.BitField(path, field.bits().get().text());
    }
    long offset = answer(offset(type, path), answers);
    return field.isFlexible()
        ? new Field.Flexible(path, offset)
        : new Field.Whole(path, offset, answer(size(type, path), answers));
  }

  private long answer(String question, Map<Integer, Long> answers) {
    Integer number = numbers.get(question);
    Long answer = number == null ? null : answers.get(number);
    if (answer == null) {
      throw new IllegalStateException("never asked: " + question);
    }
    return answer;
  }
}
