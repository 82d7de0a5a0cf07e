package dev.xenvendor.c.include;

import dev.xenvendor.c.token.Condition;
import dev.xenvendor.c.token.Definition;
import dev.xenvendor.c.token.HeaderNames;
import dev.xenvendor.c.token.HeaderNames.Inclusion;
import dev.xenvendor.c.token.HeaderStructure;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.IncludePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The definitions of a tree's headers, and the names that one compile would define twice: in two
 * headers of which one includes the other, or which a third one includes. Needs no compiler, and
 * reports only certain duplicates.
 */
public final class TreeDefinitions {

  /** A line that defines something. */
  public record Place(HeaderPath header, int line) {}

  /** Something that is defined in two headers. */
  public record Twice(String what, Place first, Place second) {}

  /** A definition as a compile of some header sees it. */
  private record Seen(HeaderPath header, Definition definition) {}

  /** A header that a compile reads, and under which condition it does. */
  private record Visit(HeaderPath header, Condition condition) {}

  private final HeaderTree tree;
  private final IncludeSearch search;
  private final Map<HeaderPath, HeaderNames> names = new HashMap<>();

  /**
   * The definitions of a tree.
   *
   * @param prefix its folder in the tree; includes may spell it by the last part of that
   */
  public TreeDefinitions(HeaderTree tree, HeaderPath prefix) {
    this.tree = tree;
    String folder = prefix.name() + '/';
    this.search = new IncludeSearch(tree::contains, name -> elsewhere(name, folder));
  }

  /**
   * Returns what a header defines, as in {@code struct a}; nothing where it is none, or not in the
   * tree.
   */
  public Set<String> of(HeaderPath header) {
    return names(header).definitions().stream().map(Definition::what).collect(Collectors.toSet());
  }

  /** Returns what is defined in two headers that one compile reads, by what it is. */
  public Map<String, Twice> twice(Set<String> wanted) {
    Map<String, Twice> found = new TreeMap<>();
    Set<HeaderPath> defining = defining(wanted);
    if (defining.size() > 1) {
      Map<HeaderPath, Set<Condition>> asked = asked();
      for (HeaderPath header : new TreeSet<>(tree.paths())) {
        for (Condition condition : asked.getOrDefault(header, Set.of(Condition.ALWAYS))) {
          add(new Visit(header, condition), wanted, found);
        }
      }
    }
    return found;
  }

  /** Under which conditions headers are included: one of another machine is not compiled here. */
  private Map<HeaderPath, Set<Condition>> asked() {
    Map<HeaderPath, Set<Condition>> asked = new HashMap<>();
    for (HeaderPath header : tree.paths()) {
      HeaderNames here = names(header);
      for (Inclusion inclusion : here.inclusions()) {
        search
            .find(inclusion.spelled(), Optional.of(header))
            .ifPresent(
                included ->
                    asked
                        .computeIfAbsent(included, h -> new HashSet<>())
                        .add(inclusion.condition().withoutGuard(here.guard())));
      }
    }
    return asked;
  }

  private Set<HeaderPath> defining(Set<String> wanted) {
    return tree.paths().stream()
        .filter(header -> of(header).stream().anyMatch(wanted::contains))
        .collect(Collectors.toSet());
  }

  private void add(Visit compiled, Set<String> wanted, Map<String, Twice> found) {
    Set<Visit> visits = new HashSet<>();
    List<Seen> seen = new ArrayList<>();
    visit(compiled, visits, wanted, seen);
    Set<String> macros = new HashSet<>();
    Set<String> undefined = new HashSet<>();
    for (Visit visit : visits) {
      macros.addAll(names(visit.header).macros());
      undefined.addAll(names(visit.header).undefined());
    }
    for (int later = 1; later < seen.size(); later++) {
      Seen two = seen.get(later);
      for (Seen one : seen.subList(0, later)) {
        if (!one.header.equals(two.header)
            && one.definition.clashesWith(two.definition)
            && !isGuarded(one.definition, macros)
            && !isGuarded(two.definition, macros)
            && !undefined.contains(name(two.definition))) {
          found.putIfAbsent(
              two.definition.what(), new Twice(two.definition.what(), place(one), place(two)));
        }
      }
    }
  }

  private static Place place(Seen seen) {
    return new Place(seen.header, seen.definition.line());
  }

  private static String name(Definition definition) {
    return definition.what().substring(definition.what().indexOf(' ') + 1);
  }

  /** Returns whether it is only compiled without a macro that a header defines. */
  private static boolean isGuarded(Definition definition, Set<String> macros) {
    return definition.condition().denied().stream().anyMatch(macros::contains);
  }

  private void visit(Visit visit, Set<Visit> visits, Set<String> wanted, List<Seen> seen) {
    if (visit.condition.isImpossible() || !visits.add(visit)) {
      return;
    }
    HeaderNames here = names(visit.header);
    for (Inclusion inclusion : here.inclusions()) {
      Condition inner = visit.condition.and(inclusion.condition().withoutGuard(here.guard()));
      search
          .find(inclusion.spelled(), Optional.of(visit.header))
          .ifPresent(header -> visit(new Visit(header, inner), visits, wanted, seen));
    }
    for (Definition definition : here.definitions()) {
      if (wanted.contains(definition.what())) {
        seen.add(new Seen(visit.header, definition.under(visit.condition, here.guard())));
      }
    }
  }

  /** Includes may spell the prefix by its last folder, whatever folders precede that. */
  private static Stream<HeaderPath> elsewhere(String name, String folder) {
    int within = ('/' + name).lastIndexOf('/' + folder);
    return Stream.of(name, within < 0 ? "" : name.substring(within + folder.length()))
        .flatMap(path -> IncludePath.normal(path).stream());
  }

  private HeaderNames names(HeaderPath header) {
    return names.computeIfAbsent(header, this::read);
  }

  private HeaderNames read(HeaderPath header) {
    byte[] text =
        tree.get(header)
            .filter(file -> file.mode().isFile() && HeaderStructure.isC(header))
            .map(HeaderFile::bytes)
            .orElse(new byte[0]);
    return HeaderNames.of(text);
  }
}
