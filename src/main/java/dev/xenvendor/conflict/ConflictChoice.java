package dev.xenvendor.conflict;

import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.downstream.Trunk;
import dev.xenvendor.tree.HeaderPath;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The headers of selected conflicts, whose local edits are to be declared.
 *
 * @param headers relative to the prefix
 * @param open the headers with open decisions
 * @param isSettled whether all selected conflicts are resolved, so that the work tree shows the
 *     remaining edits
 */
public record ConflictChoice(Set<HeaderPath> headers, Set<HeaderPath> open, boolean isSettled) {

  /**
   * The headers of conflicts, resolved or not.
   *
   * @throws dev.xenvendor.problem.Problem if there is no such conflict
   */
  public static ConflictChoice of(Downstream tree, Trunk trunk, List<ConflictNumber> numbers) {
    if (numbers.isEmpty()) {
      return new ConflictChoice(Set.of(), Set.of(), false);
    }
    ConflictsReport report = new Conflicts(tree, trunk).left();
    HeaderPath prefix = tree.vendor().prefix();
    Set<HeaderPath> headers = new TreeSet<>();
    Set<HeaderPath> open = new HashSet<>();
    report.conflicts().forEach(one -> one.path().below(prefix).ifPresent(open::add));
    for (ConflictNumber number : numbers) {
      Optional<MergeConflict> settled =
          report.settled().stream().filter(one -> one.number() == number.conflict()).findFirst();
      if (settled.isPresent()) {
        settled.get().path().below(prefix).ifPresent(headers::add);
      } else {
        ConflictFilter.of(number).in(report).conflicts().stream()
            .flatMap(one -> one.path().below(prefix).stream())
            .forEach(headers::add);
      }
    }
    boolean isSettled = headers.stream().noneMatch(open::contains);
    return new ConflictChoice(headers, open, isSettled);
  }

  /** The files in which a habit is declared that is found in the chosen headers. */
  public Set<HeaderPath> habitFiles(Set<HeaderPath> chosen, Downstream tree) {
    if (headers.isEmpty()) {
      return chosen;
    }
    Set<HeaderPath> files = new TreeSet<>(tree.local().paths());
    if (isSettled) {
      files.removeAll(open);
    }
    return files;
  }
}
