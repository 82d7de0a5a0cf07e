package dev.xenvendor.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Computes the id git would give a folder, without a repository. */
final class TreeId {

  private TreeId() {}

  static GitId of(HeaderFolder folder) {
    return folder.knownId().orElseGet(() -> computed(folder));
  }

  private static GitId computed(HeaderFolder folder) {
    // Git sorts a folder as if its name ended in a slash.
    Map<byte[], byte[]> lines = new TreeMap<>(Arrays::compareUnsigned);
    folder
        .files()
        .forEach((name, file) -> lines.put(utf8(name), line(file.mode().octal(), name, file.id())));
    folder
        .folders()
        .forEach((name, inner) -> lines.put(utf8(name + '/'), line("40000", name, of(inner))));
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
