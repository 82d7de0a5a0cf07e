package dev.xenvendor.tree;

import java.time.Duration;

/**
 * The limits on input from outside, so that no archive, tree or header can exhaust the machine.
 * What exceeds a limit is refused or reported by name.
 *
 * @param fileBytes the size of one header
 * @param pathLength the length of a path, in characters
 * @param pathDepth the folders in a path
 * @param nesting brackets in each other, or conditionals in each other, in a header that is read as
 *     C
 * @param expansion the tokens that one use of a macro may expand to
 * @param parserTime the time in which the C parser must have read a unit of up to a megabyte
 * @param compilerTime the time in which a run of the C compiler must have ended
 * @param compilerBytes the address space of a run of the C compiler
 */
public record Limits(
    long fileBytes,
    int pathLength,
    int pathDepth,
    int nesting,
    long expansion,
    Duration parserTime,
    Duration compilerTime,
    long compilerBytes) {

  /**
   * Far above what any release of Xen has: its longest header has 100 KiB, its deepest path four
   * folders. Clang stops at 256 brackets, too.
   */
  public static final Limits DEFAULT =
      new Limits(
          16 << 20,
          4096,
          100,
          256,
          1_000_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          512L << 20);
}
