package dev.xenvendor.check.rule;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.compiler.NoCompiler;
import dev.xenvendor.c.compiler.TrialCompile;
import dev.xenvendor.c.compiler.TrialCompile.Failure;
import dev.xenvendor.c.compiler.TrialCompile.Trial;
import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.CompilerUnavailable;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.HeaderStates;
import dev.xenvendor.check.inspection.HeaderStates.State;
import dev.xenvendor.check.inspection.HeaderViews;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.check.inspection.ReleaseInTree;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.IncludePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks whether every header compiles alone wherever the release's own does. It compiles only the
 * headers that the compiler reads differently from the release's.
 */
public final class CompileCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    if (HeaderViews.targets(tree.vendor().checks().abi()).isEmpty()) {
      return List.of(CompilerUnavailable.noTarget(tree));
    }
    return tree.states()
        .map(
            states -> {
              try {
                return new Trials(tree, states, Set.of()).findings();
              } catch (NoCompiler e) {
                return List.of(CompilerUnavailable.finding(Rule.DOES_NOT_COMPILE, e.reason()));
              }
            })
        .orElse(List.of());
  }

  /** The words of compilers about a conflict marker, which another rule reports in detail. */
  private static final String CONFLICT_MARKER = "conflict marker";

  /** The messages of GCC and Clang about an include that they do not find. */
  private static final Pattern NOT_FOUND =
      Pattern.compile("'?([^': ]+)'?(?:: No such file or directory| file not found).*");

  /** The folder of empty headers that substitute those. */
  private static final HeaderPath STAND_INS = HeaderPath.of("xenvendor-stand-ins");

  /**
   * The trials of one tree.
   *
   * @param standIns includes that nothing resolves, and that are taken for empty headers
   */
  private record Trials(Inspection tree, HeaderStates states, Set<HeaderPath> standIns) {

    List<Finding> findings() throws NoCompiler {
      List<HeaderPath> headers = states.differing(State.PRISTINE);
      if (headers.isEmpty()) {
        return List.of();
      }
      Map<Trial, Failure> failed = failed(headers);
      Set<HeaderPath> unresolved = unresolved(failed.values());
      if (standIns.containsAll(unresolved)) {
        return findings(failed);
      }
      // A compiler stops at such an include: what else is wrong shows when it finds the header.
      failed.values().removeIf(failure -> unresolved(List.of(failure)).isEmpty());
      String folder = tree.vendor().configFolder() + "/vendor.yaml";
      String hint = "name the folder of such includes in " + folder + ": abi.include-dirs";
      Set<HeaderPath> all = new TreeSet<>(standIns);
      all.addAll(unresolved);
      return Stream.concat(
              findings(failed).stream().map(finding -> finding.withHint(hint)),
              new Trials(tree, states, all).findings().stream())
          .toList();
    }

    private static Set<HeaderPath> unresolved(Collection<Failure> failures) {
      Set<HeaderPath> includes = new TreeSet<>();
      for (Failure failure : failures) {
        Matcher message = NOT_FOUND.matcher(failure.text());
        if (message.matches()) {
          IncludePath.normal(message.group(1)).ifPresent(includes::add);
        }
      }
      return includes;
    }

    /** The headers that do not compile here and do as published. */
    private Map<Trial, Failure> failed(List<HeaderPath> headers) throws NoCompiler {
      Map<Trial, Failure> failed = failing(headers);
      failed.values().removeIf(failure -> failure.text().contains(CONFLICT_MARKER));
      failed.keySet().removeAll(failing(State.PRISTINE, failed.keySet()).keySet());
      return failed;
    }

    private List<Finding> findings(Map<Trial, Failure> failed) throws NoCompiler {
      Map<Trial, Failure> patched = failing(State.PATCHED, failed.keySet());
      Map<String, List<Trial>> alike = new LinkedHashMap<>();
      failed.forEach(
          (trial, failure) ->
              alike.computeIfAbsent(cause(failure), c -> new ArrayList<>()).add(trial));
      return alike.values().stream()
          .map(
              trials -> finding(Objects.requireNonNull(failed.get(trials.get(0))), trials, patched))
          .toList();
    }

    /**
     * Returns the key by which failures are grouped: in an unchanged header the error's text alone,
     * which has one cause elsewhere.
     */
    private String cause(Failure failure) {
      boolean elsewhere = failure.file().filter(file -> !isEdited(file)).isPresent();
      return elsewhere ? failure.text() : failure.toString();
    }

    private boolean isEdited(HeaderPath file) {
      return !states.set(State.PRISTINE).files().contains(file)
          || !states
              .graph(State.TRUNK)
              .significant(file)
              .equals(states.graph(State.PRISTINE).significant(file));
    }

    private List<HeaderView> views() {
      return HeaderViews.of(tree);
    }

    /** A header that includes what it did before needs no unit of its own to be found wrong. */
    private Map<Trial, Failure> failing(List<HeaderPath> headers) throws NoCompiler {
      try (TrialCompile trial = trial(State.TRUNK)) {
        List<Trial> edited = new ArrayList<>();
        List<Trial> others = new ArrayList<>();
        for (HeaderView view : views()) {
          for (HeaderPath header : headers) {
            if (view.target().mayUse(header)) {
              boolean isEdited = states.isOtherwise(header, State.PRISTINE);
              (isEdited ? edited : others).add(new Trial(header, view));
            }
          }
        }
        Set<Trial> doubtful = doubtful(trial, others);
        doubtful.removeAll(failing(State.PRISTINE, doubtful).keySet());
        return trial.alone(Stream.concat(edited.stream(), doubtful.stream()).toList());
      }
    }

    /**
     * Headers that may compile alone as published and not here. Most that do not compile together
     * are not meant to be view so, and have the very same wrong with them as published.
     */
    private Set<Trial> doubtful(TrialCompile trial, List<Trial> headers) throws NoCompiler {
      Map<Trial, List<String>> complaints = trial.together(headers, Set.of());
      if (!complaints.isEmpty()) {
        try (TrialCompile published = trial(State.PRISTINE)) {
          complaints
              .entrySet()
              .removeAll(published.together(headers, complaints.keySet()).entrySet());
        }
      }
      return complaints.keySet();
    }

    private Map<Trial, Failure> failing(State state, Collection<Trial> trials) throws NoCompiler {
      if (trials.isEmpty()) {
        return Map.of();
      }
      try (TrialCompile trial = trial(state)) {
        return trial.alone(List.copyOf(trials));
      }
    }

    private TrialCompile trial(State state) throws NoCompiler {
      HeaderSet set = states.set(state);
      Map<HeaderPath, HeaderFile> files = new HashMap<>(set.files().files());
      List<IncludeRoot> roots = new ArrayList<>(set.environment().roots());
      standIns.forEach(path -> files.put(STAND_INS.resolve(path), HeaderFile.regular(new byte[0])));
      roots.add(IncludeRoot.at(STAND_INS));
      return new TrialCompile(
          tree.probe().compiler(), HeaderTree.of(files), set.environment().withRoots(roots));
    }

    private Finding finding(Failure failure, List<Trial> trials, Map<Trial, Failure> patched) {
      HeaderPath header = trials.get(0).header();
      HeaderPath file = failure.file().orElse(header);
      String release = tree.vendor().title(tree.downstream().release().orElseThrow());
      String message =
          "does not compile" + where(trials) + ": " + failure.text() + others(trials, file);
      Finding finding =
          Finding.of(Rule.DOES_NOT_COMPILE, message, hint(file, release)).at(file, failure.line());
      Failure before = patched.get(trials.get(0));
      boolean own = !file.isBelow(tree.vendor().prefix());
      if (before == null || own) {
        return finding;
      }
      return states
          .patchAt(before.file().orElse(header), before.line())
          .map(patch -> by(patch, message, release).at(file, failure.line()))
          .orElse(finding);
    }

    private String hint(HeaderPath file, String release) {
      if (!file.isBelow(tree.vendor().prefix())) {
        return "this header is the tree's own: " + tree.commands().history(file);
      }
      return "an undeclared change is the cause, because "
          + release
          + " compiles here: "
          + ReleaseInTree.of(tree)
              .diff(file.below(tree.vendor().prefix()).filter(header -> isEdited(file)));
    }

    private static Finding by(LocalPatch patch, String message, String release) {
      return Finding.of(
              Rule.DOES_NOT_COMPILE,
              message,
              "the local patch "
                  + patch.id()
                  + " is the cause, because without it "
                  + release
                  + " compiles: "
                  + patch.place())
          .of(patch.id());
    }

    private String where(List<Trial> trials) {
      return HeaderViews.where(views(), trials.stream().map(Trial::view).toList());
    }

    private static String others(List<Trial> trials, HeaderPath file) {
      List<HeaderPath> others =
          trials.stream().map(Trial::header).distinct().filter(h -> !h.equals(file)).toList();
      if (others.isEmpty()) {
        return "";
      }
      String more = others.size() == 1 ? "" : " and " + (others.size() - 1) + " more headers";
      return " (nor does " + others.get(0).name() + more + ")";
    }
  }
}
