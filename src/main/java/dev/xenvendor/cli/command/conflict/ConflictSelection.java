package dev.xenvendor.cli.command.conflict;

import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.Syntax;
import dev.xenvendor.cli.option.TreePaths;
import dev.xenvendor.conflict.ConflictFilter;
import dev.xenvendor.conflict.ConflictFilter.Target;
import dev.xenvendor.conflict.ConflictNumber;
import dev.xenvendor.merge.Conflict;
import dev.xenvendor.problem.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The options that choose among the conflicts of a merge. */
final class ConflictSelection {

  private final Argument<String> cause;
  private final Argument<String> kind;

  ConflictSelection(Syntax syntax) {
    cause =
        syntax.option(
            "--cause",
            "NAME",
            String.class,
            "Only conflicts with this cause, as named by `xenvendor conflicts`.");
    kind =
        syntax.option(
            "--kind", "KIND", String.class, "Only conflicts of this kind, such as modify/delete.");
  }

  boolean isGiven() {
    return cause.given().isPresent() || kind.given().isPresent();
  }

  /**
   * Returns what is chosen.
   *
   * @param arguments paths and numbers
   * @param root the root of the work tree
   */
  ConflictFilter filter(List<String> arguments, Path here, Path root, boolean isNext) {
    return new ConflictFilter(
        arguments.stream().map(argument -> target(argument, here, root)).toList(),
        cause.given(),
        kind.given().map(ConflictSelection::kind),
        isNext);
  }

  static Target target(String argument, Path here, Path root) {
    Optional<ConflictNumber> number = ConflictNumber.parse(argument);
    return number.isPresent()
        ? new Target.Numbered(number.get())
        : new Target.At(TreePaths.inTree(argument, here, root));
  }

  private static Conflict.Kind kind(String word) {
    return Arrays.stream(Conflict.Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.usage("there is no kind of conflict '" + word + "'")
                    .hint(
                        Arrays.stream(Conflict.Kind.values())
                            .map(Conflict.Kind::word)
                            .collect(Collectors.joining(", ", "the kinds are: ", ""))));
  }
}
