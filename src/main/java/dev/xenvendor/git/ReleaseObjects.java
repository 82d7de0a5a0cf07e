package dev.xenvendor.git;

import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.object.PersonIdents;
import dev.xenvendor.git.program.CommitSigner;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Committer;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.NewRelease;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TagBuilder;

/** Writes the commit and the tag of a release. */
final class ReleaseObjects {

  private final ObjectWriter writer;
  private final Vendor vendor;
  private final CommitSigner signer;

  ReleaseObjects(ObjectWriter writer, Vendor vendor, CommitSigner signer) {
    this.writer = writer;
    this.vendor = vendor;
    this.signer = signer;
  }

  /** Upstream's committer, so that every import of the release makes the same commit. */
  static PersonIdent committer(NewRelease release, List<ImportedRelease> before) {
    return PersonIdents.of(release.committer().orElseGet(() -> asBefore(before)));
  }

  /** A source without dates, such as a directory, gets the date of the release before. */
  private static Committer asBefore(List<ImportedRelease> before) {
    Optional<Instant> newest =
        before.isEmpty()
            ? Optional.empty()
            : before.get(before.size() - 1).committer().map(Committer::when);
    return Committer.ofImport(newest.orElse(Instant.EPOCH));
  }

  /**
   * Writes the commit.
   *
   * @param parent the commit before; the zero id for the first one of the branch
   */
  ObjectId commit(NewRelease release, ObjectId parent, PersonIdent committer) throws IOException {
    Map<HeaderPath, Optional<HeaderFile>> files = new TreeMap<>();
    HeaderTree tree = release.headers().under(vendor.prefix());
    tree.files().forEach((path, file) -> files.put(path, Optional.of(file)));
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(writer.trees().write(Optional.empty(), files));
    commit.setAuthor(committer);
    commit.setCommitter(committer);
    commit.setMessage(release.message());
    if (!parent.equals(ObjectId.zeroId())) {
      commit.setParentId(parent);
    }
    signer.sign(commit);
    return writer.insert(Constants.OBJ_COMMIT, commit.build());
  }

  /** Writes the annotated tag of a commit. */
  ObjectId tag(Version version, ObjectId commit, PersonIdent tagger) throws IOException {
    TagBuilder tag = new TagBuilder();
    tag.setTag(vendor.tag(version));
    tag.setObjectId(commit, Constants.OBJ_COMMIT);
    tag.setTagger(tagger);
    tag.setMessage(vendor.title(version) + ", as upstream published it\n");
    signer.sign(tag);
    return writer.insert(Constants.OBJ_TAG, tag.build());
  }
}
