package dev.xenvendor.git.repository;

import dev.xenvendor.tree.RecentlyRead;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A reader that keeps the objects that it read last. A merge asks again and again for the same
 * commits, folders and headers, and JGit would open and inflate each of them every time.
 */
final class RecentReader extends ObjectReader.Filter {

  private static final int MOST_BYTES = 4 << 20;

  /** In bytes; what is larger is not kept. */
  private static final int LARGE = MOST_BYTES / 16;

  private final ObjectReader reader;
  private final RecentlyRead<ObjectId, ObjectLoader> recent;

  RecentReader(ObjectReader reader, RecentlyRead<ObjectId, ObjectLoader> recent) {
    this.reader = reader;
    this.recent = recent;
  }

  /** Returns what the readers of one repository share. */
  static RecentlyRead<ObjectId, ObjectLoader> objects() {
    return new RecentlyRead<>(MOST_BYTES, object -> (int) object.getSize());
  }

  @Override
  protected ObjectReader delegate() {
    return reader;
  }

  @Override
  public ObjectReader newReader() {
    return new RecentReader(reader.newReader(), recent);
  }

  @Override
  public ObjectLoader open(AnyObjectId id) throws IOException {
    return open(id, OBJ_ANY);
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int type) throws IOException {
    Optional<ObjectLoader> known = recent.find(id.toObjectId());
    ObjectLoader object = known.isPresent() ? known.get() : kept(id, reader.open(id, type));
    if (type != OBJ_ANY && object.getType() != type) {
      throw new IncorrectObjectTypeException(id.copy(), type);
    }
    return object;
  }

  private ObjectLoader kept(AnyObjectId id, ObjectLoader object) {
    return object.isLarge() || object.getSize() > LARGE
        ? object
        : recent.keep(
            id.copy(), new ObjectLoader.SmallObject(object.getType(), object.getCachedBytes()));
  }
}
