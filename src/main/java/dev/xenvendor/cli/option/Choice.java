package dev.xenvendor.cli.option;

import dev.xenvendor.problem.SpellingSuggestion;
import java.util.Collection;
import picocli.CommandLine.TypeConversionException;

/** Words of which an option takes one. */
final class Choice {

  private Choice() {}

  /** Returns what to say of a word that is none of them. */
  static TypeConversionException unknown(String what, String value, Collection<String> words) {
    String all = " (" + String.join(", ", words) + ")";
    String question = SpellingSuggestion.question(value, words);
    String nearest = question.isEmpty() ? all : question;
    return new TypeConversionException("there is no " + what + " '" + value + "'" + nearest);
  }
}
