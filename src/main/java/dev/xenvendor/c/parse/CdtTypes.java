package dev.xenvendor.c.parse;

import dev.xenvendor.c.token.CTokens;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.cdt.core.dom.ast.IASTArrayDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTArrayModifier;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTPointer;
import org.eclipse.cdt.core.dom.ast.IASTPointerOperator;
import org.eclipse.cdt.internal.core.model.ASTStringUtil;

/** Formats types as written in the header, or as made by a macro. */
final class CdtTypes {

  /** Specifiers that are no part of a type; qualifiers are kept apart from it. */
  private static final Set<String> NOT_TYPE =
      Set.of(
          "const",
          "__const",
          "__const__",
          "volatile",
          "__volatile",
          "__volatile__",
          "restrict",
          "__restrict",
          "__restrict__",
          "typedef",
          "extern",
          "static",
          "inline",
          "__inline",
          "__inline__",
          "__extension__");

  private final CTokens tokens;
  private final boolean written;

  /**
   * @param written whether the node is written in the file itself
   */
  CdtTypes(CTokens tokens, boolean written) {
    this.tokens = tokens;
    this.written = written;
  }

  static String kind(IASTCompositeTypeSpecifier composite) {
    return composite.getKey() == IASTCompositeTypeSpecifier.k_union ? "union" : "struct";
  }

  static String spelling(IASTElaboratedTypeSpecifier tagged) {
    String kind =
        switch (tagged.getKind()) {
          case IASTElaboratedTypeSpecifier.k_enum -> "enum ";
          case IASTElaboratedTypeSpecifier.k_union -> "union ";
          default -> "struct ";
        };
    return kind + tagged.getName();
  }

  /** The type of what a declarator names, without its own dimensions and qualifiers. */
  String type(IASTDeclSpecifier specifier, IASTDeclarator declarator) {
    StringBuilder type = new StringBuilder(base(specifier));
    IASTPointerOperator[] pointers = declarator.getPointerOperators();
    boolean nested = declarator.getNestedDeclarator() != null;
    if (pointers.length > 0 || nested) {
      qualifiers(specifier).forEach(qualifier -> type.insert(0, qualifier + ' '));
    }
    for (int i = 0; i < pointers.length; i++) {
      type.append(i == 0 ? " *" : "*");
      if (i + 1 < pointers.length || nested) {
        qualifiers(pointers[i]).forEach(qualifier -> type.append(' ').append(qualifier));
      }
    }
    if (nested) {
      type.append(" (").append("*".repeat(innermost(declarator).getPointerOperators().length));
      type.append(')').append(suffix(declarator));
    } else if (declarator instanceof IASTFunctionDeclarator) {
      type.append(' ').append(suffix(declarator));
    }
    return type.toString();
  }

  private static String suffix(IASTDeclarator declarator) {
    if (declarator instanceof IASTFunctionDeclarator function) {
      return '(' + String.join(", ", ASTStringUtil.getParameterSignatureArray(function)) + ')';
    }
    return "[]";
  }

  private String base(IASTDeclSpecifier specifier) {
    if (specifier instanceof IASTCompositeTypeSpecifier composite) {
      return (kind(composite) + ' ' + composite.getName()).stripTrailing();
    }
    if (specifier instanceof IASTEnumerationSpecifier enumeration) {
      return ("enum " + enumeration.getName()).stripTrailing();
    }
    if (written) {
      return withoutQualifiers(tokens.normal(CdtFile.range(specifier)));
    }
    if (specifier instanceof IASTNamedTypeSpecifier named) {
      return named.getName().toString();
    }
    return specifier instanceof IASTElaboratedTypeSpecifier tagged
        ? spelling(tagged)
        : withoutQualifiers(ASTStringUtil.getSignatureString(specifier, null));
  }

  private static String withoutQualifiers(String type) {
    return Arrays.stream(type.split(" "))
        .filter(word -> !NOT_TYPE.contains(word))
        .collect(Collectors.joining(" "));
  }

  /** Those that hold for what the declarator names. */
  static Set<String> qualifiers(IASTDeclSpecifier specifier, IASTDeclarator declarator) {
    IASTPointerOperator[] pointers = innermost(declarator).getPointerOperators();
    if (pointers.length > 0) {
      return qualifiers(pointers[pointers.length - 1]);
    }
    return declarator.getNestedDeclarator() == null ? qualifiers(specifier) : Set.of();
  }

  private static Set<String> qualifiers(IASTDeclSpecifier specifier) {
    return qualifiers(specifier.isConst(), specifier.isVolatile(), specifier.isRestrict());
  }

  private static Set<String> qualifiers(IASTPointerOperator operator) {
    return operator instanceof IASTPointer pointer
        ? qualifiers(pointer.isConst(), pointer.isVolatile(), pointer.isRestrict())
        : Set.of();
  }

  private static Set<String> qualifiers(boolean isConst, boolean isVolatile, boolean isRestrict) {
    Set<String> qualifiers = new TreeSet<>();
    if (isConst) {
      qualifiers.add("const");
    }
    if (isVolatile) {
      qualifiers.add("volatile");
    }
    if (isRestrict) {
      qualifiers.add("restrict");
    }
    return qualifiers;
  }

  /** The declarator that holds the name: in {@code (*f)(void)} that of {@code *f}. */
  static IASTDeclarator innermost(IASTDeclarator declarator) {
    IASTDeclarator inner = declarator;
    while (inner.getNestedDeclarator() != null) {
      inner = inner.getNestedDeclarator();
    }
    return inner;
  }

  List<String> dimensions(IASTDeclarator declarator) {
    return innermost(declarator) instanceof IASTArrayDeclarator array
        ? Arrays.stream(array.getArrayModifiers()).map(this::dimension).toList()
        : List.of();
  }

  private String dimension(IASTArrayModifier modifier) {
    IASTExpression size = modifier.getConstantExpression();
    return size == null ? "" : text(size);
  }

  String text(IASTExpression expression) {
    return written
        ? tokens.normal(CdtFile.range(expression))
        : ASTStringUtil.getExpressionString(expression);
  }
}
