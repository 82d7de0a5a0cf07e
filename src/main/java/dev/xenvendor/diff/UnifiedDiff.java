package dev.xenvendor.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Writes unified diffs for people and for {@code git am}. */
public final class UnifiedDiff {

  private UnifiedDiff() {}

  /**
   * Returns the lines of the diff of two texts; none where they are the same.
   *
   * @param context how many lines are shown around an edit
   */
  public static List<String> between(
      String beforeName, String afterName, List<String> before, List<String> after, int context) {
    return UnifiedDiffUtils.generateUnifiedDiff(
        beforeName, afterName, before, DiffUtils.diff(before, after), context);
  }
}
