package dev.xenvendor.cli.completion;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The values of an option or a parameter that exist in the current tree. */
public interface CompletionValues {

  /**
   * Returns the values of an option or a parameter, by its label in the help, such as {@code
   * VERSION}; none for a free text.
   *
   * @param command the command that the value is for
   * @param options what the command line gives options before the cursor, by their longest names
   */
  List<Candidate> of(ArgSpec argument, CommandSpec command, Map<String, String> options);
}
