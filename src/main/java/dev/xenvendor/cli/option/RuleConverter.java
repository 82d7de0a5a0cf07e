package dev.xenvendor.cli.option;

import dev.xenvendor.profile.Rule;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Reads a rule's name from the command line. */
public final class RuleConverter implements ITypeConverter<Rule> {

  @Override
  public Rule convert(String value) {
    List<String> words = Arrays.stream(Rule.values()).map(Rule::word).toList();
    return Rule.ofWord(value).orElseThrow(() -> Choice.unknown("rule", value, words));
  }
}
