package dev.xenvendor.downstream;

import dev.xenvendor.problem.Problem;

/**
 * Something that git was asked to do and has not finished.
 *
 * @param name such as {@code a rebase}
 * @param end the command, or the commands, that end it
 * @param ownsIndex whether index, work tree and message belong to it until it ends
 */
public record GitOperation(String name, String end, boolean ownsIndex) {

  /** Returns the problem that git is in the middle of it. */
  public Problem inTheWay() {
    return Problem.repository("git is in the middle of " + name).hint("finish it first: " + end);
  }
}
