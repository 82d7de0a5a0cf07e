package dev.xenvendor.git;

import dev.xenvendor.git.object.ObjectWriter;
import dev.xenvendor.git.repository.GitIdentity;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.branch.PreparedReleases;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Releases as objects that nothing refers to yet, and the moves of the refs that will.
 *
 * @param from what the refs name now; the zero id is no ref
 * @param to what they will name
 * @param identity the identity in the reflog
 */
record PreparedRefs(
    List<ImportedRelease> releases,
    ObjectWriter writer,
    VendorRefs refs,
    Map<String, ObjectId> from,
    Map<String, ObjectId> to,
    GitIdentity identity)
    implements PreparedReleases {

  @Override
  public void write() {
    try {
      writer.flush();
      refs.move(from, to, identity.committer());
    } catch (IOException e) {
      throw GitRepository.failed("write to the repository", e);
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
