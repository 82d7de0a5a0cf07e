package dev.xenvendor.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Computes the id git would give a tree of files, without a repository. */
final class TreeId {

  private final Map<String, HeaderFile> files = new HashMap<>();
  private final Map<String, TreeId> folders = new HashMap<>();

  private TreeId() {}

  static GitId of(Map<HeaderPath, HeaderFile> files) {
    TreeId root = new TreeId();
    files.forEach((path, file) -> root.put(path.value(), file));
    return root.id();
  }

  private void put(String path, HeaderFile file) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      files.put(path, file);
    } else {
      folders
          .computeIfAbsent(path.substring(0, slash), name -> new TreeId())
          .put(path.substring(slash + 1), file);
    }
  }

  private GitId id() {
    // Git sorts a folder as if its name ended in a slash.
    Map<byte[], byte[]> lines = new TreeMap<>(Arrays::compareUnsigned);
    files.forEach(
        (name, file) -> lines.put(utf8(name), line(file.mode().octal(), name, file.id())));
    folders.forEach(
        (name, folder) -> lines.put(utf8(name + '/'), line("40000", name, folder.id())));
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    lines.values().forEach(tree::writeBytes);
    return GitId.hash("tree", tree.toByteArray());
  }

  private static byte[] line(String mode, String name, GitId id) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(utf8(mode + ' ' + name + '\0'));
    line.writeBytes(id.bytes());
    return line.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
