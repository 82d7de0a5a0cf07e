package dev.xenvendor.git.index;

import dev.xenvendor.tree.GitId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The index extension for the trees that were last written from it: their ids, as far as no entry
 * below them has changed since.
 */
final class CacheTree {

  static final String EXTENSION = "TREE";

  private static final int UNKNOWN = -1;

  private final int size;
  private final Optional<GitId> id;
  private final Map<String, CacheTree> children;

  /**
   * @param size how many entries of the index are below the folder, if its id is known
   */
  private CacheTree(int size, Optional<GitId> id, Map<String, CacheTree> children) {
    this.size = size;
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

  /** The same, without the ids of folders that some paths are below. */
  CacheTree without(Collection<byte[]> paths) {
    CacheTree left = this;
    for (byte[] path : paths) {
      left = left.without(new String(path, StandardCharsets.UTF_8));
    }
    return left;
  }

  private CacheTree without(String path) {
    Map<String, CacheTree> left = new LinkedHashMap<>(children);
    int slash = path.indexOf('/');
    if (slash < 0) {
      left.remove(path); // a file instead of the folder
    } else {
      left.computeIfPresent(
          path.substring(0, slash), (name, child) -> child.without(path.substring(slash + 1)));
    }
    return new CacheTree(UNKNOWN, Optional.empty(), left);
  }

  /** The content of the extension. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write("", out);
    return out.toByteArray();
  }

  private void write(String name, ByteArrayOutputStream out) {
    String text = name + '\0' + size + ' ' + children.size() + '\n';
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    id.ifPresent(known -> out.writeBytes(known.bytes()));
    children.forEach((child, tree) -> tree.write(child, out));
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
      int size = Integer.parseInt(until(' '));
      int count = Integer.parseInt(until('\n'));
      Optional<GitId> id = Optional.empty();
      if (size >= 0) {
        id = Optional.of(GitId.ofBytes(bytes, at));
        at += GitId.LENGTH;
      }
      Map<String, CacheTree> children = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        String name = until('\0');
        children.put(name, tree());
      }
      return new CacheTree(size, id, children);
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
