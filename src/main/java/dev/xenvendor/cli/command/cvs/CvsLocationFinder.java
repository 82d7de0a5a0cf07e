package dev.xenvendor.cli.command.cvs;

import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.option.CvsLocationOptions;
import dev.xenvendor.cvs.CvsFolder;
import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the CVS repository that the options name, and the headers in it. */
final class CvsLocationFinder {

  private final Context context;
  private final CvsLocationOptions options;
  private final Optional<CvsFolder> folder;

  CvsLocationFinder(Context context, CvsLocationOptions options) {
    this.context = context;
    this.options = options;
    this.folder = context.adapters().cvsFolder(context.directory());
  }

  CvsRepository repository() {
    return named()
        .orElseThrow(
            () ->
                Problem.usage("which CVS repository?")
                    .hint("--cvsroot DIR, or :ext:HOST:DIR; or set CVSROOT"));
  }

  /** The repository, if an option, the working copy or the environment names one. */
  Optional<CvsRepository> named() {
    return options
        .repository()
        .root()
        .or(() -> folder.map(CvsFolder::root))
        .or(() -> context.adapters().environment("CVSROOT").map(CvsRoot::new))
        .map(this::absolute)
        .map(root -> context.adapters().cvsRepository(root, options.repository().lockWait()));
  }

  /** A folder here may be named from where the command runs; cvs itself wants the whole path. */
  private CvsRoot absolute(CvsRoot root) {
    Path local = context.directory().resolve(root.text());
    boolean relative = !root.text().startsWith("/") && !root.text().startsWith(":");
    return relative && Files.isDirectory(local) ? CvsRoot.of(local) : root;
  }

  CvsLocation place(CvsRepository repository, HeaderPath prefix) {
    if (options.module().isPresent()) {
      return CvsLocation.of(options.module().get(), prefix);
    }
    if (folder.isPresent() && folder.get().root().folder().equals(repository.root().folder())) {
      return CvsLocation.of(folder.get().repository(), prefix);
    }
    // Where a repository is all that is named, the headers may show where its tree is.
    return List.of("src", ".").stream()
        .map(tree -> CvsLocation.of(tree, prefix))
        .filter(place -> !repository.history(place.headers()).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                Problem.usage(
                        repository.root()
                            + " has neither src/"
                            + prefix
                            + " nor "
                            + prefix
                            + ", so the place of the tree is unknown")
                    .hint(
                        "name it: --module src for src/" + prefix + ", --module . for " + prefix));
  }
}
