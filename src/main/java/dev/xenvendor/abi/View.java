package dev.xenvendor.abi;

import dev.xenvendor.c.parse.Target;
import java.util.ArrayList;
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

  /** All of one audience. */
  public static List<View> of(Audience audience) {
    return all().stream().filter(view -> view.audience() == audience).toList();
  }

  @Override
  public int compareTo(View other) {
    int byAudience = audience.compareTo(other.audience);
    return byAudience != 0 ? byAudience : target.compareTo(other.target);
  }
}
