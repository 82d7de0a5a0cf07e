package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.CDefinition.Composite;
import dev.xenvendor.c.parse.CDefinition.Declaration;
import dev.xenvendor.c.parse.CDefinition.Enumeration;
import dev.xenvendor.c.parse.CDefinition.Enumerator;
import dev.xenvendor.c.parse.CDefinition.Kind;
import dev.xenvendor.c.parse.CDefinition.MacroUse;
import dev.xenvendor.c.parse.CDefinition.Typedef;
import dev.xenvendor.c.parse.CdtExpansions.Expansion;
import dev.xenvendor.c.parse.Place.Origin;
import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CToken;
import dev.xenvendor.c.token.CTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.cdt.core.dom.ast.IASTArrayDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;

/** Turns the declarations that CDT found in a file into definitions. */
final class CdtDefinitions {

  private final CTokens tokens;
  private final Places places;
  private final CdtExpansions expansions;
  private final CdtFields fields;

  CdtDefinitions(CTokens tokens, CdtExpansions expansions) {
    this.tokens = tokens;
    this.places = new Places(tokens);
    this.expansions = expansions;
    this.fields = new CdtFields(tokens, places, expansions);
  }

  List<CDefinition> ofDeclarations(List<IASTDeclaration> declarations) {
    List<CDefinition> definitions = new ArrayList<>();
    Map<Expansion, List<CDefinition>> made = new LinkedHashMap<>();
    List<ByteRange> written = new ArrayList<>();
    for (IASTDeclaration declaration : declarations) {
      ByteRange range = CdtFile.range(declaration);
      Optional<Expansion> maker = expansions.making(range);
      if (maker.isPresent()) {
        made.computeIfAbsent(maker.get(), m -> new ArrayList<>())
            .addAll(definitions(declaration, Origin.GENERATED));
      } else {
        written.add(range);
        definitions.addAll(writtenDefinitions(declaration));
      }
    }
    expansions.all().stream()
        .filter(use -> written.stream().noneMatch(range -> range.contains(use.range().start())))
        .forEach(use -> made.computeIfAbsent(use, u -> List.of()));
    made.forEach((use, makes) -> definitions.add(macroUse(use, makes)));
    return definitions;
  }

  private MacroUse macroUse(Expansion use, List<CDefinition> made) {
    Set<CName> uses = new TreeSet<>(use.macros());
    made.forEach(definition -> uses.addAll(definition.uses()));
    made.forEach(definition -> uses.removeAll(definition.defines()));
    Place place = places.of(places.withSemicolon(use.range()), Origin.WRITTEN);
    return new MacroUse(use.name(), place, uses, expansions.arguments(use.range()), made);
  }

  private List<CDefinition> writtenDefinitions(IASTDeclaration declaration) {
    return unknownMacro(declaration)
        .map(use -> List.<CDefinition>of(use))
        .orElseGet(() -> definitions(declaration, Origin.WRITTEN));
  }

  /**
   * Something like {@code MACRO(a, b);} that is no declaration, since nothing defines the macro.
   */
  private Optional<MacroUse> unknownMacro(IASTDeclaration declaration) {
    ByteRange range = CdtFile.range(declaration);
    int name = range.length() == 0 ? tokens.size() : tokens.at(range.start());
    int open = tokens.significant(name + 1);
    if (open >= tokens.size()
        || tokens.kind(name) != CToken.Kind.IDENTIFIER
        || !tokens.isPunctuator(open, '(')
        || declaration instanceof IASTFunctionDefinition
        || tokens.closing(open).isEmpty()) {
      return Optional.empty();
    }
    int close = tokens.closing(open).getAsInt();
    ByteRange use = new ByteRange(range.start(), tokens.end(close));
    ByteRange whole = places.withSemicolon(use);
    return whole.equals(use)
        ? Optional.empty()
        : Optional.of(
            new MacroUse(
                tokens.spelling(name),
                places.of(whole, Origin.WRITTEN),
                Set.of(CName.macro(tokens.spelling(name))),
                expansions.arguments(use),
                List.of()));
  }

  private List<CDefinition> definitions(IASTDeclaration declaration, Origin origin) {
    if (declaration instanceof IASTFunctionDefinition function) {
      IASTDeclarator declarator = function.getDeclarator();
      return List.of(declared(declaration, function.getDeclSpecifier(), declarator, origin));
    }
    if (!(declaration instanceof IASTSimpleDeclaration simple)) {
      return List.of();
    }
    List<CDefinition> definitions = new ArrayList<>(ofSpecifier(simple, origin));
    for (IASTDeclarator declarator : simple.getDeclarators()) {
      if (!isAttribute(simple.getDeclSpecifier(), declarator)) {
        definitions.add(declared(simple, simple.getDeclSpecifier(), declarator, origin));
      }
    }
    return definitions;
  }

  /**
   * Returns whether a declarator is a bare name after the brace of a type, as in {@code }
   * __packed;}. Without a definition of that macro C reads a variable, which no header would define
   * there.
   */
  private static boolean isAttribute(IASTDeclSpecifier specifier, IASTDeclarator declarator) {
    boolean body =
        specifier instanceof IASTCompositeTypeSpecifier
            || specifier instanceof IASTEnumerationSpecifier;
    return body
        && specifier.getStorageClass() == IASTDeclSpecifier.sc_unspecified
        && declarator.getPointerOperators().length == 0
        && declarator.getNestedDeclarator() == null
        && declarator.getInitializer() == null
        && !(declarator instanceof IASTArrayDeclarator)
        && !(declarator instanceof IASTFunctionDeclarator);
  }

