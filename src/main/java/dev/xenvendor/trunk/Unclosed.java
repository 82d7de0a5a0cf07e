package dev.xenvendor.trunk;

import dev.xenvendor.header.GitId;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.vendor.Snapshot;
import dev.xenvendor.vendor.Source;
import java.time.Instant;
import java.util.List;

/** Lends a source to somebody who closes what he was given. */
record Unclosed(Source source) implements Source {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public boolean hasHistory() {
    return source.hasHistory();
  }

  @Override
  public Snapshot snapshot(Request request) {
    return source.snapshot(request);
  }

  @Override
  public List<TaggedTree> taggedTrees(HeaderPath path) {
    return source.taggedTrees(path);
  }

  @Override
  public List<HistoricTree> history(HeaderPath path, Instant from, Instant until) {
    return source.history(path, from, until);
  }

  @Override
  public Snapshot snapshotOf(GitId commit, HeaderPath path) {
    return source.snapshotOf(commit, path);
  }

  @Override
  public void close() {
    // the lender closes it
  }
}
