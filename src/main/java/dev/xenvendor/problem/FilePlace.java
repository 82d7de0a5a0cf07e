package dev.xenvendor.problem;

/**
 * A place in a file that the user wrote.
 *
 * @param file what messages call the file, e.g. its path
 * @param line counted from 1; 0 for the file as a whole
 * @param column counted from 1; 0 for the file as a whole
 */
public record FilePlace(String file, int line, int column) {

  /** Returns the place that is the file as a whole. */
  public static FilePlace of(String file) {
    return new FilePlace(file, 0, 0);
  }

  /** Returns {@code FILE:LINE:COLUMN}, or {@code FILE}. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ':' + line + ':' + column;
  }
}
