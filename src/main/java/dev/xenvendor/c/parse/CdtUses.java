package dev.xenvendor.c.parse;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;

/** Collects the names of types and values that a declaration requires. */
final class CdtUses extends ASTVisitor {

  private final Set<CName> names = new TreeSet<>();

  private CdtUses() {
    shouldVisitDeclSpecifiers = true;
    shouldVisitExpressions = true;
  }

  static Set<CName> of(IASTNode node) {
    CdtUses uses = new CdtUses();
    node.accept(uses);
    return uses.names;
  }

  @Override
  public int visit(IASTDeclSpecifier specifier) {
    if (specifier instanceof IASTNamedTypeSpecifier named) {
      names.add(CName.ordinary(named.getName().toString()));
    } else if (specifier instanceof IASTElaboratedTypeSpecifier tagged && !onlyPointedTo(tagged)) {
      names.add(CName.tag(tagged.getName().toString()));
    }
    return PROCESS_CONTINUE;
  }

  @Override
  public int visit(IASTExpression expression) {
    if (expression instanceof IASTIdExpression id) {
      names.add(CName.ordinary(id.getName().toString()));
    }
    return PROCESS_CONTINUE;
  }

  /** A pointer to a struct needs no more than that there is one. */
  private static boolean onlyPointedTo(IASTElaboratedTypeSpecifier specifier) {
    return specifier.getParent() instanceof IASTSimpleDeclaration declaration
        && Arrays.stream(declaration.getDeclarators()).allMatch(CdtUses::isPointer);
  }

  private static boolean isPointer(IASTDeclarator declarator) {
    return declarator.getPointerOperators().length > 0;
  }
}
