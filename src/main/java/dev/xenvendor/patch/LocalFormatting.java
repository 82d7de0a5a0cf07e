package dev.xenvendor.patch;

import dev.xenvendor.diff.Rename;
import dev.xenvendor.patch.text.MixedLineEnds;
import dev.xenvendor.tree.HeaderPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The formatting of the tree's own headers that habits leave open, so that it is no difference from
 * the release.
 *
 * @param idents the ident lines of files, expanded or not
 * @param lineEnds the line ends of files in which they are mixed
 */
public record LocalFormatting(
    Map<HeaderPath, byte[]> idents, Map<HeaderPath, MixedLineEnds> lineEnds) {

  public static final LocalFormatting NONE = new LocalFormatting(Map.of(), Map.of());

  /** Returns this spelling, and another one where this has none. */
  LocalFormatting with(LocalFormatting other) {
    return new LocalFormatting(both(idents, other.idents), both(lineEnds, other.lineEnds));
  }

  private static <T> Map<HeaderPath, T> both(Map<HeaderPath, T> one, Map<HeaderPath, T> other) {
    Map<HeaderPath, T> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }

  /** The same for a release in which upstream moved files. */
  public LocalFormatting follow(List<Rename> renames) {
    return new LocalFormatting(follow(idents, renames), follow(lineEnds, renames));
  }

  private static <T> Map<HeaderPath, T> follow(Map<HeaderPath, T> files, List<Rename> renames) {
    Map<HeaderPath, T> followed = new HashMap<>(files);
    for (Rename rename : renames) {
      T file = files.get(rename.from());
      if (file != null) {
        followed.put(rename.to(), file);
      }
    }
    return followed;
  }
}