  private List<CDefinition> ofSpecifier(IASTSimpleDeclaration declaration, Origin origin) {
    Place place = place(declaration, origin);
    IASTDeclSpecifier specifier = declaration.getDeclSpecifier();
    if (specifier instanceof IASTCompositeTypeSpecifier composite) {
      return composites(composite, place, uses(declaration, place));
    }
    if (specifier instanceof IASTEnumerationSpecifier enumeration) {
      return List.of(enumeration(enumeration, place, uses(declaration, place)));
    }
    if (specifier instanceof IASTElaboratedTypeSpecifier tagged
        && declaration.getDeclarators().length == 0) {
      String name = tagged.getName().toString();
      return List.of(
          new Declaration(Kind.FORWARD, name, place, Set.of(), CdtTypes.spelling(tagged)));
    }
    return List.of();
  }

  /** A struct, and what has a tag of its own in it. */
  private List<CDefinition> composites(
      IASTCompositeTypeSpecifier composite, Place place, Set<CName> uses) {
    List<CDefinition> definitions = new ArrayList<>();
    boolean generated = place.origin() == Origin.GENERATED;
    String name = composite.getName().toString();
    if (!name.isEmpty()) {
      Kind kind = CdtTypes.kind(composite).equals("union") ? Kind.UNION : Kind.STRUCT;
      definitions.add(new Composite(kind, name, place, uses, fields.of(composite, generated)));
    }
    for (IASTDeclaration member : composite.getMembers()) {
      if (member instanceof IASTSimpleDeclaration simple) {
        definitions.addAll(nested(simple, place));
      }
    }
    return definitions;
  }

  private List<CDefinition> nested(IASTSimpleDeclaration member, Place outer) {
    boolean generated = outer.origin() == Origin.GENERATED;
    Place place = generated ? outer : place(member, Origin.NESTED);
    IASTDeclSpecifier specifier = member.getDeclSpecifier();
    if (specifier instanceof IASTCompositeTypeSpecifier composite) {
      return composites(composite, place, uses(member, place));
    }
    return specifier instanceof IASTEnumerationSpecifier enumeration
        ? List.of(enumeration(enumeration, place, uses(member, place)))
        : List.of();
  }

  private Enumeration enumeration(
      IASTEnumerationSpecifier enumeration, Place place, Set<CName> uses) {
    CdtTypes types = new CdtTypes(tokens, place.origin() != Origin.GENERATED);
    List<Enumerator> enumerators =
        Arrays.stream(enumeration.getEnumerators())
            .map(
                constant ->
                    new Enumerator(
                        constant.getName().toString(),
                        Optional.ofNullable(constant.getValue()).map(types::text)))
            .toList();
    return new Enumeration(enumeration.getName().toString(), place, uses, enumerators);
  }

  private CDefinition declared(
      IASTDeclaration declaration,
      IASTDeclSpecifier specifier,
      IASTDeclarator declarator,
      Origin origin) {
    Place place = place(declaration, origin);
    Set<CName> uses = uses(declaration, place);
    String type = new CdtTypes(tokens, origin == Origin.WRITTEN).type(specifier, declarator);
    String name = CdtTypes.innermost(declarator).getName().toString();
    uses.remove(CName.ordinary(name));
    if (specifier.getStorageClass() == IASTDeclSpecifier.sc_typedef) {
      return typedef(
          specifier, declarator, new Typedef(name, place, uses, type, Optional.empty(), List.of()));
    }
    boolean function =
        declarator instanceof IASTFunctionDeclarator && declarator.getNestedDeclarator() == null;
    return new Declaration(function ? Kind.FUNCTION : Kind.VARIABLE, name, place, uses, type);
  }

  private Typedef typedef(IASTDeclSpecifier specifier, IASTDeclarator declarator, Typedef plain) {
    boolean derived =
        declarator.getPointerOperators().length > 0
            || declarator.getNestedDeclarator() != null
            || declarator instanceof IASTFunctionDeclarator
            || !new CdtTypes(tokens, false).dimensions(declarator).isEmpty();
    if (derived) {
      return plain;
    }
    List<CField> members =
        specifier instanceof IASTCompositeTypeSpecifier composite
            ? fields.of(composite, plain.place().origin() == Origin.GENERATED)
            : List.of();
    return new Typedef(
        plain.name(), plain.place(), plain.uses(), plain.type(), alias(specifier), members);
  }

  private static Optional<CName> alias(IASTDeclSpecifier specifier) {
    if (specifier instanceof IASTNamedTypeSpecifier named) {
      return Optional.of(CName.ordinary(named.getName().toString()));
    }
    String tag = "";
    if (specifier instanceof IASTElaboratedTypeSpecifier tagged) {
      tag = tagged.getName().toString();
    } else if (specifier instanceof IASTCompositeTypeSpecifier composite) {
      tag = composite.getName().toString();
    } else if (specifier instanceof IASTEnumerationSpecifier enumeration) {
      tag = enumeration.getName().toString();
    }
    return tag.isEmpty() ? Optional.empty() : Optional.of(CName.tag(tag));
  }

  private Place place(IASTDeclaration declaration, Origin origin) {
    return places.of(places.withSemicolon(CdtFile.range(declaration)), origin);
  }

  private Set<CName> uses(IASTDeclaration declaration, Place place) {
    Set<CName> uses = CdtUses.of(declaration);
    if (place.origin() != Origin.GENERATED) {
      uses.addAll(expansions.within(place.range()));
    }
    return uses;
  }
}
