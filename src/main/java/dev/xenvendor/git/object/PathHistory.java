package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** The states a folder went through in a history. */
final class PathHistory {

  private final Repository repository;
  private final List<byte[]> parts = new ArrayList<>();

  /** Most commits leave a folder alone, so that the same few trees are asked for over and over. */
  private final List<Map<ObjectId, Optional<ObjectId>>> known = new ArrayList<>();

  /**
   * Of one folder.
   *
   * @param folder seen from the root; empty for the root itself
   */
  PathHistory(Repository repository, Optional<HeaderPath> folder) {
    this.repository = repository;
    folder.ifPresent(
        path -> {
          for (String part : path.value().split("/")) {
            parts.add(Constants.encode(part));
            known.add(new HashMap<>());
          }
        });
  }

  /** Every different tree of a time, oldest first, with the first commit that had it. */
  Map<ObjectId, ObjectId> states(
      RevWalk walk, Collection<RevCommit> tips, Instant from, Instant until) {
    Map<ObjectId, ObjectId> states = new LinkedHashMap<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      walk.sort(RevSort.COMMIT_TIME_DESC);
      walk.sort(RevSort.REVERSE, true);
      walk.setRetainBody(false);
      walk.setRevFilter(CommitTimeRevFilter.between(from, until));
      walk.markStart(tips);
      for (RevCommit commit : walk) {
        Optional<ObjectId> tree = folder(reader, commit.getTree(), 0);
        tree.ifPresent(id -> states.putIfAbsent(id, commit.copy()));
      }
    } catch (IOException e) {
      throw GitRepository.failed("read the history", e);
    }
    return states;
  }

  private Optional<ObjectId> folder(ObjectReader reader, ObjectId tree, int depth)
      throws IOException {
    if (depth == parts.size()) {
      return Optional.of(tree.copy());
    }
    Optional<ObjectId> below = known.get(depth).get(tree);
    if (below == null) {
      below = find(reader, tree, parts.get(depth));
      known.get(depth).put(tree.copy(), below);
    }
    return below.isEmpty() ? below : folder(reader, below.get(), depth + 1);
  }

  private static Optional<ObjectId> find(ObjectReader reader, ObjectId tree, byte[] name)
      throws IOException {
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(reader, tree);
    while (!parser.eof()) {
      if (FileMode.TREE.equals(parser.getEntryRawMode())
          && parser.getEntryPathLength() == name.length
          && matches(parser, name)) {
        return Optional.of(parser.getEntryObjectId());
      }
      parser.next();
    }
    return Optional.empty();
  }

  private static boolean matches(CanonicalTreeParser parser, byte[] name) {
    byte[] buffer = parser.getEntryPathBuffer();
    return java.util.Arrays.equals(buffer, 0, name.length, name, 0, name.length);
  }
}
