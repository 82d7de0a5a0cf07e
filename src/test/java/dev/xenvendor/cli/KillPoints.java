package dev.xenvendor.cli;

import java.util.Set;
import java.util.TreeSet;

/** At which of its steps a test kills a command: {@code -Dxenvendor.kill.writes=N}, or all. */
final class KillPoints {

  private static final String WANTED = System.getProperty("xenvendor.kill.writes", "3");

  private KillPoints() {}

  /** Some of the steps, evenly spread, counted from 1. */
  static Set<Integer> of(int steps) {
    return of(steps, steps);
  }

  /** The same, where no more than {@code most} are taken unless all are wanted. */
  static Set<Integer> of(int steps, int most) {
    boolean all = WANTED.equals("all");
    int points = all ? steps : Math.min(Integer.parseInt(WANTED), Math.min(steps, most));
    Set<Integer> chosen = new TreeSet<>();
    for (int point = 0; point < points; point++) {
      chosen.add(1 + (int) ((point + 0.5) * steps / points));
    }
    return chosen;
  }
}
