package dev.xenvendor.c.compiler;

import dev.xenvendor.c.compiler.CCompiler.Outcome;
import dev.xenvendor.c.parse.CEnvironment;
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
import java.util.function.Function;

/** Finds which headers of a tree compile, each in a unit of its own. */
public final class TrialCompile implements AutoCloseable {

  /** A header that is to be compiled, and in which view. */
  public record Trial(HeaderPath header, HeaderView view) {}

  /**
   * The reason that a header does not compile.
   *
   * @param file where the error is, if in a header of the tree
   */
  public record Failure(Optional<HeaderPath> file, int line, String text) {}

  private final HeaderCompiler compiler;
  private final CEnvironment environment;

  public TrialCompile(SystemCompiler compiler, HeaderTree tree, CEnvironment environment)
      throws NoCompiler {
    CCompiler program = compiler.require();
    this.environment = environment;
    this.compiler = new HeaderCompiler(program, tree, environment);
    requireJudgement(program.name());
  }

  /** A program that finds nothing wrong with anything proves nothing by that. */
  private void requireJudgement(String name) throws NoCompiler {
    Outcome outcome =
        compiler.check(CEnvironment.plain(), Target.X86_64, "#error this must fail\n").await();
    if (outcome instanceof Outcome.Finished finished && finished.status() == 0) {
      compiler.close();
      throw new NoCompiler(name + " is not a C compiler: it accepts invalid code");
    }
  }

  /** Compiles each alone; those that fail, with their first error. */
  public Map<Trial, Failure> alone(Collection<Trial> trials) throws NoCompiler {
    return behind(trials, trial -> List.of());
  }

  /**
   * Compiles each after other headers.
   *
   * @param others that come before a header, in their order
   * @return those that fail, with their first error
   */
  public Map<Trial, Failure> behind(
      Collection<Trial> trials, Function<Trial, List<HeaderPath>> others) throws NoCompiler {
    List<Outcome> outcomes =
        trials.parallelStream()
            .map(
                trial -> {
                  List<HeaderPath> unit = new ArrayList<>(others.apply(trial));
                  unit.add(trial.header());
                  return run(trial.view(), unit);
                })
            .toList();
    Map<Trial, Failure> failures = new LinkedHashMap<>();
    int next = 0;
    for (Trial trial : trials) {
      List<CompilerMessage> errors = errors(outcomes.get(next++));
      if (!errors.isEmpty()) {
        failures.put(trial, failure(errors.get(0)));
      }
    }
    return failures;
  }

  /** The complaints about headers by name, or the reason why none can be tried. */
  private record Together(Map<HeaderPath, List<String>> complaints, Optional<NoCompiler> none) {}

  /**
   * Compiles many headers in one unit with all others that are seen alike, which is much faster.
   *
   * @param enough it is done when it knows what is wrong with these; without any, when it knows all
   * @return those that do not compile so, each with all that is wrong there; where something is
   *     wrong before the first of them, none of them does
   */
  public Map<Trial, List<String>> together(Collection<Trial> trials, Set<Trial> enough)
      throws NoCompiler {
    Map<HeaderView, List<HeaderPath>> byView = byView(trials);
    Map<HeaderView, List<HeaderPath>> wanted = byView(enough);
    if (!enough.isEmpty()) {
      byView.keySet().retainAll(wanted.keySet());
    }
    List<HeaderView> views = List.copyOf(byView.keySet());
    List<Together> tried =
        views.parallelStream()
            .map(
                view ->
                    together(
                        view,
                        byView.getOrDefault(view, List.of()),
                        wanted.getOrDefault(view, List.of())))
            .toList();
    Map<Trial, List<String>> failures = new LinkedHashMap<>();
    for (int i = 0; i < views.size(); i++) {
      HeaderView view = views.get(i);
      if (tried.get(i).none().isPresent()) {
        throw tried.get(i).none().get();
      }
      tried.get(i).complaints().forEach((h, texts) -> failures.put(new Trial(h, view), texts));
    }
    return failures;
  }

  private static Map<HeaderView, List<HeaderPath>> byView(Collection<Trial> trials) {
    Map<HeaderView, List<HeaderPath>> byView = new LinkedHashMap<>();
    for (Trial trial : trials) {
      byView.computeIfAbsent(trial.view(), view -> new ArrayList<>()).add(trial.header());
    }
    return byView;
  }

  private Together together(HeaderView view, List<HeaderPath> headers, List<HeaderPath> enough) {
    try {
      return new Together(complaints(view, headers, enough), Optional.empty());
    } catch (NoCompiler e) {
      return new Together(Map.of(), Optional.of(e));
    }
  }

  private Map<HeaderPath, List<String>> complaints(
      HeaderView view, List<HeaderPath> headers, List<HeaderPath> enough) throws NoCompiler {
    Map<HeaderPath, List<String>> complaints = new LinkedHashMap<>();
    List<HeaderPath> left = new ArrayList<>(headers);
    while (!left.isEmpty() && (enough.isEmpty() || !complaints.keySet().containsAll(enough))) {
      List<CompilerMessage> errors = errors(run(view, left));
      if (errors.isEmpty()) {
        return complaints;
      }
      HeaderUnit unit = new HeaderUnit(left);
      Map<HeaderPath, List<String>> blamed = new LinkedHashMap<>();
      for (CompilerMessage error : errors) {
        String complaint = error.file() + ": " + error.text();
        unit.blamed(List.of(error))
            .keySet()
            .forEach(h -> blamed.computeIfAbsent(h, header -> new ArrayList<>()).add(complaint));
      }
      if (blamed.isEmpty()) {
        left.forEach(header -> blamed.put(header, List.of(errors.get(0).shown())));
      }
      complaints.putAll(blamed);
      left.removeAll(blamed.keySet());
    }
    return complaints;
  }

  private Outcome run(HeaderView view, List<HeaderPath> headers) {
    return compiler
        .check(view.in(environment), view.target(), new HeaderUnit(headers).text())
        .await();
  }

  private static List<CompilerMessage> errors(Outcome outcome) throws NoCompiler {
    Outcome.Finished finished = outcome.finished();
    if (finished.status() == 0) {
      return List.of();
    }
    List<CompilerMessage> errors = CompilerMessage.errors(finished.messages());
    if (errors.isEmpty()) {
      throw new NoCompiler(
          "the C compiler ended with status "
              + finished.status()
              + ": "
              + finished.messages().lines().findFirst().orElse("it printed nothing"));
    }
    return errors;
  }

  private Failure failure(CompilerMessage error) {
    return new Failure(error.header(environment.roots()), error.line(), error.text());
  }

  @Override
  public void close() {
    compiler.close();
  }
}
