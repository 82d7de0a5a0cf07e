package dev.xenvendor.abi;

import dev.xenvendor.cheader.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** For whom, and on which target, headers are seen. */
public record View(Audience audience, Target target) implements Comparable<View> {

  /** All there are. */
  public static List<View> all() {
    List<View> views = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      for (Target target : Target.values()) {
        views.add(new View(audience, target));
      }
    }
    return views;
  }

  @Override
  public int compareTo(View other) {
    return Comparator.comparing(View::audience).thenComparing(View::target).compare(this, other);
  }
}
