package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.Place.Origin;
import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFieldDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;

/** Turns the members of structs and unions into fields. */
final class CdtFields {

  private final CTokens tokens;
  private final Places places;
  private final CdtExpansions expansions;

  CdtFields(CTokens tokens, Places places, CdtExpansions expansions) {
    this.tokens = tokens;
    this.places = places;
    this.expansions = expansions;
  }

  /**
   * @param generated whether a macro made the struct
   */
  List<CField> of(IASTCompositeTypeSpecifier composite, boolean generated) {
    List<CField> fields = new ArrayList<>();
    for (IASTDeclaration member : composite.getMembers()) {
      if (member.isActive() && member instanceof IASTSimpleDeclaration declaration) {
        addFields(declaration, generated, fields);
      }
    }
    return fields;
  }

  private void addFields(IASTSimpleDeclaration member, boolean generated, List<CField> fields) {
    ByteRange found = CdtFile.range(member);
    boolean made = generated || expansions.making(found).isPresent();
    IASTDeclSpecifier specifier = member.getDeclSpecifier();
    List<CField> members =
        specifier instanceof IASTCompositeTypeSpecifier composite ? of(composite, made) : List.of();
    List<String> names = Arrays.stream(member.getDeclarators()).map(CdtFields::name).toList();
    ByteRange declaration = places.withSemicolon(found);
    for (IASTDeclarator declarator : member.getDeclarators()) {
      fields.add(field(specifier, declarator, declaration, members, names, made));
    }
    if (names.isEmpty() && specifier instanceof IASTCompositeTypeSpecifier composite) {
      // With a tag it only declares a type, but for compilers that are asked to see it otherwise.
      if (composite.getName().toString().isEmpty()) {
        fields.add(unnamed(composite, declaration, members, made));
      }
    }
  }

  private static CField unnamed(
      IASTCompositeTypeSpecifier composite,
      ByteRange declaration,
      List<CField> members,
      boolean made) {
    return new CField(
        Optional.empty(),
        CdtTypes.kind(composite),
        Set.of(),
        List.of(),
        Optional.empty(),
        members,
        declaration,
        made ? declaration : CdtFile.range(composite),
        declaration.start(),
        List.of(),
        origin(made));
  }

  private CField field(
      IASTDeclSpecifier specifier,
      IASTDeclarator declarator,
      ByteRange declaration,
      List<CField> members,
      List<String> names,
      boolean made) {
    CdtTypes types = new CdtTypes(tokens, !made);
    String name = name(declarator);
    ByteRange specifiers = made ? declaration : CdtFile.range(specifier);
    return new CField(
        Optional.of(name).filter(n -> !n.isEmpty()),
        types.type(specifier, declarator),
        CdtTypes.qualifiers(specifier, declarator),
        types.dimensions(declarator),
        bits(declarator, types),
        members,
        declaration,
        specifiers,
        made ? declaration.start() : qualifierAt(specifiers, declarator),
        names.stream().filter(other -> !other.equals(name)).toList(),
        origin(made));
  }

  private static int qualifierAt(ByteRange specifiers, IASTDeclarator declarator) {
    IASTDeclarator inner = CdtTypes.innermost(declarator);
    return inner.getPointerOperators().length > 0
        ? CdtFile.range(inner.getName()).start()
        : specifiers.start();
  }

  private static Optional<String> bits(IASTDeclarator declarator, CdtTypes types) {
    return declarator instanceof IASTFieldDeclarator field && field.getBitFieldSize() != null
        ? Optional.of(types.text(field.getBitFieldSize()))
        : Optional.empty();
  }

  private static String name(IASTDeclarator declarator) {
    return CdtTypes.innermost(declarator).getName().toString();
  }

  private static Origin origin(boolean made) {
    return made ? Origin.GENERATED : Origin.WRITTEN;
  }
}
