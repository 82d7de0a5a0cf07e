package dev.xenvendor.check.inspection;

import dev.xenvendor.c.token.CDirective;
import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.check.inspection.UndefinedName.Use;
import dev.xenvendor.problem.SpellingSuggestion;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The undefined names whose values conditions use. A name that some condition asks only to be
 * defined is a feature that a tree may have or not.
 */
public final class UndefinedConditions {

  private static final Set<String> CONDITIONS = Set.of("if", "elif");
  private static final Set<String> IS_DEFINED = Set.of("ifdef", "ifndef", "elifdef", "elifndef");

  /** Macros of compilers and their libraries whose names have none of the usual forms. */
  private static final Set<String> COMPILERS =
      Set.of(
          "__cplusplus",
          "_MSC_VER",
          "__i386",
          "__x86_64",
          "__arm",
          "__BYTE_ORDER",
          "BYTE_ORDER",
          "LITTLE_ENDIAN",
          "BIG_ENDIAN",
          "__LITTLE_ENDIAN",
          "__BIG_ENDIAN",
          "true",
          "false");

  private final Map<HeaderPath, CTokens> files;
  private final Set<String> known = new HashSet<>();
  private final Set<String> defined = new HashSet<>();

  /**
   * @param provided what the tree defines elsewhere
   */
  public UndefinedConditions(Map<HeaderPath, CTokens> files, Set<String> provided) {
    this.files = files;
    known.addAll(COMPILERS);
    known.addAll(provided);
    files.values().forEach(this::learn);
    known.addAll(defined);
  }

  private void learn(CTokens text) {
    for (CDirective directive : text.directives()) {
      List<CToken> operands = directive.operands();
      if (directive.word().equals("define") && !operands.isEmpty()) {
        defined.add(operands.get(0).text());
      } else if (IS_DEFINED.contains(directive.word()) && !operands.isEmpty()) {
        known.add(operands.get(0).text());
      } else if (CONDITIONS.contains(directive.word())) {
        askedToBeDefined(operands).forEach(i -> known.add(operands.get(i).text()));
      }
    }
  }

  /** The numbers of the operands that only have to be defined. */
  private static List<Integer> askedToBeDefined(List<CToken> operands) {
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i).text().equals("defined")) {
        boolean open = i + 1 < operands.size() && operands.get(i + 1).text().equals("(");
        int name = open ? i + 2 : i + 1;
        if (name < operands.size()) {
          asked.add(name);
        }
      }
    }
    return asked;
  }

  public List<UndefinedName> undefined() {
    List<UndefinedName> undefined = new ArrayList<>();
    files.forEach(
        (file, text) -> {
          for (CDirective directive : text.directives()) {
            if (CONDITIONS.contains(directive.word())) {
              directive.operands().stream()
                  .filter(operand -> operand.kind() == CToken.Kind.IDENTIFIER)
                  .filter(operand -> isUndefined(operand.text()))
                  .forEach(operand -> undefined.add(tested(file, text, operand)));
            }
          }
        });
    return undefined;
  }

  private boolean isUndefined(String name) {
    if (known.contains(name) || name.equals("defined") || name.startsWith("CONFIG_")) {
      return false;
    }
    // Names of that form are the compiler's, for its target and itself, unless one is misspelled.
    boolean compilers = name.startsWith("__") && name.endsWith("__");
    return !compilers || meant(name).isPresent();
  }

  private Optional<String> meant(String name) {
    return SpellingSuggestion.to(name, defined.stream().sorted().toList());
  }

  private UndefinedName tested(HeaderPath file, CTokens text, CToken operand) {
    String name = operand.text();
    return new UndefinedName(
        Use.TESTED, file, text.line(operand.range().start()), name, "", "", meant(name));
  }
}
