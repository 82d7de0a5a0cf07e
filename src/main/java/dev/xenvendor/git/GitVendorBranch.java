package dev.xenvendor.git;

import dev.xenvendor.downstream.UnfinishedMerge;
import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.object.PersonIdents;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.program.CommitSigner;
import dev.xenvendor.git.repository.GitIdentity;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.Trailers;
import dev.xenvendor.release.branch.BranchHistory;
import dev.xenvendor.release.branch.BranchHistory.Stray;
import dev.xenvendor.release.branch.NewRelease;
import dev.xenvendor.release.branch.PreparedReleases;
import dev.xenvendor.release.branch.ReleaseTag;
import dev.xenvendor.release.branch.VendorBranch;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The vendor branch as a git branch with annotated tags. */
public final class GitVendorBranch implements VendorBranch {

  private final Repository jgit;
  private final Vendor vendor;
  private final VendorRefs refs;
  private final TreeReader trees;
  private final GitIdentity identity;
  private final GitTrunk trunk;
  private final CommitSigner signer;
  private final boolean writable;

  /**
   * @param sign whether new commits and tags are signed where git's configuration wants it
   * @param writable whether releases that are prepared may be written; else only their ids are
   *     computed, as of unsigned commits
   */
  public GitVendorBranch(GitRepository repository, Vendor vendor, boolean sign, boolean writable) {
    this.signer = new CommitSigner(repository.jgit(), sign && writable);
    this.writable = writable;
    this.jgit = repository.jgit();
    this.vendor = vendor;
    this.refs = new VendorRefs(jgit, vendor);
    this.trees = new TreeReader(jgit);
    this.identity = new GitIdentity(jgit);
    this.trunk = new GitTrunk(repository);
  }

  @Override
  public List<ImportedRelease> releases() {
    return history().requireOnlyReleases(vendor);
  }

  @Override
  public BranchHistory history() {
    List<ImportedRelease> newestFirst = new ArrayList<>();
    List<Stray> strays = new ArrayList<>();
    try (RevWalk walk = new RevWalk(jgit)) {
      Optional<GitId> tip = refs.localTip().map(GitRepository::idOf);
      Optional<ObjectId> next = refs.tip();
      while (next.isPresent()) {
        RevCommit commit = walk.parseCommit(next.get());
        next =
            commit.getParentCount() == 0
                ? Optional.empty()
                : Optional.of(commit.getParent(0).getId());
        Optional<ImportedRelease> release = release(commit);
        release.ifPresent(newestFirst::add);
        if (release.isEmpty()) {
          Optional<GitId> before = next.map(GitRepository::idOf);
          strays.add(new Stray(GitRepository.idOf(commit), commit.getShortMessage(), before));
        }
      }
      Collections.reverse(newestFirst);
      return new BranchHistory(newestFirst, strays, tip);
    } catch (IOException e) {
      throw GitRepository.failed("read branch " + vendor.branch(), e);
    }
  }

  private Optional<ImportedRelease> release(RevCommit commit) throws IOException {
    String message = commit.getFullMessage();
    Optional<Version> named = Trailers.find(message, Trailers.RELEASE).map(Version::new);
    Optional<Version> version = named.isPresent() ? named : refs.taggedVersion(commit);
    return version.map(v -> imported(v, commit, message, PersonIdents.committerOf(commit)));
  }

  private static ImportedRelease imported(
      Version version, ObjectId commit, String message, Committer committer) {
    Optional<GitId> tree = Trailers.find(message, Trailers.UPSTREAM_TREE).map(GitId::of);
    return new ImportedRelease(
        version, GitRepository.idOf(commit), message, tree, Optional.of(committer));
  }

  @Override
  public List<ReleaseTag> tags() {
    try {
      return refs.releaseTags();
    } catch (IOException e) {
      throw GitRepository.failed("read tags", e);
    }
  }

  @Override
  public void makeTag(ImportedRelease release) {
    String name = refs.tagRef(release.version());
    try (ObjectWriter writer = new ObjectWriter(jgit)) {
      PersonIdent tagger = release.committer().map(PersonIdents::of).orElseGet(identity::committer);
      ObjectId tag =
          new ReleaseObjects(writer, vendor, signer)
              .tag(release.version(), commitOf(release), tagger);
      writer.flush();
      refs.move(Map.of(), Map.of(name, tag), identity.committer());
    } catch (IOException e) {
      throw GitRepository.failed("write to the repository", e);
    }
  }

  @Override
  public HeaderTree headers(ImportedRelease release) {
    // An older import may have been made for another prefix.
    HeaderPath prefix = release.prefix().orElse(vendor.prefix());
    try (RevWalk walk = new RevWalk(jgit)) {
      return trees.read(walk.parseCommit(commitOf(release)).getTree(), prefix);
    } catch (IOException e) {
      throw GitRepository.failed("read commit " + release.commit().abbreviated(), e);
    }
  }

