package dev.xenvendor.cvs;

import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import java.util.HashMap;
import java.util.Map;

/**
 * A file as trunk has it.
 *
 * @param file with its keywords expanded, as a working copy holds it
 * @param asImported whether nobody changed it since it was imported: trunk then shows the vendor
 *     branch, and every import changes what it shows
 */
public record TrunkFile(HeaderFile file, boolean asImported) {

  static HeaderTree tree(Map<HeaderPath, TrunkFile> files) {
    Map<HeaderPath, HeaderFile> tree = new HashMap<>();
    files.forEach((path, file) -> tree.put(path, file.file()));
    return HeaderTree.of(tree);
  }
}
