package dev.xenvendor.git.object;

import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** The tree as a commit has it. */
public final class GitCommitView implements TrunkView {

  private final Repository jgit;
  private final TreeReader trees;
  private final String name;
  private final Supplier<Optional<ObjectId>> commit;

  /**
   * @param commit evaluated on each use, because a branch moves
   */
  public GitCommitView(Repository jgit, String name, Supplier<Optional<ObjectId>> commit) {
    this.jgit = jgit;
    this.trees = new TreeReader(jgit);
    this.name = name;
    this.commit = commit;
  }

  @Override
  public String branch() {
    return name;
  }

  private Optional<ObjectId> root() {
    return commit.get().map(id -> treeOf(jgit, id));
  }

  public static ObjectId treeOf(Repository jgit, ObjectId commit) {
    try (RevWalk walk = new RevWalk(jgit)) {
      return walk.parseCommit(commit).getTree().getId();
    } catch (IOException e) {
      throw GitRepository.failed("read commit " + commit.name(), e);
    }
  }

  @Override
  public HeaderTree tree(HeaderPath folder) {
    return root().map(tree -> trees.read(tree, folder)).orElse(HeaderTree.EMPTY);
  }

  @Override
  public HeaderTree tree() {
    return root().map(trees::read).orElse(HeaderTree.EMPTY);
  }

  @Override
  public Optional<HeaderFile> file(HeaderPath path) {
    return root().flatMap(tree -> trees.fileIn(tree, path));
  }

  @Override
  public boolean descendsFrom(GitId ancestor) {
    Optional<ObjectId> descendant = commit.get();
    ObjectId wanted = GitRepository.jgitId(ancestor);
    try (RevWalk walk = new RevWalk(jgit)) {
      return descendant.isPresent()
          && jgit.getObjectDatabase().has(wanted)
          && walk.isMergedInto(walk.parseCommit(wanted), walk.parseCommit(descendant.get()));
    } catch (IOException e) {
      throw GitRepository.failed("read the history", e);
    }
  }
}
