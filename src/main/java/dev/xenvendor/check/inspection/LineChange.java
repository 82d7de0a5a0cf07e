package dev.xenvendor.check.inspection;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that differ from what is expected, without their endings; bytes as characters.
 *
 * @param expected the lines that should be in the file
 * @param found the lines that are
 */
public record LineChange(List<String> expected, List<String> found) {

  public LineChange {
    expected = List.copyOf(expected);
    found = List.copyOf(found);
  }

  /** As a unified diff shows them. */
  public List<String> unified() {
    List<String> lines = new ArrayList<>();
    expected.forEach(line -> lines.add('-' + line));
    found.forEach(line -> lines.add('+' + line));
    return lines;
  }
}
