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

  private final SystemCompiler compiler;

  public Surveyor(SystemCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * The headers of a tree, seen in several ways; the surveys are in the order of these. Headers of
   * other architectures are left out: their macros would take the place of the target's own.
   */
  public List<Survey> survey(HeaderTree tree, Collection<HeaderPath> headers, List<Sight> sights) {
    if (sights.isEmpty()) {
      return List.of();
    }
    if (compiler.compiler().isEmpty()) {
      return each(
          sights, sight -> unmeasured(tree, used(headers, sight), sight, compiler.reason()));
    }
    List<IncludeRoot> roots = sights.get(0).environment().roots();
    try (HeaderCompiler open = new HeaderCompiler(compiler.compiler().get(), tree, roots)) {
      return each(sights, sight -> survey(open, tree, used(headers, sight), sight));
    }
  }

  private interface Step {
    Survey of(Sight sight);
  }

  /** Side by side, since each mostly waits for the compiler. */
  private static List<Survey> each(List<Sight> sights, Step step) {
    return sights.parallelStream().map(step::of).toList();
  }

  private static List<HeaderPath> used(Collection<HeaderPath> headers, Sight sight) {
    return headers.stream().filter(sight.target()::mayUse).toList();
  }

  private static Survey unmeasured(
      HeaderTree tree, Collection<HeaderPath> headers, Sight sight, String reason) {
    return new Survey(
        new CHeaderReader(tree, sight.environment(), sight.target()).readTogether(headers),
        Map.of(),
        Map.of(),
        Set.of(),
        new TreeMap<>(),
        Optional.of(reason));
  }

  private static Survey survey(
      HeaderCompiler open, HeaderTree tree, Collection<HeaderPath> headers, Sight sight) {
    try {
      HeaderGroups groups = HeaderGroups.of(open, sight.environment(), sight.target(), headers);
      SurveyAnswers answers = new SurveyAnswers(open, tree, sight);
      for (List<HeaderPath> group : groups.groups()) {
        answers.ask(group);
      }
      Map<HeaderPath, String> failed = new HashMap<>();
      groups.failed().forEach((header, error) -> failed.put(header, error.shown()));
      return answers.survey(new TreeMap<>(failed));
    } catch (HeaderGroups.Unknown e) {
      return unmeasured(tree, headers, sight, e.getMessage());
    }
  }
}
