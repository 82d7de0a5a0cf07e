package dev.xenvendor.git.object;

import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.tree.HeaderFile;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Adds objects to a repository: a handful as loose objects, more as one pack.
 *
 * <p>Nothing is visible before {@link #flush}.
 */
public final class ObjectWriter implements AutoCloseable {

  /** More objects than this are worth a pack of their own. */
  private static final int MOST_LOOSE = 20;

  private record Pending(int type, byte[] bytes) {}

  private final ObjectDatabase database;
  private final ObjectReader reader;
  private final Map<ObjectId, Pending> pending = new LinkedHashMap<>();
  private final boolean keeps;
  private ObjectInserter inserter;
  private boolean packing;

  /** The packs that are there when the first object goes into a new one. */
  private Collection<Pack> packs = List.of();

  public ObjectWriter(Repository repository) {
    this(repository, true);
  }

  private ObjectWriter(Repository repository, boolean keeps) {
    this.keeps = keeps;
    this.database = repository.getObjectDatabase();
    this.reader = repository.newObjectReader();
    this.inserter = repository.newObjectInserter();
  }

  /** Returns a writer that only computes the ids of the objects, for a dry run. */
  public static ObjectWriter computing(Repository repository) {
    return new ObjectWriter(repository, false);
  }

  /** A writer of trees among these objects. */
  public TreeWriter trees() {
    return new TreeWriter(new TreeObjects(reader), this);
  }

  /** Adds a file's content, which is not even read where the repository has it. */
  public ObjectId blob(HeaderFile file) throws IOException {
    if (keeps && packing && file.isAtHand() && !file.isIdentified()) {
      return inserter.insert(Constants.OBJ_BLOB, file.bytes()); // which hashes it, too
    }
    ObjectId id = GitRepository.jgitId(file.id());
    if (!keeps || (!file.isAtHand() && isThere(id))) {
      return id;
    }
    return insert(Constants.OBJ_BLOB, file.bytes(), id);
  }

  public ObjectId insert(int type, byte[] bytes) throws IOException {
    return insert(type, bytes, new ObjectInserter.Formatter().idFor(type, bytes));
  }

  private ObjectId insert(int type, byte[] bytes, ObjectId id) throws IOException {
    if (!keeps) {
      return id;
    }
    pending.put(id, new Pending(type, bytes));
    if (pending.size() > MOST_LOOSE) {
      startPack();
      drain();
    }
    return id;
  }

  private boolean isThere(ObjectId id) throws IOException {
    return pending.containsKey(id) || (packing ? isPacked(id) : reader.has(id));
  }

  /**
   * Returns whether one of the packs has the object. JGit would look at the disk again for each
   * that is missing; to write one once more does no harm.
   */
  private boolean isPacked(ObjectId id) throws IOException {
    for (Pack pack : packs) {
      if (pack.hasObject(id)) {
        return true;
      }
    }
    return false;
  }

  private void startPack() {
    if (packing) {
      return;
    }
    packing = true;
    if (database instanceof ObjectDirectory directory) {
      packs = directory.getPacks();
      PackInserter pack = directory.newPackInserter();
      pack.checkExisting(false);
      pack.setCompressionLevel(Deflater.BEST_SPEED);
      inserter.close();
      inserter = pack;
    }
  }

  private void drain() throws IOException {
    for (Map.Entry<ObjectId, Pending> entry : pending.entrySet()) {
      ObjectId id = entry.getKey();
      Pending object = entry.getValue();
      if (!isPacked(id) && !inserter.insert(object.type(), object.bytes()).equals(id)) {
        throw new IOException("a file changed while it was read: object " + id.name());
      }
    }
    pending.clear();
  }

  /** Makes everything that was inserted part of the repository. */
  public void flush() throws IOException {
    if (!keeps) {
      throw new IllegalStateException("this writer only computes ids");
    }
    drain();
    inserter.flush();
    packing = false;
  }

  @Override
  public void close() {
    inserter.close();
    reader.close();
  }
}
