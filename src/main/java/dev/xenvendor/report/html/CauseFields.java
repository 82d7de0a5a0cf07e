package dev.xenvendor.report.html;

import dev.xenvendor.conflict.Explanation;
import dev.xenvendor.conflict.OpenConflict;
import dev.xenvendor.patch.Discussion;
import dev.xenvendor.patch.Forwarded;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.release.UpstreamCommit;
import dev.xenvendor.report.format.Phrases;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The causes of a conflict as template fields: the local patches and edits in it, and upstream's
 * commits.
 */
record CauseFields(OpenConflict conflict, Explanation explanation) {

  /** As many are shown at once. */
  private static final int MOST_COMMITS = 5;

  Fields fields() {
    int more = explanation.upstream().size() - MOST_COMMITS;
    return new Fields()
        .put(
            "lost",
            conflict.lost(),
            lost -> new Fields().put("id", lost.id()).put("reason", lost.reason()))
        .put("patches", all(Explanation::patches), CauseFields::fields)
        .put("edits", explanation.editsInWords())
        .put("hasCommits", all(Explanation::upstream).findAny().isPresent())
        .put("commits", all(Explanation::upstream).limit(MOST_COMMITS), CauseFields::fields)
        .put("moreCommits", all(Explanation::upstream).skip(MOST_COMMITS), CauseFields::fields)
        .put("moreCount", more > 0 ? Phrases.count(more, "more commit") : List.of());
  }

  private <T> Stream<T> all(Function<Explanation, List<T>> part) {
    return part.apply(explanation).stream();
  }

  static Fields fields(LocalPatch patch) {
    return new Fields()
        .put("id", patch.id())
        .put("description", patch.description().strip())
        .put("forwarded", patch.forwarded().map(Forwarded::word))
        .put("hasDiscussion", !patch.discussion().isEmpty())
        .put("discussion", patch.discussion().stream(), CauseFields::fields);
  }

  private static Fields fields(Discussion said) {
    return new Fields()
        .put("date", said.date())
        .put("says", said.says())
        .put("link", said.link().filter(CauseFields::isWebAddress))
        .put("source", said.link().filter(link -> !isWebAddress(link)));
  }

  /** Returns whether a browser only opens a page when it is followed. */
  private static boolean isWebAddress(String link) {
    return link.startsWith("https://") || link.startsWith("http://");
  }

  private static Fields fields(UpstreamCommit commit) {
    return new Fields()
        .put("id", commit.id().abbreviated())
        .put("date", commit.date())
        .put("subject", commit.subject());
  }
}
