package dev.xenvendor.check.inspection;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that are not what they should be, without their endings; bytes as characters.
 *
 * @param expected the lines that should be there
 * @param found what does
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
