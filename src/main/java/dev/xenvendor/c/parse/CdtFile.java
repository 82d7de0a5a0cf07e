package dev.xenvendor.c.parse;

import dev.xenvendor.c.token.ByteRange;
import dev.xenvendor.c.token.CTokens;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroExpansion;
import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.internal.core.dom.parser.c.CVisitor;
import org.eclipse.cdt.internal.core.parser.scanner.ILocationResolver;

/** The content of one file of a unit, as CDT found it. */
final class CdtFile {

  private static final Set<String> UNKNOWN_DIRECTIVES = Set.of("elifdef", "elifndef", "embed");

  private final List<IASTDeclaration> declarations = new ArrayList<>();
  private final List<IASTPreprocessorMacroDefinition> macros = new ArrayList<>();
  private final List<IASTProblem> problems = new ArrayList<>();

  private final String name;
  private final ILocationResolver resolver;

  private CdtFile(String name, ILocationResolver resolver) {
    this.name = name;
    this.resolver = resolver;
  }

  /** The files of a unit by the names under which they were opened. */
  static Map<String, CdtFile> of(IASTTranslationUnit unit) {
    Map<String, CdtFile> files = new HashMap<>();
    for (IASTDeclaration declaration : unit.getDeclarations()) {
      file(files, unit, declaration).declarations.add(declaration);
    }
    for (IASTPreprocessorMacroDefinition macro : unit.getMacroDefinitions()) {
      if (macro.isActive()) {
        file(files, unit, macro).macros.add(macro);
      }
    }
    Stream.of(unit.getPreprocessorProblems(), CVisitor.getProblems(unit))
        .flatMap(Stream::of)
        .forEach(problem -> file(files, unit, problem).problems.add(problem));
    return files;
  }

  /**
   * No file holds what the environment defines.
   *
   * @param unit that the node is of; a problem in a broken declaration does not know it itself
   */
  private static CdtFile file(Map<String, CdtFile> files, IASTTranslationUnit unit, IASTNode node) {
    IASTFileLocation location = node.getFileLocation();
    String name = location == null ? "" : location.getFileName();
    return files.computeIfAbsent(
        name, n -> new CdtFile(n, unit.getAdapter(ILocationResolver.class)));
  }

  /** Returns where a node is; a macro call without its closing bracket has no length. */
  static ByteRange range(IASTNode node) {
    IASTFileLocation location = node.getFileLocation();
    if (location == null) {
      return new ByteRange(0, 0);
    }
    int start = location.getNodeOffset();
    return new ByteRange(start, Math.max(start, start + location.getNodeLength()));
  }

  /**
   * @param tokens of the file's text
   */
  CHeader read(HeaderPath path, CTokens tokens) {
    CdtExpansions uses = CdtExpansions.of(expansions(tokens.length()), tokens);
    CdtDefinitions definitions = new CdtDefinitions(tokens, uses);
    CHeader header =
        new CHeader(
            path,
            Stream.concat(
                    definitions.ofDeclarations(declarations).stream(),
                    new CdtMacros(tokens).definitions(macros).stream())
                .toList(),
            Stream.concat(
                    problems.stream().map(problem -> problem(path, problem)).distinct(),
                    unknownDirectives(path, tokens))
                .toList());
    // Puts all in file order, and what a header without a guard says twice together.
    return new CHeader(path, List.of(), List.of()).with(header);
  }

  /** CDT gives their places only, and for included files no place in the unit. */
  private List<IASTPreprocessorMacroExpansion> expansions(int length) {
    // Those that make nothing are in no declaration. In a file that is included again, one such
    // place is for the first time only.
    Stream<IASTFileLocation> whole = Stream.of(new CdtLocation(name, length));
    return Stream.concat(
            whole,
            Stream.concat(declarations.stream(), macros.stream()).map(IASTNode::getFileLocation))
        .flatMap(location -> Stream.of(resolver.getMacroExpansions(location)))
        .distinct()
        .toList();
  }

  /** CDT skips, without a word, the directives of C23 that it does not know. */
  private static Stream<CProblem> unknownDirectives(HeaderPath path, CTokens tokens) {
    return tokens.directives().stream()
        .filter(directive -> UNKNOWN_DIRECTIVES.contains(directive.word()))
        .map(
            directive ->
                new CProblem(
                    CProblem.Kind.SYNTAX,
                    path,
                    tokens.line(directive.range().start()),
                    "the C parser does not know #" + directive.word()));
  }

  private static CProblem problem(HeaderPath path, IASTProblem problem) {
    int line = Math.max(1, problem.getSourceLineNumber());
    CProblem.Kind kind =
        switch (problem.getID()) {
          case IASTProblem.PREPROCESSOR_INCLUSION_NOT_FOUND -> CProblem.Kind.INCLUDE;
          case IASTProblem.SYNTAX_ERROR -> CProblem.Kind.SYNTAX;
          default ->
              problem.checkCategory(IASTProblem.PREPROCESSOR_RELATED)
                  ? CProblem.Kind.DIRECTIVE
                  : CProblem.Kind.SYNTAX;
        };
    return new CProblem(kind, path, line, problem.getMessage());
  }
}
