package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderPath;
import java.util.Map;
import java.util.Optional;

/**
 * One file of a CVS repository, and the revisions that tags name.
 *
 * @param path seen from the folder that was asked for
 * @param trunkBranch the branch that trunk follows until the first commit to trunk itself
 * @param dead whether trunk has removed it
 * @param keywords how keywords are expanded: {@code kv}, {@code o}, {@code b} and so on
 * @param tags the revision each tag names, or the number of its branch
 */
public record CvsFile(
    HeaderPath path,
    Optional<String> trunkBranch,
    boolean dead,
    String keywords,
    Map<String, String> tags) {

  public CvsFile {
    tags = Map.copyOf(tags);
  }

  public Optional<String> revision(String tag) {
    return Optional.ofNullable(tags.get(tag));
  }

  public boolean has(String tag) {
    return tags.containsKey(tag);
  }

  /** Returns whether trunk is the last import, without a commit of its own. */
  public boolean isAsImported() {
    return trunkBranch.isPresent();
  }

  /** Vendor branches have an odd number of parts, such as 1.1.1; all that is else is none. */
  public static boolean isVendorBranch(String number) {
    return number.split("\\.").length % 2 == 1;
  }
}
