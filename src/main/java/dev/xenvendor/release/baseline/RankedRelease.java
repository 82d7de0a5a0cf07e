package dev.xenvendor.release.baseline;

import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;

/**
 * A release with how it fits a tree.
 *
 * @param older how many releases came before it
 */
public record RankedRelease(KnownRelease release, int older, ReleaseFit fit) {

  /**
   * Returns what the release costs, in hundredths. Trees are taken from final releases, so that a
   * candidate has to fit a little better than one.
   */
  long weight() {
    return 100 * fit.cost() + (release.version().isFinal() ? 0 : fit.cost());
  }

  Version version() {
    return release.version();
  }

  Optional<HeaderFile> file(HeaderPath path) {
    return release.headers().get(path);
  }
}
