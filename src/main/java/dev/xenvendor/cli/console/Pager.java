package dev.xenvendor.cli.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A program that shows a text screen by screen, as git runs it.
 *
 * @param command for the shell
 */
public record Pager(String command) {

  /**
   * The variables that git sets for its pager unless the user did; F ends less after one screen.
   */
  private static final Map<String, String> SETTINGS = Map.of("LESS", "FRX", "LV", "-c");

  /** A shell's exit status for a program that it cannot run; the next is for a missing one. */
  private static final int NOT_FOUND = 126;

  /**
   * Shows a text and waits until the user has seen it.
   *
   * @return whether there is such a program
   */
  public boolean show(String text, GlobalOptions options) {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT);
    SETTINGS.forEach(builder.environment()::putIfAbsent);
    try {
      Process process = builder.start();
      try (PrintWriter writer = writer(process, options)) {
        writer.print(text); // the user may leave before the end
      }
      int status = process.waitFor();
      return status < NOT_FOUND || status > NOT_FOUND + 1;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static PrintWriter writer(Process process, GlobalOptions options) {
    BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    return EscapingWriter.around(new PrintWriter(out), () -> options.usesColor(true), () -> false);
  }
}
