package dev.xenvendor.cvsprogram;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The output of a run of the {@code cvs} program.
 *
 * @param command the words after {@code cvs}, without the root
 * @param bytes its standard output
 * @param messages its standard error
 */
record CvsOutput(List<String> command, int status, byte[] bytes, String messages) {

  boolean succeeded() {
    return status == 0;
  }

  /** Names and messages are in whatever encoding the repository has; every byte is a character. */
  String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  List<String> lines() {
    return text().lines().toList();
  }

  /** The same, if it succeeded. */
  CvsOutput required() {
    if (!succeeded()) {
      throw CvsFailure.problem(this);
    }
    return this;
  }
}
