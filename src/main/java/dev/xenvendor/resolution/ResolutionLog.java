package dev.xenvendor.resolution;

import dev.xenvendor.profile.Version;
import dev.xenvendor.resolution.ResolutionStore.Entry;
import dev.xenvendor.tree.GitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Records how conflicts are resolved. The last decision on a conflict counts. */
public final class ResolutionLog {

  private final ResolutionStore store;

  public ResolutionLog(ResolutionStore store) {
    this.store = store;
  }

  /**
   * Records resolved conflicts. What is kept already with the same result stays, but for the commit
   * of the merge, if that was not known before.
   *
   * @return how many resolutions are new
   */
  public int record(
      List<ResolvedTexts> settled,
      Optional<GitId> commit,
      Optional<Version> release,
      Optional<Version> base) {
    KeptResolutions kept = store.read();
    List<Entry> added = new ArrayList<>();
    Set<GitId> replaced = new TreeSet<>();
    int fresh = 0;
    for (ResolvedTexts one : settled) {
      List<KeptResolution> before = kept.of(one.texts());
      Optional<KeptResolution> same =
          before.stream()
              .filter(other -> other.settled().resultsFor(one.texts()).equals(one.results()))
              .findFirst();
      boolean isKnown =
          before.size() == 1
              && same.filter(s -> commit.isEmpty() || s.settlement().commit().isPresent())
                  .isPresent();
      if (!isKnown) {
        fresh += same.isPresent() ? 0 : 1;
        before.forEach(other -> replaced.add(other.id()));
        added.add(
            new Entry(
                one,
                new ResolutionOrigin(
                    same.map(s -> s.settlement().by()).orElseGet(store::settler),
                    same.flatMap(s -> s.settlement().commit()).or(() -> commit),
                    release,
                    base)));
      }
    }
    store.change(added, replaced, message(added.size(), release));
    return fresh;
  }

  private static String message(int count, Optional<Version> release) {
    return "Record "
        + (count == 1 ? "1 resolution" : count + " resolutions")
        + release.map(version -> " of the merge of " + version).orElse("")
        + "\n";
  }
}
