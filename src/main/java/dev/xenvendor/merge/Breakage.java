package dev.xenvendor.merge;

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
   */
  public record Place(int line, String text, Optional<Side> side) {}

  /**
   * What a side has that belongs to the broken line.
   *
   * @param lines lines of that side's file, the places' side being this one
   */
  public record Belonging(Side side, List<Place> lines) {}

  public Breakage {
    places = List.copyOf(places);
  }
}
