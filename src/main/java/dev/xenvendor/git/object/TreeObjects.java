package dev.xenvendor.git.object;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Reads tree objects, and keeps those that were read lately: a merge looks at each several times.
 */
final class TreeObjects {

  private static final int MOST_KEPT = 1_000;

  private final ObjectReader reader;
  private final Map<ObjectId, byte[]> kept = new HashMap<>();

  TreeObjects(ObjectReader reader) {
    this.reader = reader;
  }

  CanonicalTreeParser parser(AnyObjectId tree) throws IOException {
    byte[] bytes = kept.get(tree.toObjectId());
    if (bytes == null) {
      bytes = keep(tree.toObjectId(), reader.open(tree, Constants.OBJ_TREE).getBytes());
    }
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(bytes);
    return parser;
  }

  boolean isTree(ObjectId id) throws IOException {
    if (kept.containsKey(id)) {
      return true;
    }
    ObjectLoader object = reader.open(id);
    if (object.getType() != Constants.OBJ_TREE) {
      return false;
    }
    keep(id, object.getBytes());
    return true;
  }

  private byte[] keep(ObjectId id, byte[] bytes) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(id, bytes);
    return bytes;
  }
}
