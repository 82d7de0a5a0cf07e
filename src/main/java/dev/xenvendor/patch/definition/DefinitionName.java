package dev.xenvendor.patch.definition;

import static dev.xenvendor.c.token.CToken.Kind.IDENTIFIER;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Kind;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.token.CTokens;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A definition as a patch names it: {@code struct page}, {@code page_t}, or a macro's use with its
 * first arguments, {@code DEFINE_RING_TYPES(page)}. With {@code *} and {@code ?} it may name any
 * number, also none.
 */
public record DefinitionName(String written) {

  public DefinitionName {
    if (written.isBlank()) {
      throw new IllegalArgumentException("definitions must not name an empty one");
    }
    written = written.strip().replaceAll("\\s+", " ");
  }

  public boolean isPattern() {
    return written.chars().anyMatch(c -> c == '*' || c == '?');
  }

  /**
   * The definitions of a header that are meant.
   *
   * @throws IllegalArgumentException if it could mean one of several kinds
   */
  List<CDefinition> in(CHeader header) {
    List<CDefinition> meant =
        header.definitions().stream()
            .filter(definition -> definition.kind() != Kind.FORWARD)
            .filter(definition -> definition.kind() != Kind.MACRO)
            .filter(this::means)
            .toList();
    long kinds = meant.stream().map(CDefinition::kind).distinct().count();
    if (!isPattern() && kinds > 1) {
      throw new IllegalArgumentException(
          "'"
              + written
              + "' is ambiguous: it names a "
              + String.join(
                  " and a ",
                  meant.stream()
                      .map(d -> d.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                      .distinct()
                      .toList()));
    }
    return meant;
  }

  /** Returns whether a text has all the words of it; without them it cannot have the definition. */
  public boolean mayBeIn(CTokens text) {
    return Stream.of(written.split("[^A-Za-z0-9_*?]+"))
        .filter(word -> !word.isEmpty())
        .map(DefinitionName::new)
        .allMatch(
            word -> text.stream().anyMatch(t -> t.kind() == IDENTIFIER && word.matches(t.text())));
  }

  private boolean means(CDefinition definition) {
    if (definition instanceof CDefinition.MacroUse use) {
      return isCall(use);
    }
    return matches(definition.spelling()) || matches(definition.name());
  }

  /** The arguments that are written are the first ones. */
  private boolean isCall(CDefinition.MacroUse use) {
    int open = written.indexOf('(');
    if (open < 0) {
      return written.equals(use.name());
    }
    if (!written.substring(0, open).strip().equals(use.name())) {
      return false;
    }
    String inside = written.substring(open + 1, written.length() - (written.endsWith(")") ? 1 : 0));
    String[] wanted = inside.split(",", -1);
    if (wanted.length > use.arguments().size()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!new DefinitionName(wanted[i]).matches(use.arguments().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether it means what C code refers to in these words. */
  public boolean matches(String name) {
    return isPattern() ? name.matches(regex()) : name.equals(written);
  }

  private String regex() {
    StringBuilder regex = new StringBuilder();
    written
        .chars()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    return regex.toString();
  }

  @Override
  public String toString() {
    return written;
  }
}
