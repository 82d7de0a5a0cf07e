package dev.xenvendor.git.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The user that this process runs as. */
final class ProcessUser {

  private static final Path STATUS = Path.of("/proc/self/status");

  /** The ids of the real and of the effective user; two more follow. */
  private static final Pattern IDS = Pattern.compile("Uid:\\s+\\d+\\s+(\\d+)\\b.*");

  private ProcessUser() {}

  /** Returns the id of the effective user, or empty where the system has no file that tells it. */
  static Optional<Integer> id() {
    return idIn(STATUS);
  }

  static Optional<Integer> idIn(Path status) {
    // The link /proc/self itself belongs to root, whoever runs the process.
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(IDS::matcher)
          .filter(Matcher::matches)
          .map(ids -> Integer.parseUnsignedInt(ids.group(1)))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
