package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.merge.MergeInput;
import dev.xenvendor.merge.TreeStore;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The trees of a git repository, for one thread. */
public final class GitTreeStore implements TreeStore {

  private final GitRepository repository;
  private final ObjectReader reader;
  private final TreeObjects trees;
  private final ObjectWriter writer;

  public GitTreeStore(GitRepository repository) {
    this.repository = repository;
    this.reader = repository.jgit().newObjectReader();
    this.trees = new TreeObjects(reader);
    this.writer = new ObjectWriter(repository.jgit());
  }

  @Override
  public GitId tree(String treeish) {
    if (treeish.length() == 2 * GitId.LENGTH && ObjectId.isId(treeish)) {
      GitId id = GitId.of(treeish);
      if (isTree(id)) {
        return id;
      }
    }
    return GitRepository.idOf(repository.tree(treeish));
  }

  /** Quicker than to resolve an expression, which matters to who merges thousands of trees. */
  private boolean isTree(GitId id) {
    try {
      return trees.isTree(GitRepository.jgitId(id));
    } catch (IOException e) {
      throw Problem.usage("not a tree in this repository: " + id).because(e);
    }
  }

  @Override
  public MergeInput differences(GitId base, GitId local, GitId vendor) {
    List<Map<HeaderPath, HeaderFile>> sides =
        List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    // Without the repository: attributes do not matter to trees, and reading them takes time.
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      walk.addTree(trees.parser(GitRepository.jgitId(base)));
      walk.addTree(trees.parser(GitRepository.jgitId(local)));
      walk.addTree(trees.parser(GitRepository.jgitId(vendor)));
      // Folders that are the same in all three are not even looked into.
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        HeaderPath path = new HeaderPath(walk.getPathString());
        for (int side = 0; side < sides.size(); side++) {
          if (walk.getRawMode(side) != 0) {
            sides.get(side).put(path, file(walk, side));
          }
        }
      }
    } catch (IOException e) {
      throw GitRepository.failed("read the trees", e);
    }
    List<HeaderTree> trees = new ArrayList<>();
    sides.forEach(side -> trees.add(HeaderTree.of(side)));
    return new MergeInput(trees.get(0), trees.get(1), trees.get(2));
  }

  private HeaderFile file(TreeWalk walk, int side) {
    ObjectId id = walk.getObjectId(side);
    return HeaderFile.stored(
        TreeReader.modeOf(walk.getFileMode(side)), GitRepository.idOf(id), () -> bytes(id));
  }

  private byte[] bytes(ObjectId id) {
    try {
      return reader.open(id, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE);
    } catch (IOException e) {
      throw GitRepository.failed("read object " + id.name(), e);
    }
  }

  @Override
  public GitId write(GitId tree, Map<HeaderPath, Optional<HeaderFile>> edits) {
    try {
      return GitRepository.idOf(
          new TreeWriter(trees, writer).write(Optional.of(GitRepository.jgitId(tree)), edits));
    } catch (IOException e) {
      throw GitRepository.failed("write the merged tree", e);
    }
  }

  @Override
  public void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw GitRepository.failed("write the merged trees", e);
    }
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
  }
}
