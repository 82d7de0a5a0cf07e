package dev.xenvendor.c.token;

import java.util.ArrayList;
import java.util.List;

/**
 * A conditional group of a header: the directive that opens it and those that belong to it.
 *
 * @param opening the opening directive as written, on one line
 * @param lines the line of each of its directives, from 1, the opening one first
 */
public record Conditional(String opening, List<Integer> lines) {

  Conditional(String opening, int line) {
    this(opening, new ArrayList<>(List.of(line)));
  }

  public int line() {
    return lines.get(0);
  }

  void add(int line) {
    lines.add(line);
  }
}
