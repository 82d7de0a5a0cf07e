package dev.xenvendor.cvsprogram;

import dev.xenvendor.problem.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Tells by what {@code cvs} wrote why it failed, and what to do about it. */
final class CvsFailure {

  private record Cause(Pattern message, Function<String, Problem> kind, String hint) {
    static Cause of(String message, Function<String, Problem> kind, String hint) {
      return new Cause(Pattern.compile(message), kind, hint);
    }
  }

  private static final List<Cause> CAUSES =
      List.of(
          Cause.of(
              "No space left on device|Disc quota exceeded|Disk quota exceeded",
              Problem::repository,
              "the disk is full: free some space (df -h), and run the command again"),
          Cause.of(
              "could not open lock file",
              Problem::repository,
              "another cvs is writing that file, or a killed cvs left its lock: if none is running,"
                  + " remove the named file, and run the command again"),
          Cause.of(
              "Permission denied|requires write access|Read-only file system"
                  + "|not in group|sorry, you don't have",
              Problem::repository,
              "you lack write permission: ask the administrator of the repository, or log in as"
                  + " another user"),
          Cause.of(
              "Cannot access .*CVSROOT|/CVSROOT: No such file|No CVSROOT specified|CVSROOT .* must"
                  + " be an absolute",
              Problem::repository,
              "name the repository: --cvsroot DIR, or :ext:HOST:DIR"),
          Cause.of(
              "authorization failed|cvs login|no such user",
              Problem::unavailable,
              "log in first: cvs -d ROOT login"),
          Cause.of(
              "connect to|end of file from server|Connection (refused|closed|reset|timed out)"
                  + "|Unknown host|unknown host|Could not resolve|Host key verification"
                  + "|received (broken pipe|interrupt)|kex_exchange|No route to host",
              Problem::unavailable,
              "the server is unreachable, or closed the connection: try cvs -d ROOT version, then"
                  + " run the command again"));

  /** The cause is in the messages before these, mostly from ssh. */
  private static final Pattern CONSEQUENCE =
      Pattern.compile(".*(consult above messages|broken pipe|Fatal error, aborting).*");

  private CvsFailure() {}

  static Problem problem(CvsOutput output) {
    String said = said(output);
    String command =
        output.command().stream().filter(word -> !word.startsWith("-")).findFirst().orElse("");
    String what = "cvs " + command + " failed: " + said;
    for (Cause cause : CAUSES) {
      if (cause.message().matcher(output.messages()).find()) {
        return cause.kind().apply(what).hint(cause.hint());
      }
    }
    return Problem.repository(what).hint("fix the cause, and run the command again");
  }

  /** The most informative line: the first error, else the first line. */
  private static String said(CvsOutput output) {
    List<String> lines =
        output.messages().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> reasons =
        lines.stream().filter(line -> !CONSEQUENCE.matcher(line).matches()).toList();
    List<String> telling = reasons.isEmpty() ? lines : reasons;
    return telling.stream()
        .filter(line -> line.contains("aborted]: ") || line.startsWith("cvs "))
        .findFirst()
        .or(() -> telling.stream().findFirst())
        .map(CvsFailure::withoutPrefix)
        .orElse("it exited with status " + output.status() + " and printed nothing");
  }

  /** {@code cvs [import aborted]: } and the like add no information. */
  private static String withoutPrefix(String line) {
    return line.replaceFirst("^cvs (\\[[^\\]]*]|[a-z]+): ", "");
  }
}
