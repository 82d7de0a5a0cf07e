package dev.xenvendor.check.rule;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.compiler.NoCompiler;
import dev.xenvendor.c.compiler.TrialCompile;
import dev.xenvendor.c.compiler.TrialCompile.Failure;
import dev.xenvendor.c.compiler.TrialCompile.Trial;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.CompilerUnavailable;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.HeaderStates.State;
import dev.xenvendor.check.inspection.HeaderViews;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.check.inspection.UsedHeaders;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Checks whether the tree's own headers compile that only consumers include: by themselves, or
 * after the vendor's headers whose names they use.
 */
public final class OwnHeaderCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    return tree.states().map(states -> findings(tree, states.set(State.TRUNK))).orElse(List.of());
  }

  private static List<Finding> findings(Inspection tree, HeaderSet set) {
    if (set.own().isEmpty()) {
      return List.of();
    }
    List<HeaderView> all = HeaderViews.of(tree);
    try (TrialCompile trial =
        new TrialCompile(tree.probe().compiler(), set.files(), set.environment())) {
      Map<Trial, Failure> alone = trial.alone(trials(all, set));
      UsedHeaders used = new UsedHeaders(set);
      Map<Trial, Failure> failed = trial.behind(alone.keySet(), t -> used.of(t.header(), t.view()));
      Map<String, List<Trial>> alike = new LinkedHashMap<>();
      failed.forEach((t, f) -> alike.computeIfAbsent(f.toString(), x -> new ArrayList<>()).add(t));
      return alike.values().stream()
          .map(trials -> finding(Objects.requireNonNull(failed.get(trials.get(0))), trials, all))
          .map(finding -> withSeverity(finding, set))
          .toList();
    } catch (NoCompiler e) {
      return List.of(CompilerUnavailable.finding(Rule.DOES_NOT_COMPILE, e.reason()));
    }
  }

  private static List<Trial> trials(List<HeaderView> all, HeaderSet set) {
    List<Trial> trials = new ArrayList<>();
    for (HeaderPath header : set.own()) {
      all.stream()
          .filter(view -> view.target().mayUse(header))
          .forEach(view -> trials.add(new Trial(header, view)));
    }
    return trials;
  }

  /** The definitions of a missing header are unknown. */
  private static Finding withSeverity(Finding finding, HeaderSet set) {
    return set.unknown().isEmpty()
        ? finding
        : finding
            .withHint(
                "it includes "
                    + String.join(", ", new TreeSet<>(set.unknown()))
                    + ", which is not below abi.include-dirs of vendor.yaml: add its folder there,"
                    + " or its definitions to abi.prelude")
            .asWarning();
  }

  private static Finding finding(Failure failure, List<Trial> trials, List<HeaderView> all) {
    HeaderPath header = trials.get(0).header();
    HeaderPath file = failure.file().orElse(header);
    String where = HeaderViews.where(all, trials.stream().map(Trial::view).toList());
    String through = file.equals(header) ? "" : " (included from " + header + ")";
    return Finding.of(
            Rule.DOES_NOT_COMPILE,
            "does not compile" + where + ": " + failure.text() + through,
            "this header is the tree's own; list what consumers include before it in abi.prelude,"
                + " and what their compiler predefines in abi.defines of vendor.yaml")
        .at(file, failure.line());
  }
}
