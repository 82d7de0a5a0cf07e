package dev.xenvendor.cli.option;

import dev.xenvendor.cvs.CvsRoot;
import java.time.Duration;
import java.util.Optional;

/** The options that name a CVS repository and limit the wait for its locks. */
public final class CvsOptions {

  private final Argument<String> root;
  private final LockWait lockWait;

  CvsOptions(Syntax syntax) {
    root =
        syntax.option(
            "--cvsroot",
            "ROOT",
            String.class,
            "The repository, as cvs -d takes it: DIR, :ext:HOST:DIR, :pserver:… Default: the"
                + " working copy's CVS/Root, else $$CVSROOT.");
    lockWait = new LockWait(syntax);
  }

  public Optional<CvsRoot> root() {
    return root.given().map(CvsRoot::new);
  }

  public Duration lockWait() {
    return lockWait.duration();
  }
}
