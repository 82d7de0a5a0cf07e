package dev.xenvendor.cli.completion;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The values that fit an option or a parameter in the tree at hand. */
public interface Values {

  /**
   * Returns the values for a label of the help, such as {@code VERSION}; none for a free text.
   *
   * @param command the command that the value is for
   */
  List<Candidate> of(String label, CommandSpec command);
}
