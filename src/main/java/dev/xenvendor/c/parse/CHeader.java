package dev.xenvendor.c.parse;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The definitions of one header, in file order, as far as conditionals let the compiler see them.
 *
 * @param definitions the definitions in the file; one that a macro makes is at the macro's use
 */
public record CHeader(HeaderPath path, List<CDefinition> definitions, List<CProblem> problems) {

  private static final Comparator<CDefinition> FILE_ORDER =
      Comparator.comparingInt(definition -> definition.place().range().start());

  /** Returns why nothing of it is known; empty if something is. */
  public Optional<String> refusal() {
    return problems.stream()
        .filter(problem -> problem.kind() == CProblem.Kind.UNREAD)
        .map(CProblem::message)
        .findFirst();
  }

  /** Returns whether all of it could be read. */
  public boolean parses() {
    return problems.stream().noneMatch(CProblem::losesText);
  }

  /**
   * Returns the first text in it that is lost, since it is not C to the parser. A macro call that
   * is a whole declaration is known even where nothing defines the macro.
   */
  public Optional<CProblem> unread() {
    return problems.stream()
        .filter(CProblem::losesText)
        .filter(problem -> definitions.stream().noneMatch(use -> isMacroUse(use, problem.line())))
        .findFirst();
  }

  /** Returns the first include of a header that is not there, on whose macros it may depend. */
  public Optional<CProblem> missingInclude() {
    return problems.stream().filter(problem -> problem.kind() == CProblem.Kind.INCLUDE).findFirst();
  }

  private static boolean isMacroUse(CDefinition definition, int line) {
    return definition.kind() == CDefinition.Kind.MACRO_USE && definition.place().line() == line;
  }

  /** The definitions, and what was made by macros. */
  public Stream<CDefinition> all() {
    return definitions.stream().flatMap(CDefinition::withMade);
  }

  /** The definitions that C code refers to in these words, as in {@code struct page}. */
  public List<CDefinition> named(String spelling) {
    return all().filter(definition -> definition.spelling().equals(spelling)).toList();
  }

  /** The first of them that is more than an announcement. */
  public Optional<CDefinition> find(String spelling) {
    return named(spelling).stream()
        .filter(definition -> definition.kind() != CDefinition.Kind.FORWARD)
        .findFirst();
  }

  /** Returns what this pass or another one saw of the same header. */
  public CHeader with(CHeader other) {
    List<CDefinition> merged = merged(definitions, other.definitions);
    merged.sort(FILE_ORDER);
    return new CHeader(
        path,
        List.copyOf(merged),
        Stream.concat(problems.stream(), other.problems.stream()).distinct().toList());
  }

  /** The identity of a definition within a header. */
  private record Key(CDefinition.Kind kind, String name, ByteRange range) {

    static Key of(CDefinition definition) {
      return new Key(definition.kind(), definition.name(), definition.place().range());
    }
  }

  /** Both lists in order, with what both define in one. */
  private static List<CDefinition> merged(List<CDefinition> some, List<CDefinition> others) {
    Map<Key, CDefinition> merged = new LinkedHashMap<>();
    Stream.concat(some.stream(), others.stream())
        .forEach(definition -> merged.merge(Key.of(definition), definition, CDefinition::with));
    return new ArrayList<>(merged.values());
  }
}
