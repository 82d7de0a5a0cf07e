package dev.xenvendor.git.config;

import dev.xenvendor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration that the environment holds for a single command: {@code GIT_CONFIG_COUNT} with
 * its keys and values, then {@code GIT_CONFIG_PARAMETERS}, in which {@code git -c} hands its
 * options to the programs that it starts.
 */
final class CommandConfig {

  private record Entry(String key, Optional<String> value) {}

  private final Function<String, Optional<String>> environment;

  CommandConfig(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** As the text of a configuration file; empty where there is none. */
  String text() {
    List<Entry> entries = new ArrayList<>(counted());
    entries.addAll(parameters());
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(lines(entry)));
    return text.toString();
  }

  private List<Entry> counted() {
    String count = environment.apply("GIT_CONFIG_COUNT").orElse("");
    if (count.isEmpty()) {
      return List.of();
    }
    if (!count.matches("\\d{1,9}")) {
      throw Problem.usage("GIT_CONFIG_COUNT is not a number: " + count)
          .hint("unset GIT_CONFIG_COUNT");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(count); i++) {
      entries.add(new Entry(required("GIT_CONFIG_KEY_" + i), value("GIT_CONFIG_VALUE_" + i)));
    }
    return entries;
  }

  private Optional<String> value(String variable) {
    return Optional.of(required(variable));
  }

  private String required(String variable) {
    return environment
        .apply(variable)
        .orElseThrow(
            () ->
                Problem.usage("GIT_CONFIG_COUNT is too high: there is no " + variable)
                    .hint("set " + variable + ", or unset GIT_CONFIG_COUNT"));
  }

  /** Quoted for the shell: {@code 'a.b'='c'}, from older versions of git {@code 'a.b=c'}. */
  private List<Entry> parameters() {
    String text = environment.apply("GIT_CONFIG_PARAMETERS").orElse("").strip();
    List<Entry> entries = new ArrayList<>();
    int[] at = {0};
    while (at[0] < text.length()) {
      String first = word(text, at);
      if (at[0] < text.length() && text.charAt(at[0]) == '=') {
        at[0]++;
        boolean quoted = at[0] < text.length() && text.charAt(at[0]) == '\'';
        entries.add(new Entry(first, quoted ? Optional.of(word(text, at)) : Optional.empty()));
      } else {
        int equals = first.indexOf('=');
        entries.add(
            equals < 0
                ? new Entry(first, Optional.empty())
                : new Entry(first.substring(0, equals), Optional.of(first.substring(equals + 1))));
      }
      while (at[0] < text.length() && Character.isWhitespace(text.charAt(at[0]))) {
        at[0]++;
      }
    }
    return entries;
  }

  /** Returns the quoted word at the position, and moves the position after it. */
  private static String word(String text, int[] at) {
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    while (at[0] < text.length()) {
      char c = text.charAt(at[0]);
      if (c == '\'') {
        quoted = !quoted;
      } else if (quoted) {
        word.append(c);
      } else if (c == '\\' && at[0] + 1 < text.length()) {
        at[0]++;
        word.append(text.charAt(at[0]));
      } else if (c == '=' || Character.isWhitespace(c)) {
        return word.toString();
      } else {
        throw malformed();
      }
      at[0]++;
    }
    if (quoted) {
      throw malformed();
    }
    return word.toString();
  }

  private static Problem malformed() {
    return Problem.usage("GIT_CONFIG_PARAMETERS is not quoted as git quotes it")
        .hint("unset GIT_CONFIG_PARAMETERS, and use GIT_CONFIG_COUNT instead");
  }

  private static String lines(Entry entry) {
    int first = entry.key().indexOf('.');
    int last = entry.key().lastIndexOf('.');
    if (first <= 0 || last == entry.key().length() - 1) {
      throw Problem.usage("the environment has no configuration key in '" + entry.key() + "'")
          .hint("a key has a section and a name: GIT_CONFIG_KEY_0=user.name");
    }
    String subsection =
        first == last ? "" : " \"" + escaped(entry.key().substring(first + 1, last)) + '"';
    String value =
        entry.value().map(v -> " = \"" + escaped(v).replace("\n", "\\n") + '"').orElse("");
    return '['
        + entry.key().substring(0, first)
        + subsection
        + "]\n\t"
        + entry.key().substring(last + 1)
        + value
        + '\n';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
