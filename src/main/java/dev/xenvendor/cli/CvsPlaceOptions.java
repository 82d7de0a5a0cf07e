package dev.xenvendor.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which CVS repository, and where in it the tree is. */
final class CvsPlaceOptions {

  @Mixin CvsOptions repository = new CvsOptions();

  @Option(
      names = "--module",
      paramLabel = "FOLDER",
      description =
          "The folder of the repository that is the root of the tree, e.g. src; . for the"
              + " repository's own root. Default: as the working copy's CVS/Repository says, else"
              + " where the headers are found.")
  @Nullable String module;
}
