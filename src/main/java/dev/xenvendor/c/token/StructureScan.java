package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.Declarations.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a header once, from top to bottom, through every branch of its conditionals. */
final class StructureScan {

  private final CTokens tokens;
  private final Conditionals<DeclarationScan.State> conditionals = new Conditionals<>();
  private final Definitions definitions = new Definitions();
  private final DeclarationScan declarations = new DeclarationScan(definitions);
  private final List<StructureFault> faults = new ArrayList<>();
  private Condition condition = Condition.ALWAYS;
  private final List<HeaderNames.Inclusion> inclusions = new ArrayList<>();
  private final Set<String> macros = new HashSet<>();
  private final Set<String> undefined = new HashSet<>();

  StructureScan(CTokens tokens) {
    this.tokens = tokens;
  }

  HeaderStructure structure() {
    List<CDirective> directives = tokens.directives();
    int next = 0;
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) == Kind.BLOCK_COMMENT) {
        comment(token);
      }
      if (!tokens.inDirective(token)) {
        if (tokens.kind(token).isSignificant() && !condition.isNever()) {
          word(token);
        }
      } else if (next < directives.size()
          && tokens.start(token) == directives.get(next).range().start()) {
        directive(directives.get(next++), line(token));
      }
    }
    faults.addAll(declarations.faults());
    faults.addAll(conditionals.faults());
    faults.addAll(definitions.faults());
    faults.sort(Comparator.comparingInt(StructureFault::line));
    return new HeaderStructure(faults, conditionals.all());
  }

  /** Returns what others see of the header, once it is read. */
  HeaderNames names() {
    String guard = IncludeGuard.of(tokens.directives()).orElse("");
    return new HeaderNames(definitions.all(), inclusions, macros, undefined, guard);
  }

  private int line(int token) {
    return tokens.line(tokens.start(token));
  }

  private void comment(int token) {
    String text = tokens.text(token);
    boolean closed = text.length() >= 4 && text.endsWith("*/");
    if (!closed) {
      faults.add(StructureFault.at(line(token), "comment", "a comment is never closed"));
      return;
    }
    int inner = text.indexOf("/*", 2);
    if (inner >= 0 && inner + 3 < text.length()) {
      int line = tokens.line(tokens.start(token) + inner);
      String words = text.substring(inner).lines().findFirst().orElse("").strip();
      faults.add(
          StructureFault.at(
              line,
              "comment " + words,
              "a comment begins within the comment of line " + line(token)));
    }
  }

  private void directive(CDirective directive, int line) {
    switch (directive.word()) {
      case "if", "ifdef", "ifndef" ->
          conditionals.open(
              directive, tokens.normal(directive.range()), line, declarations.state());
      case "elif", "else" ->
          declarations.resume(conditionals.branch(directive, line, declarations.state()));
      case "endif" -> endif(line);
      case "define" -> define(directive, line);
      case "undef" ->
          directive.operands().stream()
              .findFirst()
              .ifPresent(
                  name -> {
                    definitions.remove("macro " + name.text());
                    undefined.add(name.text());
                  });
      default ->
          directive
              .included()
              .ifPresent(name -> inclusions.add(new HeaderNames.Inclusion(name, condition)));
    }
    condition = conditionals.condition();
    declarations.under(condition);
  }

  private void endif(int line) {
    List<DeclarationScan.State> ends = conditionals.close(line, declarations.state());
    DeclarationScan.State first = ends.get(0);
    for (DeclarationScan.State end : ends) {
      if (end.depth() != first.depth()) {
        faults.add(
            StructureFault.at(
                line, "branches", "the branches that end here leave other brackets open"));
        break;
      }
    }
    declarations.resume(first);
  }

  private void define(CDirective directive, int line) {
    Optional<CToken> name = directive.operands().stream().findFirst();
    if (name.isEmpty()) {
      return;
    }
    String what = "macro " + name.get().text();
    macros.add(name.get().text());
    if (!condition.asksFor(name.get().text())) {
      definitions.addMacro(what, line, condition, tokens.normal(directive.range()));
    }
    int depth = 0;
    for (CToken token : directive.operands()) {
      depth += isOneOf(token.text(), "([{") ? 1 : isOneOf(token.text(), ")]}") ? -1 : 0;
    }
    if (depth != 0 && !condition.isNever()) {
      faults.add(StructureFault.at(line, "brackets of " + what, what + " has unbalanced brackets"));
    }
  }

  private static boolean isOneOf(String token, String brackets) {
    return token.length() == 1 && brackets.contains(token);
  }

  private void word(int token) {
    Word word = new Word(tokens.kind(token), tokens.spelling(token), line(token));
    if (word.is("*")) {
      strayCommentEnd(token);
    }
    declarations.read(word);
  }

  private void strayCommentEnd(int token) {
    boolean slash =
        token + 1 < tokens.size()
            && tokens.end(token) - tokens.start(token) == 1
            && tokens.isPunctuator(token + 1, '/');
    if (slash) {
      int line = line(token);
      faults.add(StructureFault.at(line, "comment end", "'*/' is outside a comment"));
    }
  }
}
