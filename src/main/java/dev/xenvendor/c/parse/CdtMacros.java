package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.Place.Origin;
import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CKeywords;
import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.CTokens;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorFunctionStyleMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroDefinition;

/** Turns the macros that CDT found in a file into definitions. */
final class CdtMacros {

  private final int length;
  private final Places places;
  private final Map<Integer, ByteRange> directives = new HashMap<>();

  CdtMacros(CTokens tokens) {
    this.length = tokens.length();
    this.places = new Places(tokens);
    tokens
        .directives()
        .forEach(directive -> directives.put(directive.range().start(), directive.range()));
  }

  List<Macro> definitions(List<IASTPreprocessorMacroDefinition> macros) {
    return macros.stream().map(this::definition).toList();
  }

  private Macro definition(IASTPreprocessorMacroDefinition macro) {
    ByteRange found = CdtFile.range(macro);
    ByteRange range = directives.getOrDefault(found.start(), inFile(found));
    Optional<List<String>> parameters = parameters(macro);
    String name = macro.getName().toString();
    CTokens body = CTokens.of(macro.getExpansion());
    Set<CName> uses = uses(body);
    parameters.ifPresent(
        names -> names.forEach(parameter -> uses.remove(CName.ordinary(parameter))));
    uses.remove(CName.ordinary(name));
    String text = body.normal(new ByteRange(0, macro.getExpansion().length()));
    return new Macro(name, places.of(range, Origin.WRITTEN), uses, parameters, text);
  }

  /** In the arguments of a macro call without its end, CDT gives later places than there are. */
  private ByteRange inFile(ByteRange range) {
    return new ByteRange(Math.min(range.start(), length), Math.min(range.end(), length));
  }

  private static Optional<List<String>> parameters(IASTPreprocessorMacroDefinition macro) {
    return macro instanceof IASTPreprocessorFunctionStyleMacroDefinition function
        ? Optional.of(
            Arrays.stream(function.getParameters())
                .map(parameter -> parameter.getParameter())
                .toList())
        : Optional.empty();
  }

  /** Returns the names in a macro's body; what an ordinary name is depends on the macro's use. */
  private static Set<CName> uses(CTokens body) {
    Set<CName> uses = new TreeSet<>();
    String before = "";
    for (int token = body.significant(0); token < body.size(); ) {
      String text = body.spelling(token);
      if (body.kind(token) == Kind.IDENTIFIER && !CKeywords.isKeyword(text)) {
        uses.add(CKeywords.isTag(before) ? CName.tag(text) : CName.ordinary(text));
      }
      before = text;
      token = body.significant(token + 1);
    }
    return uses;
  }
}
