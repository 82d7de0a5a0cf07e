package dev.xenvendor.downstream;

import dev.xenvendor.problem.Problem;

/**
 * An operation of git that is in progress.
 *
 * @param name such as {@code a rebase}
 * @param end the commands that end it
 * @param ownsIndex whether it uses the index, the work tree and the message until it ends
 */
public record GitOperation(String name, String end, boolean ownsIndex) {

  /** Returns the problem that git is in the middle of it. */
  public Problem inTheWay() {
    return Problem.repository("git is in the middle of " + name).hint("finish it first: " + end);
  }
}
