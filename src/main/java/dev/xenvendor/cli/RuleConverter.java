package dev.xenvendor.cli;

import dev.xenvendor.problem.Nearest;
import dev.xenvendor.vendor.Rule;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rule's name from the command line. */
final class RuleConverter implements ITypeConverter<Rule> {

  @Override
  public Rule convert(String value) {
    return Rule.ofWord(value).orElseThrow(() -> new TypeConversionException(unknown(value)));
  }

  private static String unknown(String value) {
    List<String> words = Arrays.stream(Rule.values()).map(Rule::word).toList();
    return "there is no rule '"
        + value
        + "'"
        + Nearest.to(value, words)
            .map(nearest -> ", did you mean '" + nearest + "'?")
            .orElse(" (" + String.join(", ", words) + ")");
  }
}
