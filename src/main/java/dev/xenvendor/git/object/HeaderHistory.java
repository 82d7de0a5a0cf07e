package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.release.Source.HistoricTree;
import dev.xenvendor.release.Source.Request;
import dev.xenvendor.release.SourceLayout;
import dev.xenvendor.release.SourceLayout.Place;
import dev.xenvendor.tree.HeaderPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The states that a repository's headers went through, wherever it holds them. */
final class HeaderHistory {

  private final Repository repository;
  private final TreeReader trees;
  private final String name;

  /**
   * Of a repository.
   *
   * @param name what the user called it
   */
  HeaderHistory(Repository repository, TreeReader trees, String name) {
    this.repository = repository;
    this.trees = trees;
    this.name = name;
  }

  /**
   * Every different state of a time, with the first commit that had it.
   *
   * @param path where upstream has the headers
   * @param tips the commits from which the history is read
   */
  List<HistoricTree> states(HeaderPath path, List<RevCommit> tips, Instant from, Instant until) {
    Map<ObjectId, ObjectId> states = new LinkedHashMap<>();
    for (Place place : places(path, tips)) {
      try (RevWalk walk = new RevWalk(repository)) {
        List<RevCommit> starts = tips.stream().map(walk::lookupCommit).toList();
        new PathHistory(repository, place.folder())
            .states(walk, starts, from, until)
            .forEach(states::putIfAbsent);
      }
    }
    List<HistoricTree> read = new ArrayList<>();
    states.forEach(
        (tree, commit) -> read.add(new HistoricTree(GitRepository.idOf(commit), trees.read(tree))));
    return read;
  }

  /** Upstream's own place, where any tip has it; else those that the tips have instead. */
  private Set<Place> places(HeaderPath path, List<RevCommit> tips) {
    Set<Place> places = new LinkedHashSet<>();
    for (RevCommit tip : tips) {
      if (trees.folderIn(tip.getTree(), path).isPresent()) {
        return Set.of(new Place(Optional.of(path)));
      }
    }
    tips.forEach(tip -> place(path, tip).ifPresent(places::add));
    return places;
  }

  private Optional<Place> place(HeaderPath path, RevCommit tip) {
    Request request = new Request(path, List.of(), Set.of());
    try {
      return Optional.of(SourceLayout.find(name, trees.read(tip.getTree()).paths(), request));
    } catch (Problem noHeaders) {
      return Optional.empty();
    }
  }
}
