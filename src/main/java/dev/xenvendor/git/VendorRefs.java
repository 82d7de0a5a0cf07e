package dev.xenvendor.git;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.git.repository.LockRecord;
import dev.xenvendor.git.repository.RepositoryLock;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.branch.ReleaseTag;
import dev.xenvendor.tree.GitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/** The refs of a vendor: its branch here and on remotes, and its releases' tags. */
final class VendorRefs {

  private final Repository jgit;
  private final Vendor vendor;

  VendorRefs(Repository jgit, Vendor vendor) {
    this.jgit = jgit;
    this.vendor = vendor;
  }

  String branchRef() {
    return Constants.R_HEADS + vendor.branch();
  }

  String tagRef(Version version) {
    return Constants.R_TAGS + vendor.tag(version);
  }

  /** Returns the commit that the local branch names; empty where there is none. */
  Optional<ObjectId> localTip() throws IOException {
    return Optional.ofNullable(jgit.exactRef(branchRef())).map(Ref::getObjectId);
  }

  /** The tip of the local branch, else of the one remote-tracking branch of that name. */
  Optional<ObjectId> tip() throws IOException {
    Optional<ObjectId> local = localTip();
    return local.isPresent() ? local : onlyRemoteTip();
  }

  private Optional<ObjectId> onlyRemoteTip() throws IOException {
    List<Ref> remotes = remotes();
    if (remotes.stream().map(Ref::getObjectId).distinct().count() > 1) {
      List<String> names = remotes.stream().map(VendorRefs::shortName).toList();
      throw Problem.repository(
              "several remotes have a branch "
                  + vendor.branch()
                  + ", and they differ: "
                  + String.join(", ", names))
          .hint("choose one: git branch " + vendor.branch() + " " + names.get(0));
    }
    return remotes.stream().map(Ref::getObjectId).findFirst();
  }

