package dev.xenvendor.release;

import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A source whose {@code close()} does nothing, for callers that close their argument. */
public record Unclosed(Source source) implements Source {

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public boolean hasHistory() {
    return source.hasHistory();
  }

  @Override
  public boolean isRemote() {
    return source.isRemote();
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
  public Map<String, GitId> tags() {
    return source.tags();
  }

  @Override
  public Optional<Described> describe(String ref, Set<String> tags) {
    return source.describe(ref, tags);
  }

  @Override
  public void close() {
    // the lender closes it
  }
}
