package dev.xenvendor.git.repository;

import java.io.IOException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** A reader of a partial clone, which fetches what is not there. */
final class FetchingReader extends ObjectReader.Filter {

  private final ObjectReader local;
  private final PromisedObjects elsewhere;

  FetchingReader(ObjectReader local, PromisedObjects elsewhere) {
    this.local = local;
    this.elsewhere = elsewhere;
  }

  @Override
  protected ObjectReader delegate() {
    return local;
  }

  @Override
  public ObjectReader newReader() {
    return new FetchingReader(local.newReader(), elsewhere);
  }

  @Override
  public ObjectLoader open(AnyObjectId id) throws IOException {
    return open(id, OBJ_ANY);
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int type) throws IOException {
    try {
      return local.open(id, type);
    } catch (MissingObjectException e) {
      if (elsewhere.fetch(id, local)) {
        return local.open(id, type);
      }
      throw e;
    }
  }
}