  private static ObjectId commitOf(ImportedRelease release) {
    return GitRepository.jgitId(release.commit());
  }

  @Override
  public void requireNotBehindRemote() {
    try {
      refs.requireNotBehindRemote();
    } catch (IOException e) {
      throw GitRepository.failed("read branch " + vendor.branch(), e);
    }
  }

  @Override
  public Optional<String> holderOf(ImportedRelease release) {
    try (RevWalk walk = new RevWalk(jgit)) {
      RevCommit commit = walk.parseCommit(commitOf(release));
      for (Ref branch : refs.otherBranches()) {
        RevCommit tip = walk.parseCommit(branch.getObjectId());
        if (walk.isMergedInto(commit, tip) || isRecordedIn(tip, release)) {
          boolean remote = branch.getName().startsWith(Constants.R_REMOTES);
          return Optional.of(
              (remote ? "on " : "merged into ") + VendorRefs.shortName(branch) + " already");
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw GitRepository.failed("read branches", e);
    }
  }

  /** A merge without a merge commit leaves no ancestry, only its record. */
  private boolean isRecordedIn(RevCommit tip, ImportedRelease release) {
    return trees
        .fileIn(tip.getTree(), vendor.recordPath())
        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
        .filter(text -> text.contains("\ncommit: " + release.commit() + "\n"))
        .isPresent();
  }

  @Override
  public PreparedReleases prepare(
      BranchHistory expected, List<ImportedRelease> kept, List<NewRelease> next) {
    ObjectWriter writer = writable ? new ObjectWriter(jgit) : ObjectWriter.computing(jgit);
    try {
      refs.requireNotCheckedOut();
      refs.requireNoneInTheWay(next.stream().map(NewRelease::version).toList());
      List<ImportedRelease> before = expected.releases();
      before.stream().skip(kept.size()).forEach(this::requireNotBeingMerged);
      List<ImportedRelease> now = new ArrayList<>(kept);
      Map<String, ObjectId> to = new TreeMap<>();
      before.stream()
          .skip(kept.size())
          .forEach(gone -> to.put(refs.tagRef(gone.version()), ObjectId.zeroId()));
      ReleaseObjects objects = new ReleaseObjects(writer, vendor, signer);
      for (NewRelease release : next) {
        PersonIdent committer = ReleaseObjects.committer(release, now);
        ObjectId commit = objects.commit(release, tipOf(now), committer);
        Committer who = PersonIdents.committer(committer);
        now.add(imported(release.version(), commit, release.message(), who));
        to.put(refs.tagRef(release.version()), objects.tag(release.version(), commit, committer));
      }
      to.put(refs.branchRef(), tipOf(now));
      Map<String, ObjectId> from = new HashMap<>(tags(before, now));
      from.put(
          refs.branchRef(), expected.tip().map(GitRepository::jgitId).orElse(ObjectId.zeroId()));
      return new PreparedRefs(now, writer, refs, from, to, identity);
    } catch (IOException e) {
      writer.close();
      throw GitRepository.failed("write to the repository", e);
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /** The release of a merge in progress must not change until the merge is finished. */
  private void requireNotBeingMerged(ImportedRelease release) {
    Optional<GitId> commit = Optional.of(release.commit());
    trunk
        .unfinishedMerge()
        .filter(merge -> merge.otherParent().equals(commit) || isMergeOf(merge, release))
        .ifPresent(
            merge -> {
              throw Problem.repository(vendor.title(release.version()) + " is being merged")
                  .hint(
                      "finish it: xenvendor merge --continue, or abort it: xenvendor merge"
                          + " --abort");
            });
  }

  private boolean isMergeOf(UnfinishedMerge merge, ImportedRelease release) {
    return merge
        .state()
        .filter(s -> s.vendor().equals(vendor.name()) && s.release().equals(release.version()))
        .isPresent();
  }

  private static ObjectId tipOf(List<ImportedRelease> releases) {
    return releases.isEmpty() ? ObjectId.zeroId() : commitOf(releases.get(releases.size() - 1));
  }

  private Map<String, ObjectId> tags(List<ImportedRelease> before, List<ImportedRelease> now)
      throws IOException {
    Set<ObjectId> own = before.stream().map(GitVendorBranch::commitOf).collect(Collectors.toSet());
    Map<String, ObjectId> tags = new HashMap<>();
    for (List<ImportedRelease> releases : List.of(before, now)) {
      for (ImportedRelease release : releases) {
        tags.put(refs.tagRef(release.version()), refs.tagOf(release.version(), own));
      }
    }
    return tags;
  }
}
