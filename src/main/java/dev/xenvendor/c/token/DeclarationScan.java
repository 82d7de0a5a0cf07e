package dev.xenvendor.c.token;

import dev.xenvendor.c.token.CToken.Kind;
import dev.xenvendor.c.token.Declarations.Body;
import dev.xenvendor.c.token.Declarations.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declarations of a header from its tokens, one after the other, and what they define.
 */
final class DeclarationScan {

  /**
   * A bracket that is open.
   *
   * @param type the type that it is the body of; empty where that has no name
   * @param outer the declaration that it interrupts
   */
  private record Bracket(char opening, int line, Body body, String type, List<Word> outer) {}

  /** The position of the reader: the open brackets, and the declaration so far. */
  record State(List<Bracket> brackets, List<Word> declaration) {

    /** Returns the number of open brackets. */
    int depth() {
      return brackets.size();
    }
  }

  private final Definitions definitions;
  private final List<StructureFault> faults = new ArrayList<>();
  private List<Bracket> brackets = new ArrayList<>();
  private List<Word> declaration = new ArrayList<>();
  private Condition condition = Condition.ALWAYS;
  private boolean bracketsFail;

  DeclarationScan(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The condition under which the next words are compiled. */
  void under(Condition other) {
    condition = other;
  }

  State state() {
    return new State(List.copyOf(brackets), List.copyOf(declaration));
  }

  /** Goes on from another place, as at the beginning of another branch. */
  void resume(State state) {
    brackets = new ArrayList<>(state.brackets);
    declaration = new ArrayList<>(state.declaration);
  }

  /** Returns what is wrong with brackets and commas, once all words are read. */
  List<StructureFault> faults() {
    if (!brackets.isEmpty()) {
      Bracket first = brackets.get(0);
      bracketFault(first.line, "'" + first.opening + "' is never closed");
    }
    return faults;
  }

  /** Reads the next word. */
  void read(Word word) {
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
      default -> declaration.add(word);
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

  /** Reports only the first: the others may follow from it. */
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
