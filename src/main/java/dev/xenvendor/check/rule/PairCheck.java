package dev.xenvendor.check.rule;

import dev.xenvendor.abi.HeaderSet;
import dev.xenvendor.c.compiler.Layout;
import dev.xenvendor.c.compiler.LayoutResult;
import dev.xenvendor.c.compiler.LayoutResult.Layouts;
import dev.xenvendor.c.compiler.NoCompiler;
import dev.xenvendor.c.include.IncludeGraph;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.check.inspection.Check;
import dev.xenvendor.check.inspection.CompilerUnavailable;
import dev.xenvendor.check.inspection.Finding;
import dev.xenvendor.check.inspection.HeaderStates;
import dev.xenvendor.check.inspection.HeaderStates.State;
import dev.xenvendor.check.inspection.HeaderViews;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.check.inspection.LayoutDifference;
import dev.xenvendor.check.inspection.TypePlaces;
import dev.xenvendor.check.inspection.UsedHeaders;
import dev.xenvendor.profile.AbiSettings.Pair;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.profile.Rule;
import dev.xenvendor.profile.Severity;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks whether types that mirror another target's have the same layout. */
public final class PairCheck implements Check {

  @Override
  public List<Finding> findings(Inspection tree) {
    List<Pair> pairs = tree.vendor().checks().abi().pairs();
    return pairs.isEmpty()
        ? List.of()
        : tree.states().map(states -> new Pairs(tree, states, pairs).findings()).orElse(List.of());
  }

  /** The pairs of one tree. */
  private record Pairs(Inspection tree, HeaderStates states, List<Pair> pairs) {

    List<Finding> findings() {
      List<Finding> findings = new ArrayList<>();
      List<Pair> defined = new ArrayList<>();
      for (Pair pair : pairs) {
        if (place(pair.type(), State.TRUNK).isPresent()) {
          defined.add(pair);
        } else if (isMissed(pair.type())) {
          findings.add(gone(pair));
        }
      }
      try {
        if (!defined.isEmpty()) {
          compare(defined, findings);
        }
      } catch (NoCompiler e) {
        findings.add(CompilerUnavailable.finding(Rule.CROSS_ABI_MISMATCH, e.reason()));
      }
      return findings;
    }

    /** Returns whether a patch or a consumer relies on a missing type. */
    private boolean isMissed(String type) {
      return place(type, State.PATCHED).isPresent()
          || tree.consumers().files().values().stream()
              .anyMatch(file -> TypePlaces.isMentioned(type, file))
          || isRelocated(type);
    }

    /** Returns whether trunk says that a header of its own has the type now. */
    private boolean isRelocated(String type) {
      return tree.downstream().residue().stream()
          .flatMap(residue -> residue.local().results().stream())
          .filter(result -> result.applies() && result.changedNothing())
          .flatMap(result -> result.patch().change().asRelocation().stream())
          .anyMatch(relocation -> relocation.moves(type));
    }

    private Optional<TypePlaces.Place> place(String type, State state) {
      return new TypePlaces(states.set(state), states.graph(state)).find(type);
    }

    private Finding gone(Pair pair) {
      return Finding.of(
              Rule.CROSS_ABI_MISMATCH,
              pair.type()
                  + ", which mirrors the "
                  + pair.of()
                  + " "
                  + pair.equals()
                  + " on "
                  + pair.target()
                  + ", is missing",
              "restore it, or remove the pair from abi.pairs in vendor.yaml")
          .about(pair.type());
    }

    private void compare(List<Pair> defined, List<Finding> findings) throws NoCompiler {
      HeaderSet set = states.set(State.TRUNK);
      Set<String> types =
          defined.stream()
              .flatMap(pair -> Stream.of(pair.type(), pair.equals()))
              .collect(Collectors.toSet());
      Set<Target> targets = EnumSet.noneOf(Target.class);
      defined.forEach(
          pair ->
              Stream.of(pair.target(), pair.of())
                  .flatMap(word -> Target.ofWord(word).stream())
                  .forEach(targets::add));
      String unit = unit(defined);
      List<Map<Target, LayoutResult>> results = new ArrayList<>();
      for (String version : HeaderViews.versions(tree)) {
        CEnvironment seen = set.environment().define(InterfaceVersion.MACRO, version);
        results.add(tree.probe().layouts(set.files(), seen, unit, types, targets));
      }
      Optional<Finding> failure =
          results.stream()
              .flatMap(seen -> seen.entrySet().stream())
              .flatMap(result -> failure(result.getKey(), result.getValue(), defined).stream())
              .findFirst();
      failure.ifPresentOrElse(
          findings::add,
          () -> defined.forEach(pair -> compareAll(pair, results).ifPresent(findings::add)));
    }

