package dev.xenvendor.conflict;

import dev.xenvendor.conflict.OpenConflict.OpenHunk;
import dev.xenvendor.downstream.Downstream;
import dev.xenvendor.merge.Side;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Source;
import dev.xenvendor.release.Trailers;
import dev.xenvendor.release.UpstreamChanges;
import dev.xenvendor.release.UpstreamCommit;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names upstream's commits that conflicts come from, where its repository is available. */
public final class UpstreamHistory {

  private final Downstream tree;
  private final Vendor vendor;
  private final Source source;

  public UpstreamHistory(Downstream tree, Source source) {
    this.tree = tree;
    this.vendor = tree.vendor();
    this.source = source;
  }

  /** Returns the conflicts with the commits; it reads the history between the two releases. */
  public ConflictsReport addTo(ConflictsReport report) {
    Optional<GitId> from = report.base().flatMap(this::upstreamCommit);
    Optional<GitId> until = report.release().flatMap(this::upstreamCommit);
    if (from.isEmpty() || until.isEmpty()) {
      return report;
    }
    Set<HeaderPath> files = new LinkedHashSet<>();
    report.conflicts().forEach(open -> upstreamPath(open).ifPresent(files::add));
    Map<HeaderPath, List<UpstreamCommit>> commits = source.changes(files, from.get(), until.get());
    return report.with(report.conflicts().stream().map(open -> addTo(open, commits)).toList());
  }

  /** Returns where the file is in upstream's tree. */
  private Optional<HeaderPath> upstreamPath(OpenConflict open) {
    return open.pathOn(Side.VENDOR)
        .or(() -> open.pathOn(Side.BASE))
        .flatMap(inTree -> inTree.below(vendor.prefix()))
        .map(vendor.upstream().path()::resolve);
  }

  private OpenConflict addTo(OpenConflict open, Map<HeaderPath, List<UpstreamCommit>> history) {
    List<UpstreamCommit> commits =
        upstreamPath(open).map(path -> history.getOrDefault(path, List.of())).orElse(List.of());
    if (commits.isEmpty()) {
      return open;
    }
    if (open.hunks().isEmpty()) {
      return open.with(open.known().orElse(Explanation.NONE).with(ofFile(open, commits)));
    }
    UpstreamChanges changes = new UpstreamChanges(commits);
    return open.withHunks(open.hunks().stream().map(hunk -> addTo(hunk, changes)).toList());
  }

  /** Of a file that upstream deleted, what deleted it counts. */
  private static List<UpstreamCommit> ofFile(OpenConflict open, List<UpstreamCommit> commits) {
    return open.file(Side.VENDOR).isPresent()
        ? commits
        : commits.stream().filter(commit -> commit.after().isEmpty()).toList();
  }

  private static OpenHunk addTo(OpenHunk hunk, UpstreamChanges changes) {
    return hunk.with(hunk.known().orElse(Explanation.NONE).with(changes.of(hunk.hunk())));
  }

  private Optional<GitId> upstreamCommit(Version version) {
    return tree.branch().releases().stream()
        .filter(release -> release.version().equals(version))
        .map(ImportedRelease::message)
        .flatMap(message -> Trailers.find(message, Trailers.UPSTREAM_COMMIT).stream())
        .map(GitId::of)
        .findFirst();
  }
}
