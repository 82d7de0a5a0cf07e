package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.Declarations.Body;
import dev.xenvendor.c.token.Declarations.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a header once, from top to bottom, through every branch of its conditionals. */
final class StructureScan {

  /**
   * A bracket that is open.
   *
   * @param type the type that it is the body of; empty where that has no name
   * @param outer the declaration that it interrupts
   */
  private record Bracket(char opening, int line, Body body, String type, List<Word> outer) {}

  /** Where the reader is: in which brackets, and in which declaration. */
  private record State(List<Bracket> brackets, List<Word> declaration) {}

  private final CTokens tokens;
  private final Conditionals<State> conditionals = new Conditionals<>();
  private final Definitions definitions = new Definitions();
  private final List<StructureFault> faults = new ArrayList<>();
  private List<Bracket> brackets = new ArrayList<>();
  private List<Word> declaration = new ArrayList<>();
  private Condition condition = Condition.ALWAYS;
  private boolean bracketsFail;
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
    brackets.stream()
        .filter(bracket -> !bracketsFail)
        .forEach(b -> bracketFault(b.line, "'" + b.opening + "' is never closed"));
    faults.addAll(conditionals.faults());
    faults.addAll(definitions.faults());
    faults.sort(Comparator.comparingInt(StructureFault::line));
    return new HeaderStructure(faults, conditionals.all());
  }

  /** What others see of the header, once it is read. */
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
          conditionals.open(directive, tokens.normal(directive.range()), line, state());
      case "elif", "else" -> resume(conditionals.branch(directive, line, state()));
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
  }

  private State state() {
    return new State(List.copyOf(brackets), List.copyOf(declaration));
  }

  private void resume(State state) {
    brackets = new ArrayList<>(state.brackets);
    declaration = new ArrayList<>(state.declaration);
  }

  private void endif(int line) {
    List<State> ends = conditionals.close(line, state());
    State first = ends.get(0);
    for (State end : ends) {
      if (end.brackets.size() != first.brackets.size()) {
        faults.add(
            StructureFault.at(
                line, "branches", "the branches that end here leave other brackets open"));
        break;
      }
    }
    resume(first);
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
    if (word.kind() != Kind.PUNCTUATOR) {
      declaration.add(word);
      return;
    }
    switch (word.text()) {
      case "{" -> openBrace(word);
      case "(", "[" -> {
        declaration.add(word);
        brackets.add(new Bracket(word.text().charAt(0), word.line(), body(), "", List.of()));
      }
      case ")", "]" -> {
        declaration.add(word);
        close(word);
      }
      case "}" -> closeBrace(word);
      case ";" -> {
        if (isInParentheses()) {
          declaration.add(word);
        } else {
          endDeclaration();
        }
      }
      case "," -> {
        declaration.add(word);
        if (body() == Body.ENUMERATORS && !isInParentheses()) {
          endDeclaration();
        }
      }
      case "*" -> {
        strayCommentEnd(token);
        declaration.add(word);
      }
      default -> declaration.add(word);
    }
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

  private Body body() {
    return brackets.isEmpty() ? Body.FILE : brackets.get(brackets.size() - 1).body;
  }

  private boolean isInParentheses() {
    return !brackets.isEmpty() && brackets.get(brackets.size() - 1).opening != '{';
  }

  private void openBrace(Word brace) {
    Body inner = body() == Body.OTHER ? Body.OTHER : Declarations.body(declaration);
    String name = inner == Body.FILE ? null : Declarations.defined(declaration, inner);
    boolean visible = body() == Body.FILE || (body() == Body.MEMBERS && inner != Body.OTHER);
    if (name != null && visible && !isInParentheses()) {
      definitions.add(name, brace.line(), condition);
    }
    String type = name == null ? "" : name;
    brackets.add(new Bracket('{', brace.line(), inner, type, declaration));
    declaration = new ArrayList<>();
  }

  private void closeBrace(Word brace) {
    if (body() == Body.ENUMERATORS && !isInParentheses()) {
      endDeclaration();
    }
    Bracket opened = close(brace);
    if (opened == null || opened.opening != '{') {
      return;
    }
    declaration = new ArrayList<>();
    boolean goesOn =
        opened.body == Body.MEMBERS
            || opened.body == Body.ENUMERATORS
            || opened.outer.stream().anyMatch(word -> word.is("="));
    if (goesOn) {
      declaration.addAll(opened.outer);
      declaration.add(new Word(Kind.PUNCTUATOR, Declarations.BODY, brace.line()));
    }
  }

  private @Nullable Bracket close(Word closing) {
    if (brackets.isEmpty()) {
      bracketFault(closing.line(), "'" + closing.text() + "' closes nothing");
      return null;
    }
    Bracket opened = brackets.remove(brackets.size() - 1);
    if ("([{".indexOf(opened.opening) != ")]}".indexOf(closing.text())) {
      bracketFault(
          closing.line(),
          "'%s' does not close the '%c' of line %d"
              .formatted(closing.text(), opened.opening, opened.line));
    }
    return opened;
  }

  /** Only the first is told: the others may follow from it. */
  private void bracketFault(int line, String message) {
    if (!bracketsFail) {
      faults.add(StructureFault.at(line, "bracket", message));
    }
    bracketsFail = true;
  }

  private void endDeclaration() {
    List<Word> ended = declaration;
    declaration = new ArrayList<>();
    if (ended.isEmpty() || bracketsFail) {
      return;
    }
    switch (body()) {
      case FILE -> atFileLevel(ended);
      case MEMBERS -> members(ended);
      case ENUMERATORS -> {
        missingComma(ended);
        Word name = ended.get(0);
        if (name.isName() && (ended.size() == 1 || !ended.get(1).is("("))) {
          definitions.add("enumerator " + name.text(), name.line(), condition);
        }
      }
      case OTHER -> {}
    }
  }

  /** A name below another one begins an enumerator; on the same line it may be an attribute. */
  private void missingComma(List<Word> enumerator) {
    for (int i = 1; i < enumerator.size(); i++) {
      Word before = enumerator.get(i - 1);
      Word name = enumerator.get(i);
      boolean ends = before.isName() || before.kind() == Kind.NUMBER;
      if (ends && name.isName() && name.line() > before.line()) {
        String what = before.text() + " and " + name.text();
        faults.add(
            StructureFault.at(name.line(), "comma " + what, "there is no comma between " + what));
      }
    }
  }

  private void members(List<Word> ended) {
    Bracket braces = brackets.get(brackets.size() - 1);
    String of = braces.type.isEmpty() ? "" : " of " + braces.type;
    for (Word name : Declarations.declared(ended)) {
      definitions.addMember("member " + name.text() + of, braces.line, name.line(), condition);
    }
  }

  private void atFileLevel(List<Word> ended) {
    Word first = ended.get(0);
    String text = Declarations.text(ended);
    if (first.is("typedef")) {
      boolean body = ended.stream().anyMatch(word -> word.is(Declarations.BODY));
      for (Word name : Declarations.typedefs(ended)) {
        String what = "typedef " + name.text();
        if (body) {
          definitions.add(what, name.line(), condition);
        } else {
          definitions.addRepeatable(what, name.line(), condition, text);
        }
      }
    } else if (Declarations.isDefiningCall(ended)) {
      definitions.add(text.replace(" ", ""), first.line(), condition);
    }
  }
}
