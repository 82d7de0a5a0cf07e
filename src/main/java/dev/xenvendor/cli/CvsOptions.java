package dev.xenvendor.cli;

import dev.xenvendor.cvs.CvsRoot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which CVS repository is meant, and how patient to be with it. */
final class CvsOptions {

  @Option(
      names = "--cvsroot",
      paramLabel = "ROOT",
      description =
          "The repository, as cvs -d takes it: DIR, :ext:HOST:DIR, :pserver:… Default: the working"
              + " copy's CVS/Root, else $$CVSROOT.")
  @Nullable String root;

  @Option(
      names = "--lock-wait",
      paramLabel = "SECONDS",
      description = "How long to wait for somebody else's lock; ${DEFAULT-VALUE} if not said.",
      defaultValue = "60")
  int lockWait;

  Optional<CvsRoot> root() {
    return Optional.ofNullable(root).map(CvsRoot::new);
  }
}
