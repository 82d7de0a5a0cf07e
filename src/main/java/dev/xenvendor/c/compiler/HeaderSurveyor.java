package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Running;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.IncludeRoot;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads many headers at once, and asks the compiler for the figures of all that they define. */
public final class HeaderSurveyor {

  /**
   * A way to see headers.
   *
   * @param environment with the roots that all views of a tree share
   */
  public record Sight(CEnvironment environment, Target target) {}

  /**
   * Headers to look at, and how.
   *
   * @param compile whether most likely all of them compile together
   */
  public record Look(Sight sight, Collection<HeaderPath> headers, boolean compile) {

    /** Headers of other architectures are left out: their macros would take the target's place. */
    public Look {
      headers = headers.stream().filter(sight.target()::mayUse).toList();
    }
  }

  private final SystemCompiler compiler;

  public HeaderSurveyor(SystemCompiler compiler) {
    this.compiler = compiler;
  }

  /** The headers of a tree, seen in several ways; the surveys are in the order of these. */
  public List<Survey> survey(HeaderTree tree, List<Look> looks) {
    if (looks.isEmpty()) {
      return List.of();
    }
    if (compiler.compiler().isEmpty()) {
      return each(looks, look -> unmeasured(tree, look, compiler.reason()));
    }
    CEnvironment shared = looks.get(0).sight().environment();
    try (HeaderCompiler open = new HeaderCompiler(compiler.compiler().get(), tree, shared)) {
      return each(looks, look -> survey(open, tree, look));
    }
  }

  private interface Step {
    Survey of(Look look);
  }

  /** Side by side, since each mostly waits for the compiler. */
  private static List<Survey> each(List<Look> looks, Step step) {
    return looks.parallelStream().map(step::of).toList();
  }

  private static Survey unmeasured(HeaderTree tree, Look look, String reason) {
    Sight sight = look.sight();
    return new Survey(
        new CHeaderReader(tree, sight.environment(), sight.target()).readTogether(look.headers()),
        Map.of(),
        Map.of(),
        Set.of(),
        new TreeMap<>(),
        Optional.of(reason));
  }

  private static Survey survey(HeaderCompiler open, HeaderTree tree, Look look) {
    try {
      return new Surveyed(open, tree, look).survey();
    } catch (NoCompiler e) {
      List<IncludeRoot> roots = look.sight().environment().roots();
      return unmeasured(tree, look, CompilerMessage.inTree(e.reason(), roots));
    }
  }

  /** A look under way: at nearly all headers in one unit, and at those alone that do not go in. */
  private static final class Surveyed {

    private final HeaderCompiler compiler;
    private final Look look;
    private final SurveyAnswers answers;
    private final Map<HeaderPath, Running> apart = new LinkedHashMap<>();

    Surveyed(HeaderCompiler compiler, HeaderTree tree, Look look) {
      this.compiler = compiler;
      this.look = look;
      this.answers = new SurveyAnswers(compiler, tree, look.sight());
    }

    Survey survey() throws NoCompiler {
      List<HeaderPath> together = new ArrayList<>(look.headers());
      // Only to look whether they compile takes far less than to ask about them.
      boolean compiles = look.compile();
      while (!together.isEmpty()) {
        Map<HeaderPath, CompilerMessage> blamed =
            compiles ? answers.ask(together) : failing(together);
        if (blamed.isEmpty() && compiles) {
          break;
        }
        compiles = blamed.isEmpty();
        together.removeAll(blamed.keySet());
        blamed.keySet().forEach(header -> apart.put(header, check(List.of(header))));
      }
      SortedMap<HeaderPath, String> failed = new TreeMap<>();
      for (Map.Entry<HeaderPath, Running> entry : apart.entrySet()) {
        List<HeaderPath> alone = List.of(entry.getKey());
        Map<HeaderPath, CompilerMessage> wrong =
            new HeaderUnit(alone).blamed(entry.getValue().await());
        if (wrong.isEmpty()) {
          wrong = answers.ask(alone);
        }
        wrong.forEach((header, error) -> failed.put(header, error.shown()));
      }
      return answers.survey(failed);
    }

    private Map<HeaderPath, CompilerMessage> failing(List<HeaderPath> headers) throws NoCompiler {
      return new HeaderUnit(headers).blamed(check(headers).await());
    }

    private Running check(List<HeaderPath> headers) {
      Sight sight = look.sight();
      return compiler.check(sight.environment(), sight.target(), new HeaderUnit(headers).text());
    }
  }
}
