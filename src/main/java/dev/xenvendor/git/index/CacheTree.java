package dev.xenvendor.git.index;

import dev.xenvendor.tree.GitId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an index knows of the trees that were last written from it: their ids, as far as no entry
 * below them has changed since.
 */
final class CacheTree {

  static final String EXTENSION = "TREE";

  private final Optional<GitId> id;
  private final Map<String, CacheTree> children;

  private CacheTree(Optional<GitId> id, Map<String, CacheTree> children) {
    this.id = id;
    this.children = children;
  }

  /** Reads the extension whose content begins at an offset. */
  static CacheTree read(byte[] index, int at) {
    return new Reader(index, at).tree();
  }

  /** The id of a folder's tree; of the root's where the folder is empty. */
  Optional<GitId> id(String folder) {
    CacheTree at = this;
    for (String name : folder.isEmpty() ? new String[0] : folder.split("/")) {
      CacheTree child = at.children.get(name);
      if (child == null) {
        return Optional.empty();
      }
      at = child;
    }
    return at.id;
  }

  /** A name, how many entries the tree has and how many trees, its id, and then those trees. */
  private static final class Reader {

    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
      until('\0'); // the root has no name
    }

    CacheTree tree() {
      boolean isValid = Integer.parseInt(until(' ')) >= 0;
      int count = Integer.parseInt(until('\n'));
      Optional<GitId> id = Optional.empty();
      if (isValid) {
        id = Optional.of(GitId.ofBytes(bytes, at));
        at += GitId.LENGTH;
      }
      Map<String, CacheTree> children = new HashMap<>();
      for (int i = 0; i < count; i++) {
        String name = until('\0');
        children.put(name, tree());
      }
      return new CacheTree(id, children);
    }

    private String until(char end) {
      int begin = at;
      while (bytes[at] != end) {
        at++;
      }
      return new String(bytes, begin, at++ - begin, StandardCharsets.UTF_8);
    }
  }
}