    /**
     * Returns what is wrong for guests of any interface version; some of them may not see the type.
     */
    private Optional<Finding> compareAll(Pair pair, List<Map<Target, LayoutResult>> results) {
      List<Map<Target, LayoutResult>> seen =
          results.stream()
              .filter(each -> layout(pair.type(), pair.target(), each).isPresent())
              .toList();
      if (seen.isEmpty() && results.stream().anyMatch(Pairs::fails)) {
        return Optional.empty(); // reported by that rule
      }
      return (seen.isEmpty() ? results : seen)
          .stream().flatMap(r -> compare(pair, r).stream()).findFirst();
    }

    private static boolean fails(Map<Target, LayoutResult> results) {
      return results.values().stream().anyMatch(LayoutResult.DoesNotCompile.class::isInstance);
    }

    /** Returns why the types cannot be compared at all. */
    private Optional<Finding> failure(Target target, LayoutResult result, List<Pair> defined) {
      if (!(result instanceof LayoutResult.DoesNotCompile fails)) {
        return Optional.empty();
      }
      if (!fails.blamesTheCode()) {
        return Optional.of(
            CompilerUnavailable.finding(
                Rule.CROSS_ABI_MISMATCH, "the C compiler does not work: " + fails.firstError()));
      }
      if (tree.vendor().checks().severity(Rule.DOES_NOT_COMPILE) != Severity.OFF) {
        return Optional.empty(); // reported by that rule
      }
      Pair first = defined.get(0);
      String types = defined.size() == 1 ? "" : " and " + (defined.size() - 1) + " more types";
      return Optional.of(
          finding(
                  first,
                  first.type()
                      + types
                      + " cannot be measured on "
                      + target.word()
                      + ": "
                      + fails.firstError())
              .withHint("they are compared once their headers compile"));
    }

    /** Includes the headers that lead to where the types are defined. */
    private String unit(List<Pair> defined) {
      Set<HeaderPath> places =
          defined.stream()
              .flatMap(pair -> Stream.of(pair.type(), pair.equals()))
              .flatMap(type -> place(type, State.TRUNK).stream())
              .map(TypePlaces.Place::file)
              .collect(Collectors.toSet());
      IncludeGraph graph = states.graph(State.TRUNK);
      Set<HeaderPath> included = new LinkedHashSet<>();
      HeaderSet set = states.set(State.TRUNK);
      for (HeaderPath header : set.all()) {
        if (places.removeAll(graph.reached(header))) {
          if (set.own().contains(header)) {
            included.addAll(new UsedHeaders(set).of(header, HeaderViews.of(tree).get(0)));
          }
          included.add(header);
        }
      }
      return included.stream()
          .map(header -> "#include \"" + header + "\"\n")
          .collect(Collectors.joining());
    }

    private Optional<Finding> compare(Pair pair, Map<Target, LayoutResult> results) {
      if (layouts(pair.target(), results).isEmpty() || layouts(pair.of(), results).isEmpty()) {
        return Optional.empty();
      }
      Optional<Layout> mirror = layout(pair.type(), pair.target(), results);
      Optional<Layout> mirrored = layout(pair.equals(), pair.of(), results);
      if (mirror.isEmpty()) {
        return Optional.of(gone(pair));
      }
      return mirrored.isEmpty()
          ? Optional.of(finding(pair, pair.equals() + ", which it mirrors, is missing"))
          : mismatch(pair, mirror.get(), mirrored.get()).map(message -> finding(pair, message));
    }

    private static Optional<Layout> layout(
        String type, String target, Map<Target, LayoutResult> results) {
      return layouts(target, results).flatMap(layouts -> layouts.of(type));
    }

    private static Optional<Layouts> layouts(String target, Map<Target, LayoutResult> results) {
      return Target.ofWord(target)
          .map(results::get)
          .filter(Layouts.class::isInstance)
          .map(Layouts.class::cast);
    }

    private static Optional<String> mismatch(Pair pair, Layout mirror, Layout mirrored) {
      if (mirror.agreesWith(mirrored)) {
        return Optional.empty();
      }
      String fields = LayoutDifference.differences(mirror, mirrored);
      return Optional.of(
          pair.type()
              + " is "
              + mirror.size()
              + " bytes on "
              + pair.target()
              + "; the "
              + pair.of()
              + ' '
              + pair.equals()
              + " it mirrors is "
              + mirrored.size()
              + (fields.isEmpty() ? "" : " (" + fields + ")"));
    }

    private Finding finding(Pair pair, String message) {
      Finding finding =
          Finding.of(
                  Rule.CROSS_ABI_MISMATCH,
                  message,
                  pair.of()
                      + " aligns 64-bit fields differently: align these fields in the same way,"
                      + " without packing the rest")
              .about(pair.type());
      return place(pair.type(), State.TRUNK)
          .map(spot -> finding.at(spot.file(), spot.line()))
          .orElse(finding);
    }
  }
}
