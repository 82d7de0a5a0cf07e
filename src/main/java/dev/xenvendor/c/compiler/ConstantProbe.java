package dev.xenvendor.c.compiler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Questions to the compiler about the headers before them. Each question defines a constant object,
 * after a marker with the question's number. The answers can thus be read from the assembly of any
 * object format, and nothing runs. Both targets are little-endian.
 */
final class ConstantProbe {

  /** The file name that {@code #line} gives the questions, each on the line of its number. */
  private static final String FILE = "questions";

  private static final Pattern AT_QUESTION = Pattern.compile("(?m)\\b" + FILE + ":(\\d+)[:,]");

  /** Unpredictable for the author of a header, so that no header can forge an answer. */
  private static final String MARK = "xenvendor:" + UUID.randomUUID() + ':';

  /** Has as many digits as the mark of each question, and one before them. */
  private static final int NUMBERS = 1_000_000;

  private static final int DIGITS = 6;
  private static final String PACKED = "struct __attribute__((__packed__)) ";

  /**
   * A question.
   *
   * @param guard the macro without which it is not asked; empty where it always is
   */
  private record Question(String text, String guard) {}

  private final List<Question> questions = new ArrayList<>();
  private final Set<Integer> dropped = new HashSet<>();

  /** The numbers of constants that the questions ask for; those with equal numbers share a type. */
  private final Set<Integer> counts = new TreeSet<>();

  /** One that every compiler can answer. */
  private static final int ANCHOR = 1;

  ConstantProbe() {
    constants(List.of("1"));
  }

  /** Asks for integer constants; the number of the question. */
  int constants(List<String> expressions) {
    return add("", numbers(expressions.size(), values(expressions)));
  }

  /** Asks whether a macro is still defined: if not, there is no answer. */
  int isDefined(String macro) {
    return add(macro, numbers(1, "1"));
  }

  /** Asks for the sign and the value of an expression that is one only where the macro is. */
  int signedConstant(String expression, String guard) {
    String negative = "xenvendor_negative_" + (questions.size() + 1);
    // An enumerator must be an integer constant, which the address of something is not.
    String sign = "enum { " + negative + " = ((" + expression + ") < 0) }; ";
    return add(guard, sign + numbers(2, values(List.of(negative, expression))));
  }

  /** Asks for the bytes of an object. */
  int image(String type, String initializer) {
    return add("", object(PACKED + members(type + " v"), initializer));
  }

  private String numbers(int count, String values) {
    counts.add(count);
    return object(typeOf(count), values);
  }

  private static String typeOf(int count) {
    return "struct xenvendor_numbers_" + count;
  }

  private static String members(String answer) {
    return "{ char mark[" + (MARK.length() + DIGITS) + "]; " + answer + "; }";
  }

  private static String values(List<String> expressions) {
    StringBuilder values = new StringBuilder();
    expressions.forEach(e -> values.append("(unsigned long long)(").append(e).append("), "));
    return values.toString();
  }

  private String object(String type, String value) {
    int number = questions.size() + 1;
    return "const "
        + type
        + " xenvendor_object_"
        + number
        + " = { \""
        + MARK
        + Integer.toString(NUMBERS + number).substring(1)
        + "\", { "
        + value
        + " } };";
  }

  private int add(String guard, String text) {
    questions.add(new Question(text, guard));
    return questions.size();
  }

  /** C code to append to the headers. */
  String text() {
    StringBuilder unit = new StringBuilder("\n");
    for (int count : counts) {
      String type = typeOf(count).replace("struct ", PACKED);
      String answer = "unsigned long long v[" + count + "]";
      unit.append(type).append(' ').append(members(answer)).append(";\n");
    }
    for (int number = 1; number <= questions.size(); number++) {
      Question question = questions.get(number - 1);
      if (!dropped.contains(number)) {
        boolean guarded = !question.guard.isEmpty();
        unit.append(guarded ? "#ifdef " + question.guard + '\n' : "");
        unit.append("#line ").append(number).append(" \"" + FILE + "\"\n");
        unit.append(question.text).append(guarded ? "\n#endif\n" : "\n");
      }
    }
    return unit.toString();
  }

  /** Returns what the compiler says of all else than the questions. */
  List<CompilerMessage> errorsElsewhere(String messages) {
    return CompilerMessage.errors(messages).stream()
        .filter(error -> !error.file().equals(FILE))
        .toList();
  }

  /**
   * Leaves out the questions that the compiler complains of; one that is wrong about a macro's
   * definition also names the place of its use.
   *
   * @return whether there were any
   */
  boolean drop(String messages) {
    boolean some = false;
    Matcher matcher = AT_QUESTION.matcher(messages);
    while (matcher.find()) {
      some |= dropped.add(Integer.valueOf(matcher.group(1)));
    }
    return some;
  }

  /** The answers in compiled data; empty where it is not the one that was asked for. */
  Optional<Answers> answers(byte[] data) {
    Map<Integer, Integer> places = new HashMap<>();
    String text = new String(data, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
      int start = at + MARK.length();
      int end = start + DIGITS;
      if (end <= text.length() && text.substring(start, end).matches("\\d+")) {
        places.put(Integer.valueOf(text.substring(start, end)), end);
      }
    }
    Answers answers = new Answers(data, places);
    return answers.has(ANCHOR) ? Optional.of(answers) : Optional.empty();
  }

  /** The compiler's answers. */
  static final class Answers {

    private final byte[] data;
    private final Map<Integer, Integer> places;

    private Answers(byte[] data, Map<Integer, Integer> places) {
      this.data = data;
      this.places = places;
    }

    boolean has(int question) {
      return places.containsKey(question);
    }

    /** As many constants as were asked for; empty where there is no answer. */
    Optional<long[]> constants(int question, int count) {
      return image(question, (long) count * Long.BYTES)
          .map(
              bytes -> {
                long[] values = new long[count];
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
                return values;
              });
    }

    /** The bytes of an object; empty where there is no answer. */
    Optional<byte[]> image(int question, long size) {
      Integer at = places.get(question);
      return at == null || size > data.length - at
          ? Optional.empty()
          : Optional.of(Arrays.copyOfRange(data, at, at + (int) size));
    }
  }
}
