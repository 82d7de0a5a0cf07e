package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xenvendor.cli.console.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** How a command ended. */
public record Run(int exit, String out, String err) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** Asserts how it ended, and shows all of it where it ended otherwise. */
  public Run exits(int status) {
    assertThat(exit).as("exit status%n%s%s", out, err).isEqualTo(status);
    return this;
  }

  /** Asserts that it failed as every failure should: one error that names the thing, one hint. */
  public Run fails(int status, String... named) {
    exits(status);
    List<String> errors = err.lines().filter(line -> line.startsWith("error: ")).toList();
    assertThat(errors).as(err).hasSize(1);
    assertThat(errors.get(0)).contains(named);
    // An error in a file says where and what is allowed there, which often is hint enough.
    int fewest = status == ExitCode.INPUT_FILE ? 0 : 1;
    assertThat(err.lines().filter(line -> line.startsWith("hint: ")))
        .as(err)
        .hasSizeBetween(fewest, 1);
    assertThat(err).doesNotContain("Exception", "\tat ");
    assertThat(out).isEmpty();
    return this;
  }

  /** What it printed, read as JSON. */
  JsonNode json() {
    try {
      return JSON.readTree(out);
    } catch (IOException e) {
      throw new UncheckedIOException(out, e);
    }
  }
}
