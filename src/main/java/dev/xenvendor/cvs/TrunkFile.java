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
 * @param revision as in {@code 1.2}
 */
public record TrunkFile(HeaderFile file, String revision) {

  private static final String TRUNK = "\\d+\\.\\d+";

  /**
   * Whether nobody changed it since it was imported: trunk then shows the vendor branch, and every
   * import changes what it shows.
   */
  public boolean isOnVendorBranch() {
    return !revision.matches(TRUNK);
  }

  static HeaderTree tree(Map<HeaderPath, TrunkFile> files) {
    Map<HeaderPath, HeaderFile> tree = new HashMap<>();
    files.forEach((path, file) -> tree.put(path, file.file()));
    return HeaderTree.of(tree);
  }
}
