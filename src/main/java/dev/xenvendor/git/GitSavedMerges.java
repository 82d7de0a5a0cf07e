package dev.xenvendor.git;

import dev.xenvendor.downstream.TrunkChange;
import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.object.PersonIdents;
import dev.xenvendor.git.repository.GitIdentity;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.handover.SavedMerge;
import dev.xenvendor.handover.SavedMergeYaml;
import dev.xenvendor.handover.SavedMerges;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.Committer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Saved merges as commits with refs of their own. The parents of such a commit are what it needs:
 * the commit that was checked out, the one that is merged, and what was saved under the name
 * before, so that a push takes all of it along and is a fast-forward.
 */
public final class GitSavedMerges implements SavedMerges {

  private final Repository jgit;
  private final Vendor vendor;
  private final GitIdentity identity;
  private final SavedMergeTree trees;

  public GitSavedMerges(GitRepository repository, Vendor vendor) {
    this.jgit = repository.jgit();
    this.vendor = vendor;
    this.identity = new GitIdentity(jgit);
    this.trees = new SavedMergeTree(jgit);
  }

  private String folder() {
    return SavedMerge.folder(vendor.name());
  }

  private String ref(String name) {
    return folder() + name;
  }

  @Override
  public Committer saver() {
    return PersonIdents.committer(identity.committer());
  }

  @Override
  public List<SavedMerge> all() {
    List<SavedMerge> all = new ArrayList<>();
    try (RevWalk walk = new RevWalk(jgit)) {
      for (Ref ref : jgit.getRefDatabase().getRefsByPrefix(folder())) {
        ifReadable(ref, walk).ifPresent(all::add);
      }
    } catch (IOException e) {
      throw GitRepository.failed("read the saved merges", e);
    }
    all.sort(Comparator.comparing((SavedMerge saved) -> saved.by().when()).reversed());
    return all;
  }

  /** Returns empty for one that cannot be read; the command that names it reports why. */
  private Optional<SavedMerge> ifReadable(Ref ref, RevWalk walk) {
    try {
      return Optional.of(about(ref, walk.parseCommit(ref.getObjectId())));
    } catch (Problem | IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private SavedMerge about(Ref ref, RevCommit commit) throws IOException {
    String name = ref.getName().substring(folder().length());
    Committer by = PersonIdents.committerOf(commit);
    SavedMerge saved = SavedMergeYaml.read(name, by, trees.about(commit.getTree()));
    List<ObjectId> parents = List.of((ObjectId[]) commit.getParents());
    boolean isWhole =
        !parents.isEmpty()
            && parents.get(0).equals(GitRepository.jgitId(saved.head()))
            && saved.otherParent().map(GitRepository::jgitId).stream().allMatch(parents::contains);
    if (!isWhole) {
      throw new IllegalArgumentException("its parents are not the commits that it names");
    }
    return saved;
  }

  @Override
  public Optional<SavedMerge> find(String name) {
    try (RevWalk walk = new RevWalk(jgit)) {
      Ref ref = jgit.exactRef(ref(name));
      return ref == null
          ? Optional.empty()
          : Optional.of(about(ref, walk.parseCommit(ref.getObjectId())));
    } catch (IncorrectObjectTypeException | MissingObjectException e) {
      throw damaged(name, "it names no commit").because(e);
    } catch (Problem e) {
      throw damaged(name, e);
    } catch (IllegalArgumentException e) {
      throw damaged(name, String.valueOf(e.getMessage())).because(e);
    } catch (IOException e) {
      throw GitRepository.failed("read " + ref(name), e);
    }
  }

  private Problem damaged(String name, String why) {
    return Problem.repository("the saved merge '" + name + "' cannot be read: " + why)
        .hint("save it again, or delete it: git update-ref -d " + ref(name));
  }

  private Problem damaged(String name, Problem part) {
    Problem whole = damaged(name, part.text()).because(part);
    return part.hint().map(whole::hint).orElse(whole);
  }

  @Override
  public TrunkChange change(SavedMerge saved) {
    try (RevWalk walk = new RevWalk(jgit)) {
      RevCommit commit = walk.parseCommit(jgit.resolve(ref(saved.name())));
      RevCommit head = walk.parseCommit(GitRepository.jgitId(saved.head()));
      return trees.read(commit.getTree(), head.getTree(), saved);
    } catch (Problem e) {
      throw damaged(saved.name(), e);
    } catch (IllegalArgumentException e) {
      throw damaged(saved.name(), String.valueOf(e.getMessage())).because(e);
    } catch (IOException e) {
      throw GitRepository.failed("read " + ref(saved.name()), e);
    }
  }

  @Override
  public boolean save(SavedMerge saved, TrunkChange change) {
    try (RevWalk walk = new RevWalk(jgit);
        ObjectWriter writer = new ObjectWriter(jgit)) {
      RevCommit head = walk.parseCommit(GitRepository.jgitId(saved.head()));
      ObjectId tree = trees.write(writer, head.getTree(), saved, change);
      Optional<RevCommit> before = before(saved.name(), walk);
      if (before.filter(commit -> commit.getTree().equals(tree)).isPresent()) {
        return false;
      }
      List<ObjectId> parents = new ArrayList<>(List.of(head));
      saved.otherParent().map(GitRepository::jgitId).ifPresent(parents::add);
      before.ifPresent(parents::add);
      ObjectId commit = writer.insert(Constants.OBJ_COMMIT, commit(tree, parents, saved));
      writer.flush();
      requireReadable(tree, head, saved, change);
      VendorRefs.move(
          jgit,
          Map.of(ref(saved.name()), before.map(RevCommit::getId).orElse(ObjectId.zeroId())),
          Map.of(ref(saved.name()), commit),
          identity.committer(),
          "xenvendor merge --save");
      return true;
    } catch (IOException e) {
      throw GitRepository.failed("write " + ref(saved.name()), e);
    }
  }

  private Optional<RevCommit> before(String name, RevWalk walk) throws IOException {
    Ref ref = jgit.exactRef(ref(name));
    return ref == null ? Optional.empty() : Optional.of(walk.parseCommit(ref.getObjectId()));
  }

  private byte[] commit(ObjectId tree, List<ObjectId> parents, SavedMerge saved)
      throws IOException {
    PersonIdent who = identity.committer();
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setParentIds(parents);
    commit.setAuthor(who);
    commit.setCommitter(who);
    commit.setMessage("Save " + saved.title(vendor) + " as " + saved.name() + "\n");
    return commit.build();
  }

  /** Two paths of which one is the other's folder may be in conflict at once: no tree has both. */
  private void requireReadable(ObjectId tree, RevCommit head, SavedMerge saved, TrunkChange change)
      throws IOException {
    TrunkChange read = trees.read(tree, head.getTree(), saved);
    if (!read.equals(change)) {
      throw Problem.repository("a file and a folder of the same name conflict in this merge")
          .hint("resolve one of them first; nothing was saved");
    }
  }
}
