package dev.xenvendor.cli.option;

import dev.xenvendor.problem.Shell;
import java.util.Optional;

/** The options that name a CVS repository and the tree's folder in it. */
public final class CvsLocationOptions {

  private final CvsOptions repository;
  private final Argument<String> module;

  public CvsLocationOptions(Syntax syntax) {
    repository = new CvsOptions(syntax);
    module =
        syntax.option(
            "--module",
            "FOLDER",
            String.class,
            "The folder of the repository that is the root of the tree, e.g. src; . for the root of"
                + " the repository. Default: from the working copy's CVS/Repository, else from the"
                + " location of the headers.");
  }

  public CvsOptions repository() {
    return repository;
  }

  /** Returns what was given of them, as another command takes it. */
  public String words() {
    return repository.root().map(root -> " --cvsroot " + Shell.quoted(root.text())).orElse("")
        + module().map(folder -> " --module " + Shell.quoted(folder)).orElse("");
  }

  public Optional<String> module() {
    return module.given();
  }
}
