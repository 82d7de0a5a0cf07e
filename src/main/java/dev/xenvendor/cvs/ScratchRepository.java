package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** A throw-away repository, to rehearse in what cannot be undone. */
public interface ScratchRepository extends AutoCloseable {

  CvsRepository repository();

  /** Sets how the keywords of files are expanded. */
  void setKeywords(String folder, Map<HeaderPath, String> modes);

  /** Commits files to trunk, also those that are the same as the vendor's, and removes others. */
  void commitToTrunk(String folder, HeaderTree files, Set<HeaderPath> removed);

  /** Tries {@code cvs checkout -j -j}. */
  PlainMerge merge(String folder, String from, String to);

  @Override
  void close();

  /**
   * The result of {@code cvs checkout -j -j} in a working copy.
   *
   * @param changed merged or taken over, without a conflict
   */
  record PlainMerge(
      SortedSet<HeaderPath> changed,
      SortedSet<HeaderPath> removed,
      SortedSet<HeaderPath> conflicts) {}
}
