package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.HashMap;
import java.util.Map;

/**
 * A file as trunk has it.
 *
 * @param file with its keywords expanded, as a working copy holds it
 * @param asImported whether it is unchanged since it was imported: trunk then shows the vendor
 *     branch, and every import changes what it shows
 */
public record TrunkFile(HeaderFile file, boolean asImported) {

  public static HeaderTree tree(Map<HeaderPath, TrunkFile> files) {
    Map<HeaderPath, HeaderFile> tree = new HashMap<>();
    files.forEach((path, file) -> tree.put(path, file.file()));
    return HeaderTree.of(tree);
  }
}
