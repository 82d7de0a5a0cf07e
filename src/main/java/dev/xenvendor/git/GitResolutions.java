package dev.xenvendor.git;

import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.object.PersonIdents;
import dev.xenvendor.git.object.TreeReader;
import dev.xenvendor.git.repository.GitIdentity;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.Committer;
import dev.xenvendor.resolution.KeptResolutions;
import dev.xenvendor.resolution.ResolutionFiles;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Resolutions in a ref of their own, whose history is of commits that hold nothing else. */
final class GitResolutions implements ResolutionStore {

  private final Repository jgit;
  private final Vendor vendor;
  private final TreeReader reader;
  private final GitIdentity identity;

  GitResolutions(Repository jgit, Vendor vendor) {
    this.jgit = jgit;
    this.vendor = vendor;
    this.reader = new TreeReader(jgit);
    this.identity = new GitIdentity(jgit);
  }

  @Override
  public String ref() {
    return ResolutionTips.KEPT + vendor.name();
  }

  @Override
  public boolean isThere() {
    try {
      return jgit.exactRef(ref()) != null;
    } catch (IOException e) {
      throw GitRepository.failed("read " + ref(), e);
    }
  }

  @Override
  public Optional<String> fetchCommand() {
    String remote = Constants.DEFAULT_REMOTE_NAME;
    Config config = jgit.getConfig();
    boolean isSetUp =
        Stream.of(config.getStringList("remote", remote, "fetch"))
            .anyMatch(refs -> refs.contains(ResolutionTips.KEPT));
    boolean isRemote = config.getString("remote", remote, "url") != null;
    return isRemote && !isSetUp
        ? Optional.of(
            "git config --add remote."
                + remote
                + ".fetch '+"
                + ResolutionTips.KEPT
                + "*:"
                + ResolutionTips.FETCHED
                + remote
                + "/resolutions/*' && git fetch "
                + remote)
        : Optional.empty();
  }

  @Override
  public Committer settler() {
    return PersonIdents.committer(identity.committer());
  }

  @Override
  public KeptResolutions read() {
    try {
      long mostBytes = vendor.checks().limits().fileBytes();
      return new StoredResolutions(tips().entries(), reader, mostBytes);
    } catch (IOException e) {
      throw GitRepository.failed("read " + ref(), e);
    }
  }

  private ResolutionTips tips() throws IOException {
    return new ResolutionTips(jgit, ref(), vendor.name());
  }

  @Override
  public boolean change(List<Entry> added, Collection<GitId> removed, String message) {
    try (ObjectWriter writer = new ObjectWriter(jgit)) {
      ResolutionTips tips = tips();
      tips.requireReadable();
      SortedMap<String, Map<HeaderPath, HeaderFile>> fresh = written(added, writer);
      SortedMap<String, ObjectId> wanted = new TreeMap<>(tips.entries().trees());
      wanted.values().removeIf(tree -> removed.contains(GitRepository.idOf(tree)));
      fresh.forEach((name, files) -> wanted.put(name, idIn(name)));
      Optional<ObjectId> to = commit(tips, wanted, fresh, writer, message);
      if (to.isEmpty() || to.equals(tips.own())) {
        return false;
      }
      writer.flush();
      ObjectId from = tips.own().orElse(ObjectId.zeroId());
      VendorRefs.move(
          jgit,
          Map.of(ref(), from),
          Map.of(ref(), to.get()),
          identity.committer(),
          "xenvendor: " + message.strip());
      return true;
    } catch (IOException e) {
      throw GitRepository.failed("write " + ref(), e);
    }
  }

  /** The files of new resolutions by the names of their entries. */
  private static SortedMap<String, Map<HeaderPath, HeaderFile>> written(
      List<Entry> added, ObjectWriter writer) throws IOException {
    SortedMap<String, Map<HeaderPath, HeaderFile>> written = new TreeMap<>();
    for (Entry entry : added) {
      Map<HeaderPath, HeaderFile> files = ResolutionFiles.write(entry);
      ObjectId tree = writer.trees().write(Optional.empty(), present(files));
      GitId conflict = entry.settled().texts().id();
      written.put(ResolutionEntries.name(conflict, GitRepository.idOf(tree)), files);
    }
    return written;
  }

  private static Map<HeaderPath, Optional<HeaderFile>> present(Map<HeaderPath, HeaderFile> files) {
    Map<HeaderPath, Optional<HeaderFile>> present = new TreeMap<>();
    files.forEach((path, file) -> present.put(path, Optional.of(file)));
    return present;
  }

  private static ObjectId idIn(String name) {
    return ObjectId.fromString(name.substring(name.indexOf('-') + 1));
  }

  /** The commit that keeps what is wanted: one that is there, or a new one. */
  private Optional<ObjectId> commit(
      ResolutionTips tips,
      SortedMap<String, ObjectId> wanted,
      Map<String, Map<HeaderPath, HeaderFile>> fresh,
      ObjectWriter writer,
      String message)
      throws IOException {
    Optional<ObjectId> first = tips.heads().stream().findFirst();
    SortedMap<String, ObjectId> before =
        first.isPresent() ? ResolutionEntries.of(jgit, first.get()).trees() : new TreeMap<>();
    if (tips.heads().size() <= 1 && before.equals(wanted)) {
      return first;
    }
    Map<HeaderPath, Optional<HeaderFile>> edits = new TreeMap<>();
    before.forEach((name, tree) -> edit(edits, name, tree, wanted.containsKey(name)));
    wanted.forEach(
        (name, tree) -> {
          HeaderPath folder = new HeaderPath(name);
          Map<HeaderPath, HeaderFile> files = fresh.get(name);
          if (files != null) {
            files.forEach((path, file) -> edits.put(folder.resolve(path), Optional.of(file)));
          } else if (!before.containsKey(name)) {
            reader
                .read(tree)
                .files()
                .forEach((path, file) -> edits.put(folder.resolve(path), Optional.of(file)));
          }
        });
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(writer.trees().write(treeOf(first), edits));
    commit.setParentIds(tips.heads());
    PersonIdent who = identity.committer();
    commit.setAuthor(who);
    commit.setCommitter(who);
    commit.setMessage(message);
    return Optional.of(writer.insert(Constants.OBJ_COMMIT, commit.build()));
  }

  private void edit(
      Map<HeaderPath, Optional<HeaderFile>> edits, String name, ObjectId tree, boolean stays) {
    if (!stays) {
      HeaderPath folder = new HeaderPath(name);
      reader.read(tree).paths().forEach(path -> edits.put(folder.resolve(path), Optional.empty()));
    }
  }

  private Optional<ObjectId> treeOf(Optional<ObjectId> commit) throws IOException {
    if (commit.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(jgit)) {
      return Optional.of(walk.parseCommit(commit.get()).getTree().getId());
    }
  }
}
