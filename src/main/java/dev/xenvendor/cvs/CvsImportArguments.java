package dev.xenvendor.cvs;

import java.util.ArrayList;
import java.util.List;

/**
 * One import, as the arguments of {@code cvs}.
 *
 * @param folder of the repository
 * @param branch the number of the vendor branch
 */
public record CvsImportArguments(
    String folder, String vendorTag, String branch, String releaseTag, String message) {

  /** The default branch of {@code cvs import}. */
  public static final String USUAL_BRANCH = "1.1.1";

  /**
   * The words after {@code cvs -d ROOT}. Nothing is ignored, whatever it is called, and no wrapper
   * of the machine has a say.
   */
  public List<String> words(KeywordMode mode) {
    List<String> words = new ArrayList<>(List.of("import", "-I", "!", "-W", "!"));
    if (mode != KeywordMode.EXPAND) {
      words.add("-k" + mode.flag());
    }
    if (!branch.equals(USUAL_BRANCH)) {
      words.addAll(List.of("-b", branch));
    }
    words.addAll(List.of("-m", message, folder, vendorTag, releaseTag));
    return words;
  }
}
