package dev.xenvendor.conflict;

import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Selects the decisions that a command is about; without a condition, all.
 *
 * @param targets what any of which must name them
 * @param cause the name of their cause
 * @param kind the kind of their conflict
 * @param isNext whether only the first one is meant, in the order to work in
 */
public record ConflictFilter(
    List<Target> targets, Optional<String> cause, Optional<Conflict.Kind> kind, boolean isNext) {

  public static final ConflictFilter ALL =
      new ConflictFilter(List.of(), Optional.empty(), Optional.empty(), false);

  /** An argument of the command line that names decisions. */
  public sealed interface Target {

    /** A file, from the root of the tree or from the headers' folder, or a folder of such. */
    record At(HeaderPath path) implements Target {}

    /** A conflict, or one of its hunks. */
    record Numbered(ConflictNumber number) implements Target {}
  }

  /** One decision. */
  public static ConflictFilter of(ConflictNumber number) {
    return new ConflictFilter(
        List.of(new Target.Numbered(number)), Optional.empty(), Optional.empty(), false);
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /** Returns whether the causes must be known to tell. */
  public boolean needsCauses() {
    return cause.isPresent() || isNext;
  }

  /**
   * The report with the chosen decisions only.
   *
   * @throws Problem if something that was named is not there, or already resolved
   */
  public ConflictsReport in(ConflictsReport report) {
    if (isAll()) {
      return report;
    }
    targets.forEach(target -> require(target, report));
    cause.ifPresent(name -> require(name, report));
    List<OpenDecision> chosen =
        report.causes().stream()
            .flatMap(group -> group.decisions().stream())
            .filter(decision -> takes(decision, report))
            .limit(isNext ? 1 : Long.MAX_VALUE)
            .toList();
    return only(chosen, report);
  }

  /** The report with some of its decisions. */
  static ConflictsReport only(List<OpenDecision> chosen, ConflictsReport report) {
    Set<ConflictNumber> numbers =
        chosen.stream().map(OpenDecision::number).collect(Collectors.toSet());
    List<OpenConflict> conflicts = new ArrayList<>();
    for (OpenConflict conflict : report.conflicts()) {
      List<OpenHunk> hunks =
          conflict.decisions().stream()
              .filter(decision -> numbers.contains(decision.number()))
              .flatMap(decision -> decision.hunk().stream())
              .toList();
      boolean isWhole = numbers.contains(ConflictNumber.of(conflict.number()));
      if (isWhole || !hunks.isEmpty()) {
        conflicts.add(conflict.withHunks(hunks));
      }
    }
    return report.with(conflicts);
  }

  private boolean takes(OpenDecision decision, ConflictsReport report) {
    return (targets.isEmpty() || targets.stream().anyMatch(t -> names(t, decision, report)))
        && cause.filter(name -> !name.equals(decision.cause().name())).isEmpty()
        && kind.filter(wanted -> wanted != decision.conflict().kind()).isEmpty();
  }

  private static boolean names(Target target, OpenDecision decision, ConflictsReport report) {
    if (target instanceof Target.At at) {
      return isAt(decision.conflict().conflict(), at.path(), report);
    }
    ConflictNumber number = ((Target.Numbered) target).number();
    return number.hunk().isEmpty()
        ? number.conflict() == decision.conflict().number()
        : number.equals(decision.number());
  }

  private static boolean isAt(MergeConflict conflict, HeaderPath path, ConflictsReport report) {
    HeaderPath prefix = report.vendor().prefix();
    return conflict.noted().paths().stream()
        .anyMatch(
            one ->
                one.equals(path)
                    || one.equals(prefix.resolve(path))
                    || one.below(path).isPresent()
                    || one.below(prefix.resolve(path)).isPresent());
  }

  private static void require(Target target, ConflictsReport report) {
    boolean isOpen = report.decisions().stream().anyMatch(one -> names(target, one, report));
    if (isOpen) {
      return;
    }
    if (target instanceof Target.At at) {
      throw absent(
          "at " + at.path(),
          report.settled().stream().anyMatch(c -> isAt(c, at.path(), report)),
          at.path().value());
    }
    ConflictNumber number = ((Target.Numbered) target).number();
    boolean isSettled =
        report.settled().stream().anyMatch(c -> c.number() == number.conflict())
            || isSettledHunk(number, report);
    throw absent(number.toString(), isSettled, number.toString());
  }

  private static boolean isSettledHunk(ConflictNumber number, ConflictsReport report) {
    return report.conflicts().stream()
        .filter(conflict -> conflict.number() == number.conflict())
        .flatMap(conflict -> conflict.merged().hunks().stream())
        .anyMatch(hunk -> number.hunk().filter(n -> n == hunk.number()).isPresent());
  }

  private static Problem absent(String what, boolean isSettled, String argument) {
    return isSettled
        ? Problem.usage("the conflict " + what + " is resolved")
            .hint("xenvendor resolve --undo " + argument + " brings it back")
        : Problem.usage("there is no conflict " + what)
            .hint("xenvendor conflicts lists them with their numbers");
  }

  private static void require(String cause, ConflictsReport report) {
    List<String> causes = report.causes().stream().map(group -> group.cause().name()).toList();
    if (!causes.contains(cause)) {
      throw Problem.usage("no conflict has the cause '" + cause + "'")
          .hint(
              causes.isEmpty()
                  ? "xenvendor status shows the next command"
                  : "the causes are: " + String.join(", ", causes));
    }
  }
}
