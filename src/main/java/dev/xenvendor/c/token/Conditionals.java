package dev.xenvendor.c.token;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The stack of open conditionals while a header is read from top to bottom.
 *
 * @param <S> the state that each branch starts from; since the compiler sees one branch only, the
 *     text after the conditional continues from the end of the first branch
 */
final class Conditionals<S> {

  private static final class Group<S> {
    final Conditional conditional;
    final S before;
    final List<String> denied = new ArrayList<>();
    String asked;
    List<S> ends = new ArrayList<>();
    boolean otherwise;

    Group(Conditional conditional, String asked, S before) {
      this.conditional = conditional;
      this.asked = asked;
      this.before = before;
    }
  }

  private final List<Conditional> all = new ArrayList<>();
  private final Deque<Group<S>> open = new ArrayDeque<>();
  private final List<StructureFault> faults = new ArrayList<>();

  /** All conditionals up to here, by their opening directives. */
  List<Conditional> all() {
    return all;
  }

  /** Returns what is wrong, with those that are still open. */
  List<StructureFault> faults() {
    List<StructureFault> found = new ArrayList<>(faults);
    open.forEach(
        group ->
            found.add(
                StructureFault.at(
                    group.conditional.line(),
                    "conditional",
                    group.conditional.opening() + " is never closed")));
    return found;
  }

  /** Under which condition the next line is kept. */
  Condition condition() {
    List<String> expressions = new ArrayList<>();
    for (Iterator<Group<S>> groups = open.descendingIterator(); groups.hasNext(); ) {
      Group<S> group = groups.next();
      group.denied.forEach(denied -> expressions.add(Condition.not(denied)));
      expressions.add(group.asked);
    }
    return expressions.isEmpty() ? Condition.ALWAYS : Condition.of(expressions);
  }

  void open(CDirective directive, String text, int line, S state) {
    Conditional conditional = new Conditional(text, line);
    all.add(conditional);
    open.push(new Group<>(conditional, Condition.expression(directive), state));
  }

  /** Begins another branch; returns what it starts from. */
  S branch(CDirective directive, int line, S state) {
    Group<S> group = open.peek();
    String word = directive.word();
    if (group == null || group.otherwise) {
      String message = "#" + word + (group == null ? " without #if" : " after #else");
      faults.add(StructureFault.at(line, "conditional", message));
      return state;
    }
    group.conditional.add(line);
    group.ends.add(state);
    group.denied.add(group.asked);
    group.otherwise = word.equals("else");
    group.asked = group.otherwise ? "1" : Condition.expression(directive);
    return group.before;
  }

  /** Ends a conditional; returns how its branches ended, the first one first. */
  List<S> close(int line, S state) {
    if (open.isEmpty()) {
      faults.add(StructureFault.at(line, "conditional", "#endif without #if"));
      return List.of(state);
    }
    Group<S> group = open.pop();
    group.conditional.add(line);
    group.ends.add(state);
    return List.copyOf(group.ends);
  }
}