  private List<Ref> remotes() throws IOException {
    return jgit.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES).stream()
        .filter(ref -> isOfARemote(shortName(ref)))
        .toList();
  }

  /** A remote's name has no slash: {@code origin/upstream/xen}, not {@code a/b/upstream/xen}. */
  private boolean isOfARemote(String name) {
    return name.endsWith('/' + vendor.branch())
        && name.indexOf('/') == name.length() - vendor.branch().length() - 1;
  }

  void requireNotBehindRemote() throws IOException {
    Ref local = jgit.exactRef(branchRef());
    if (local == null) {
      return;
    }
    try (RevWalk walk = new RevWalk(jgit)) {
      RevCommit here = walk.parseCommit(local.getObjectId());
      for (Ref remote : remotes()) {
        if (!walk.isMergedInto(walk.parseCommit(remote.getObjectId()), here)) {
          String there = shortName(remote);
          throw Problem.repository(
                  "the local branch " + vendor.branch() + " lacks what " + there + " has")
              .hint("git branch -f " + vendor.branch() + " " + there);
        }
      }
    }
  }

  /** In any work tree: moved under one, its files would look like changes back. */
  void requireNotCheckedOut() throws IOException {
    if (CheckedOutBranches.here(jgit, branchRef())) {
      throw Problem.repository("the vendor branch " + vendor.branch() + " is checked out")
          .hint("switch to your own branch first: git switch -");
    }
    if (CheckedOutBranches.elsewhere(jgit, branchRef())) {
      throw Problem.repository(
              "the vendor branch " + vendor.branch() + " is checked out in another work tree")
          .hint("git worktree list shows where; switch that one to another branch");
    }
  }

  /** A ref is a file or a folder to git: with a branch {@code a} there is none {@code a/b}. */
  void requireNoneInTheWay(Collection<Version> releases) throws IOException {
    List<String> names = new ArrayList<>(List.of(branchRef()));
    releases.forEach(release -> names.add(tagRef(release)));
    for (String name : names) {
      for (String other : jgit.getRefDatabase().getConflictingNames(name)) {
        throw inTheWay(other, name);
      }
    }
  }

  private static Problem inTheWay(String other, String name) {
    String shown = Repository.shortenRefName(other);
    boolean tag = other.startsWith(Constants.R_TAGS);
    String remedy =
        tag
            ? "rename it: git tag NEW " + shown + " && git tag -d " + shown
            : "rename it: git branch -m " + shown + " NEW";
    return Problem.repository(
            "the "
                + (tag ? "tag " : "branch ")
                + shown
                + " is in the way of "
                + Repository.shortenRefName(name))
        .hint(remedy + "; or change " + (tag ? "tag" : "branch") + " in vendor.yaml");
  }

  /** Every branch but the vendor branch itself. */
  List<Ref> otherBranches() throws IOException {
    return jgit.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES, Constants.R_HEADS).stream()
        .filter(ref -> !ref.isSymbolic() && !ref.getName().equals(branchRef()))
        .toList();
  }

  /** The version that a tag of this vendor gives a commit. */
  Optional<Version> taggedVersion(ObjectId commit) throws IOException {
    for (Ref tag : jgit.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
      Optional<Version> version = vendor.versionOfTag(shortName(tag));
      if (version.isPresent() && commit.equals(peeled(tag))) {
        return version;
      }
    }
    return Optional.empty();
  }

  /** The tags of this vendor's pattern. */
  List<ReleaseTag> releaseTags() throws IOException {
    List<ReleaseTag> tags = new ArrayList<>();
    Optional<ObjectId> tip = tip();
    try (RevWalk walk = new RevWalk(jgit)) {
      for (Ref ref : jgit.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
        Optional<Version> version = vendor.versionOfTag(shortName(ref));
        if (version.isPresent()) {
          tags.add(releaseTag(walk, ref, version.get(), tip));
        }
      }
    }
    return tags;
  }

  private static ReleaseTag releaseTag(
      RevWalk walk, Ref ref, Version version, Optional<ObjectId> tip) throws IOException {
    RevObject object = walk.parseAny(ref.getObjectId());
    Optional<String> inside =
        object instanceof RevTag tag ? Optional.of(tag.getTagName()) : Optional.empty();
    boolean ahead = false;
    Optional<GitId> commit = Optional.empty();
    if (walk.peel(object) instanceof RevCommit named) {
      commit = Optional.of(GitRepository.idOf(named));
      ahead =
          tip.isPresent()
              && !tip.get().equals(named)
              && walk.isMergedInto(walk.parseCommit(tip.get()), walk.parseCommit(named));
    }
    return new ReleaseTag(version, shortName(ref), inside, commit, ahead);
  }

  /** A release's current tag, or the zero id; a tag of any other commit must not be moved. */
  ObjectId tagOf(Version version, Collection<ObjectId> ownCommits) throws IOException {
    Ref tag = jgit.exactRef(tagRef(version));
    if (tag == null) {
      return ObjectId.zeroId();
    }
    ObjectId commit = peeled(tag);
    if (!ownCommits.contains(commit)) {
      String name = shortName(tag);
      throw Problem.repository(
              "the tag " + name + " exists already and names commit " + commit.abbreviate(7).name())
          .hint("if it is not needed: git tag -d " + name);
    }
    return tag.getObjectId();
  }

  private ObjectId peeled(Ref ref) throws IOException {
    ObjectId peeled = jgit.getRefDatabase().peel(ref).getPeeledObjectId();
    return peeled == null ? ref.getObjectId() : peeled;
  }

  /** Moves refs from the first id to the second, all of them or none; the zero id is no ref. */
  void move(Map<String, ObjectId> from, Map<String, ObjectId> to, PersonIdent who)
      throws IOException {
    move(jgit, from, to, who, "xenvendor import");
  }

  /**
   * The same for refs of any kind.
   *
   * @param why what the reflog says
   */
  static void move(
      Repository jgit,
      Map<String, ObjectId> from,
      Map<String, ObjectId> to,
      PersonIdent who,
      String why)
      throws IOException {
    new LockRecord(jgit).refs(to.keySet(), to.values());
    RepositoryLock.giveSignOfLife(jgit);
    BatchRefUpdate update = jgit.getRefDatabase().newBatchUpdate();
    update.setAtomic(true);
    update.setAllowNonFastForwards(true);
    update.setRefLogIdent(who);
    update.setRefLogMessage(why, false);
    to.forEach(
        (name, id) -> {
          ObjectId old = from.getOrDefault(name, ObjectId.zeroId());
          if (!old.equals(id)) {
            update.addCommand(new ReceiveCommand(old, id, name));
          }
        });
    try (RevWalk walk = new RevWalk(jgit)) {
      update.execute(walk, NullProgressMonitor.INSTANCE);
    }
    requireMoved(update.getCommands());
  }

  /** Of refs that move together only the one that could not says why. */
  private static void requireMoved(List<ReceiveCommand> commands) {
    commands.stream()
        .filter(command -> command.getResult() != ReceiveCommand.Result.OK)
        .min(Comparator.comparing(VendorRefs::wasOnlyAborted))
        .ifPresent(
            command -> {
              throw cannotMove(Repository.shortenRefName(command.getRefName()), why(command));
            });
  }

  private static boolean wasOnlyAborted(ReceiveCommand command) {
    return command.getResult() == ReceiveCommand.Result.REJECTED_OTHER_REASON
        && JGitText.get().transactionAborted.equals(command.getMessage());
  }

  private static String why(ReceiveCommand command) {
    return command.getMessage() != null ? command.getMessage() : command.getResult().name();
  }

  static Problem cannotMove(String ref, String why) {
    return Problem.repository("cannot move " + ref + ": " + inWords(why))
        .hint("nothing was changed; if another git is running, wait and try again");
  }

  /** JGit's constants are names; its messages are words. */
  private static String inWords(String why) {
    return why.matches("[A-Z_]+") ? why.toLowerCase(Locale.ROOT).replace('_', ' ') : why;
  }

  static String shortName(Ref ref) {
    return Repository.shortenRefName(ref.getName());
  }
}
