package dev.xenvendor.git.repository;

import dev.xenvendor.git.program.ObjectProcess;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** A reader that has the installed git read objects, and reads itself what git does not give. */
final class ProcessReader extends ObjectReader.Filter {

  private final ObjectReader local;
  private final ObjectProcess git;

  ProcessReader(ObjectReader local, ObjectProcess git) {
    this.local = local;
    this.git = git;
  }

  @Override
  protected ObjectReader delegate() {
    return local;
  }

  @Override
  public ObjectReader newReader() {
    return new ProcessReader(local.newReader(), git);
  }

  @Override
  public ObjectLoader open(AnyObjectId id) throws IOException {
    return open(id, OBJ_ANY);
  }

  @Override
  public ObjectLoader open(AnyObjectId id, int type) throws IOException {
    Optional<ObjectLoader> given =
        git.open(id).filter(object -> type == OBJ_ANY || object.getType() == type);
    return given.isPresent() ? given.get() : local.open(id, type);
  }
}
