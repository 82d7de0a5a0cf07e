package dev.xenvendor.profile;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.PathGlob;
import java.util.Optional;

/**
 * An entry of the allow-list: findings that the profile allows.
 *
 * @param path the file of the findings; empty for any file
 * @param name the name that the findings are about, as in {@code mb}; empty for any name
 * @param line its line in the profile, counted from 1
 */
public record Allowance(Optional<PathGlob> path, Optional<String> name, String reason, int line) {

  /** Returns whether it covers a finding. */
  public boolean covers(Optional<HeaderPath> foundIn, Optional<String> about) {
    return path.map(glob -> foundIn.filter(glob::matches).isPresent()).orElse(true)
        && name.map(wanted -> about.filter(wanted::equals).isPresent()).orElse(true);
  }
}
