package dev.xenvendor.cheader;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads many headers at once, and asks the compiler for the figures of all that they define. */
public final class Surveyor {

  /**
   * A way to see headers.
   *
   * @param environment with the roots that all views of a tree share
   */
  public record Sight(CEnvironment environment, Target target) {}

  /** Headers to look at, and how. */
  public record Look(Sight sight, Collection<HeaderPath> headers) {

    /** Headers of other architectures are left out: their macros would take the target's place. */
    public Look {
      headers = headers.stream().filter(sight.target()::mayUse).toList();
    }
  }

  private final SystemCompiler compiler;

  public Surveyor(SystemCompiler compiler) {
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
    List<IncludeRoot> roots = looks.get(0).sight().environment().roots();
    try (HeaderCompiler open = new HeaderCompiler(compiler.compiler().get(), tree, roots)) {
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
    Sight sight = look.sight();
    try {
      HeaderGroups groups =
          HeaderGroups.of(open, sight.environment(), sight.target(), look.headers());
      SurveyAnswers answers = new SurveyAnswers(open, tree, sight);
      for (List<HeaderPath> group : groups.groups()) {
        answers.ask(group);
      }
      Map<HeaderPath, String> failed = new HashMap<>();
      groups.failed().forEach((header, error) -> failed.put(header, error.shown()));
      return answers.survey(new TreeMap<>(failed));
    } catch (HeaderGroups.Unknown e) {
      return unmeasured(tree, look, e.reason());
    }
  }
}
