package dev.xenvendor.report.html;

import dev.xenvendor.tree.HeaderPath;

/** The parts of a path that are shown differently. */
final class PathParts {

  private PathParts() {}

  /** Returns the folder with its slash; empty at the root. */
  static String folder(HeaderPath path) {
    return path.value().substring(0, path.value().length() - path.name().length());
  }
}
