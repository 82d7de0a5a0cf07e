package dev.xenvendor.cvs;

import java.nio.file.Path;

/** The location of a CVS repository, as {@code cvs -d} and {@code $CVSROOT} take it. */
public record CvsRoot(String text) {

  public CvsRoot {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the root of a CVS repository is empty");
    }
  }

  public static CvsRoot of(Path folder) {
    return new CvsRoot(folder.toAbsolutePath().normalize().toString());
  }

  /** The repository's folder on its own machine, e.g. {@code /cvsroot}. */
  public String folder() {
    String place = text;
    if (place.startsWith(":")) {
      place = place.substring(place.indexOf(':', 1) + 1);
    }
    int slash = place.indexOf('/');
    return slash < 0 ? place : place.substring(slash);
  }

  @Override
  public String toString() {
    return text;
  }
}
