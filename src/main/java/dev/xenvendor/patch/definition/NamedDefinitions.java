package dev.xenvendor.patch.definition;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.CName;
import dev.xenvendor.c.parse.Place.Origin;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.patch.definition.DefinitionExtractor.Refused;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The definitions that a patch names, as a header has them. */
public final class NamedDefinitions {

  private final List<DefinitionName> names;
  private final CEnvironment environment;

  public NamedDefinitions(List<String> written, CEnvironment environment) {
    this.environment = environment;
    this.names = written.stream().map(DefinitionName::new).toList();
  }

  /** Returns those that may leave a header, with what shares a declaration with one of them. */
  public List<CDefinition> toTakeFrom(HeaderTree tree, HeaderPath path) throws Refused {
    if (!mayStandIn(tree, path)) {
      return List.of();
    }
    CHeader header = read(tree, path);
    Set<CDefinition> found = found(header);
    if (found.isEmpty() && !header.parses()) {
      throw Refused.unreadable("cannot determine whether it has them: " + header.problems().get(0));
    }
    if (!found.isEmpty()) {
      requireAll(header);
      requireOutermost(found);
      requireUnused(header, found);
    }
    return List.copyOf(found);
  }

  /**
   * Returns whether upstream defines them itself, so that there is nothing to move.
   *
   * @throws Refused if it defines only some of them
   */
  public boolean areUpstreamsOwn(HeaderTree published, HeaderPath path) throws Refused {
    if (!mayStandIn(published, path)) {
      return false;
    }
    CHeader header = read(published, path);
    Set<CDefinition> found = found(header);
    if (found.isEmpty()) {
      return false;
    }
    for (DefinitionName name : names) {
      if (meant(name, header).isEmpty()) {
        CDefinition first = found.iterator().next();
        throw new Refused(
            "upstream defines " + first.spelling() + " itself, line " + first.place().line());
      }
    }
    return true;
  }

  /** A look at the words only: reading C takes its time. */
  private boolean mayStandIn(HeaderTree tree, HeaderPath path) {
    Optional<CTokens> text = tree.get(path).map(file -> CTokens.of(file.bytes()));
    return text.isPresent() && names.stream().anyMatch(name -> name.mayBeIn(text.get()));
  }

  private CHeader read(HeaderTree tree, HeaderPath path) {
    return CHeaderReader.readAllViews(tree, path, environment);
  }

  private Set<CDefinition> found(CHeader header) throws Refused {
    Set<CDefinition> found = new LinkedHashSet<>();
    for (DefinitionName name : names) {
      found.addAll(meant(name, header));
    }
    List<CDefinition> companions =
        header.definitions().stream()
            .filter(d -> found.stream().anyMatch(f -> f.place().equals(d.place())))
            .toList();
    found.addAll(companions);
    return found;
  }

  private static List<CDefinition> meant(DefinitionName name, CHeader header) throws Refused {
    try {
      return name.in(header);
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  private void requireAll(CHeader header) throws Refused {
    List<String> missing = new ArrayList<>();
    for (DefinitionName name : names) {
      if (!name.isPattern() && meant(name, header).isEmpty()) {
        missing.add(name.written());
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    String why = "there is no " + String.join(", no ", missing);
    if (!header.parses()) {
      throw Refused.unreadable(why + "; the header does not parse: " + header.problems().get(0));
    }
    throw new Refused(why);
  }

  private static void requireOutermost(Set<CDefinition> found) throws Refused {
    for (CDefinition definition : found) {
      if (definition.place().origin() == Origin.NESTED) {
        throw new Refused(definition.spelling() + " is nested in another definition");
      }
    }
  }

  /** Refuses to move a definition that a remaining one uses: it would be defined too late. */
  private static void requireUnused(CHeader header, Set<CDefinition> moved) throws Refused {
    Set<CName> defines = new TreeSet<>();
    List<CDefinition> staying = new ArrayList<>();
    for (CDefinition definition : header.definitions()) {
      if (moved.stream().anyMatch(m -> m.place().range().contains(definition.place().range()))) {
        defines.addAll(definition.defines());
      } else {
        staying.add(definition);
      }
    }
    for (CDefinition stays : staying) {
      Optional<CName> used = stays.uses().stream().filter(defines::contains).findFirst();
      if (stays.kind() != CDefinition.Kind.MACRO && used.isPresent()) {
        throw new Refused(
            "line "
                + stays.place().line()
                + ": "
                + stays.spelling()
                + " remains and uses "
                + used.get().text()
                + ", which would be defined after it: move it as well");
      }
    }
  }
}
