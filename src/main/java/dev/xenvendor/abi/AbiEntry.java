package dev.xenvendor.abi;

import dev.xenvendor.tree.HeaderPath;
import java.util.Set;

/**
 * A name that headers define, with its place and its definition.
 *
 * @param line in the file, from 1
 * @param text the definition as written, one blank for any white space and comment
 * @param uses the names in it, without {@code struct} and the like
 */
public record AbiEntry(
    AbiName name, HeaderPath file, int line, Meaning meaning, String text, Set<String> uses) {

  public AbiEntry {
    uses = Set.copyOf(uses);
  }
}
