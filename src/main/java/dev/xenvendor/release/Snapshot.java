package dev.xenvendor.release;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.Limits;
import dev.xenvendor.tree.TreeSafety;

/**
 * The public headers as a source holds them: every file below upstream's path.
 *
 * <p>Its constructor refuses a tree that could do harm when it is checked out.
 */
public record Snapshot(HeaderTree headers, Origin origin) {

  public Snapshot {
    new TreeSafety(headers, Limits.DEFAULT)
        .problem()
        .ifPresent(
            problem -> {
              throw Problem.unavailable("the source is refused: " + problem)
                  .hint("nothing was imported; get the release from upstream");
            });
  }
}
