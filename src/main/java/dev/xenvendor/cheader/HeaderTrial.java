package dev.xenvendor.cheader;

import dev.xenvendor.cheader.CCompiler.Outcome;
import dev.xenvendor.cheader.Surveyor.Sight;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries which headers of a tree compile, each in a unit of its own. */
public final class HeaderTrial implements AutoCloseable {

  /** A header that is to be compiled, and how it is seen. */
  public record Trial(HeaderPath header, Sight sight) {}

  /**
   * Why a header does not compile.
   *
   * @param file where the error is, if in a header of the tree
   */
  public record Failure(Optional<HeaderPath> file, int line, String text) {}

  /** There is no compiler that can tell. */
  public static final class NoCompiler extends Exception {

    private static final long serialVersionUID = 1;

    NoCompiler(String reason) {
      super(reason, null, false, false);
    }

    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  private final HeaderCompiler compiler;
  private final List<IncludeRoot> roots;

  public HeaderTrial(SystemCompiler compiler, HeaderTree tree, List<IncludeRoot> roots)
      throws NoCompiler {
    if (compiler.compiler().isEmpty()) {
      throw new NoCompiler(compiler.reason());
    }
    this.roots = List.copyOf(roots);
    this.compiler = new HeaderCompiler(compiler.compiler().get(), tree, roots);
    requireJudgement(compiler.compiler().get().name());
  }

  /** A program that finds nothing wrong with anything proves nothing by that. */
  private void requireJudgement(String name) throws NoCompiler {
    Outcome outcome =
        compiler.check(CEnvironment.plain(), Target.X86_64, "#error this must fail\n").await();
    if (outcome instanceof Outcome.Finished finished && finished.status() == 0) {
      compiler.close();
      throw new NoCompiler(name + " is no C compiler: it takes what no compiler takes");
    }
  }

  /** Compiles each alone; those that fail, with their first error. */
  public Map<Trial, Failure> alone(Collection<Trial> trials) throws NoCompiler {
    List<Outcome> outcomes =
        trials.parallelStream().map(trial -> run(trial.sight(), List.of(trial.header()))).toList();
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

  /** Headers that are to be tried alone, or why nothing can be tried. */
  private record Doubts(List<HeaderPath> headers, Optional<NoCompiler> none) {}

  /**
   * Which of many headers do not compile in one unit with all others that are seen alike, which is
   * much faster: each that does not is to be tried alone.
   */
  public List<Trial> doubtful(Collection<Trial> trials) throws NoCompiler {
    Map<Sight, List<HeaderPath>> bySight = new LinkedHashMap<>();
    for (Trial trial : trials) {
      bySight.computeIfAbsent(trial.sight(), sight -> new ArrayList<>()).add(trial.header());
    }
    List<Sight> sights = List.copyOf(bySight.keySet());
    List<Doubts> doubts =
        sights.parallelStream()
            .map(sight -> doubts(sight, bySight.getOrDefault(sight, List.of())))
            .toList();
    List<Trial> doubtful = new ArrayList<>();
    for (int i = 0; i < sights.size(); i++) {
      Sight sight = sights.get(i);
      if (doubts.get(i).none().isPresent()) {
        throw doubts.get(i).none().get();
      }
      doubts.get(i).headers().forEach(header -> doubtful.add(new Trial(header, sight)));
    }
    return doubtful;
  }

  private Doubts doubts(Sight sight, List<HeaderPath> headers) {
    try {
      return new Doubts(doubtful(sight, headers), Optional.empty());
    } catch (NoCompiler e) {
      return new Doubts(List.of(), Optional.of(e));
    }
  }

  private List<HeaderPath> doubtful(Sight sight, List<HeaderPath> headers) throws NoCompiler {
    List<HeaderPath> together = new ArrayList<>(headers);
    List<HeaderPath> doubtful = new ArrayList<>();
    while (!together.isEmpty()) {
      List<CompilerMessage> errors = errors(run(sight, together));
      if (errors.isEmpty()) {
        return doubtful;
      }
      List<HeaderPath> blamed =
          errors.stream()
              .map(CompilerMessage::unitLine)
              .filter(line -> line > 0 && line <= together.size())
              .distinct()
              .map(line -> together.get(line - 1))
              .toList();
      // What is wrong before the first of them is wrong for all.
      doubtful.addAll(blamed.isEmpty() ? together : blamed);
      together.removeAll(doubtful);
    }
    return doubtful;
  }

  private Outcome run(Sight sight, List<HeaderPath> headers) {
    return compiler
        .check(sight.environment(), sight.target(), HeaderGroups.includes(headers))
        .await();
  }

  private static List<CompilerMessage> errors(Outcome outcome) throws NoCompiler {
    if (outcome instanceof Outcome.Broken broken) {
      throw new NoCompiler(broken.reason());
    }
    Outcome.Finished finished = (Outcome.Finished) outcome;
    if (finished.status() == 0) {
      return List.of();
    }
    List<CompilerMessage> errors = CompilerMessage.errors(finished.messages());
    if (errors.isEmpty()) {
      throw new NoCompiler(
          "the C compiler ended with status "
              + finished.status()
              + ": "
              + finished.messages().lines().findFirst().orElse("it said nothing"));
    }
    return errors;
  }

  private Failure failure(CompilerMessage error) {
    return new Failure(error.header(roots), error.line(), error.text());
  }

  @Override
  public void close() {
    compiler.close();
  }
}
