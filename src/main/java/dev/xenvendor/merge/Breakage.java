package dev.xenvendor.merge;

import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/**
 * Something in a merged file that is not well formed, though it is on every side.
 *
 * @param what in words, as in {@code struct a is defined twice}
 * @param places the lines of the merged file that show it
 * @param belonging the directives that one side has to the broken conditional
 */
public record Breakage(String what, List<Place> places, Optional<Belonging> belonging) {

  /**
   * A line of the merged file.
   *
   * @param line counted from 1
   * @param side the side it comes from; empty where both have it
   * @param elsewhere the header it is of; empty for that which is broken
   */
  public record Place(int line, String text, Optional<Side> side, Optional<HeaderPath> elsewhere) {

    public Place(int line, String text, Optional<Side> side) {
      this(line, text, side, Optional.empty());
    }
  }

  /**
   * The lines of a side that belong to the broken line.
   *
   * @param lines lines of that side's file, the places' side being this one
   */
  public record Belonging(Side side, List<Place> lines) {}

  public Breakage {
    places = List.copyOf(places);
  }

  /** The same with the paths of other headers seen from another folder. */
  public Breakage under(HeaderPath folder) {
    return new Breakage(
        what,
        places.stream()
            .map(p -> new Place(p.line, p.text, p.side, p.elsewhere.map(folder::resolve)))
            .toList(),
        belonging);
  }
}
