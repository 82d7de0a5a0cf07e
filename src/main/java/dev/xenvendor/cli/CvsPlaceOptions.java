package dev.xenvendor.cli;

import java.util.Optional;

/** Which CVS repository, and where in it the tree is. */
final class CvsPlaceOptions {

  private final CvsOptions repository;
  private final Argument<String> module;

  CvsPlaceOptions(Syntax syntax) {
    repository = new CvsOptions(syntax);
    module =
        syntax.option(
            "--module",
            "FOLDER",
            String.class,
            "The folder of the repository that is the root of the tree, e.g. src; . for the"
                + " repository's own root. Default: as the working copy's CVS/Repository says, else"
                + " where the headers are found.");
  }

  CvsOptions repository() {
    return repository;
  }

  Optional<String> module() {
    return module.given();
  }
}
