package dev.xenvendor.cvsprogram;

import dev.xenvendor.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A lock in a repository that {@code cvs} waited for in vain.
 *
 * @param who holds it, as cvs says
 * @param folder of the repository, on the machine it is on
 */
record HeldLock(String who, String folder) {

  private static final Pattern WAITING =
      Pattern.compile(".*\\] waiting for (\\S*)'s lock in (\\S+).*");

  /** Readers and writers leave a note with their machine and process beside the lock itself. */
  private static final Pattern NOTE = Pattern.compile("#cvs\\.[rwp]fl\\.(.+)\\.(\\d+)");

  /** The lock that a line of {@code cvs} is about. */
  static Optional<HeldLock> in(String line) {
    Matcher matcher = WAITING.matcher(line);
    return matcher.matches()
        ? Optional.of(new HeldLock(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  Problem problem(Duration waited) {
    String holder = who.isEmpty() ? "another user" : who;
    List<Path> left = leftBehind();
    Problem problem =
        Problem.repository(
            holder + " holds a lock in " + folder + " (waited " + waited.toSeconds() + " s)");
    if (left.isEmpty()) {
      return problem.hint(
          "run the command again later; if that cvs is no longer running, the administrator of the"
              + " repository removes the #cvs.* files there");
    }
    return problem.hint(
        "the cvs that took it has ended: "
            + left.stream()
                .map(path -> "'" + path + "'")
                .collect(Collectors.joining(" ", "rm -r ", ""))
            + "; then run the command again");
  }

  /** The files of a lock whose process was on this machine and is no more; else none. */
  private List<Path> leftBehind() {
    List<Path> files = new ArrayList<>();
    boolean gone = false;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(folder), "#cvs.*")) {
      for (Path file : found) {
        files.add(file);
        Matcher note = NOTE.matcher(file.getFileName().toString());
        if (note.matches()) {
          if (!isGone(note.group(1), Long.parseLong(note.group(2)))) {
            return List.of();
          }
          gone = true;
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return gone ? files.stream().sorted().toList() : List.of();
  }

  private static boolean isGone(String machine, long process) throws IOException {
    String here = InetAddress.getLocalHost().getHostName();
    return machine.equals(here) && ProcessHandle.of(process).isEmpty();
  }
}
