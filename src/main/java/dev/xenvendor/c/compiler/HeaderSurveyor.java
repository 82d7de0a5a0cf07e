package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Running;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.HeaderView;
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
import java.util.function.Function;

/**
 * Reads the definitions of many headers at once, and asks the compiler for their layouts and
 * values.
 */
public final class HeaderSurveyor {

  /**
   * Headers to survey in a view.
   *
   * @param compile whether most likely all of them compile together
   */
  public record Request(HeaderView view, Collection<HeaderPath> headers, boolean compile) {

    /** Headers of other architectures are left out: their macros would take the target's place. */
    public Request {
      headers = headers.stream().filter(view.target()::mayUse).toList();
    }
  }

  private final SystemCompiler compiler;
  private final Runnable surveyed;

  /**
   * @param surveyed run after each survey, in several threads
   */
  public HeaderSurveyor(SystemCompiler compiler, Runnable surveyed) {
    this.compiler = compiler;
    this.surveyed = surveyed;
  }

  /**
   * Surveys the headers of a tree in an environment.
   *
   * @param use makes what is wanted of a survey, which takes much memory, in several threads
   * @return what was made, in the requests' order
   */
  public <T> List<T> survey(
      HeaderTree tree,
      CEnvironment environment,
      List<Request> requests,
      Function<HeaderSurvey, T> use) {
    try (HeaderCompiler open = new HeaderCompiler(compiler.require(), tree, environment)) {
      return each(
          requests,
          request -> {
            try {
              return new Surveyed(open, tree, environment, request).survey();
            } catch (NoCompiler e) {
              String reason = CompilerMessage.inTree(e.reason(), environment.roots());
              return unmeasured(tree, environment, request, reason);
            }
          },
          use);
    } catch (NoCompiler e) {
      return each(requests, request -> unmeasured(tree, environment, request, e.reason()), use);
    }
  }

  private interface Step {
    HeaderSurvey of(Request request);
  }

  /** Side by side, since each mostly waits for the compiler. */
  private <T> List<T> each(List<Request> requests, Step step, Function<HeaderSurvey, T> use) {
    return requests.parallelStream()
        .map(
            request -> {
              T made = use.apply(step.of(request));
              surveyed.run();
              return made;
            })
        .toList();
  }

  private static HeaderSurvey unmeasured(
      HeaderTree tree, CEnvironment environment, Request request, String reason) {
    return new HeaderSurvey(
        new CHeaderReader(tree, environment, request.view()).readTogether(request.headers()),
        Map.of(),
        Map.of(),
        Set.of(),
        new TreeMap<>(),
        Optional.of(reason));
  }

  /**
   * A survey in progress: of nearly all headers in one unit, and of those that fail there alone.
   */
  private static final class Surveyed {

    private final HeaderCompiler compiler;
    private final CEnvironment environment;
    private final Request request;
    private final HeaderSurveyBuilder answers;
    private final Map<HeaderPath, Running> apart = new LinkedHashMap<>();

    Surveyed(HeaderCompiler compiler, HeaderTree tree, CEnvironment environment, Request request) {
      this.compiler = compiler;
      this.environment = request.view().in(environment);
      this.request = request;
      this.answers =
          new HeaderSurveyBuilder(compiler, tree, this.environment, request.view().target());
    }

    HeaderSurvey survey() throws NoCompiler {
      List<HeaderPath> together = new ArrayList<>(request.headers());
      // Only to look whether they compile takes far less than to ask about them.
      boolean compiles = request.compile();
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
      Target target = request.view().target();
      return compiler.check(environment, target, new HeaderUnit(headers).text());
    }
  }
}
