package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderPath;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files of a folder of a CVS repository, with those that trunk has removed. */
public record CvsHistory(SortedMap<HeaderPath, CvsFile> files) {

  public CvsHistory {
    files = Collections.unmodifiableSortedMap(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  public Optional<CvsFile> find(HeaderPath path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The files that have a tag. */
  public SortedSet<HeaderPath> tagged(String tag) {
    return files.values().stream()
        .filter(file -> file.has(tag))
        .map(CvsFile::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The revisions or branches that a tag names, each with the number of its files. */
  public SortedMap<String, Integer> numbers(String tag) {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    for (CvsFile file : files.values()) {
      file.revision(tag).ifPresent(number -> numbers.merge(number, 1, Integer::sum));
    }
    return numbers;
  }

  /** The revisions that a tag names. */
  public Map<HeaderPath, String> revisions(String tag) {
    Map<HeaderPath, String> revisions = new TreeMap<>();
    for (CvsFile file : files.values()) {
      file.revision(tag).ifPresent(revision -> revisions.put(file.path(), revision));
    }
    return revisions;
  }

  /** The tags of a branch, each with the number of its files. */
  public SortedMap<String, Integer> tagsOfBranch(String branch) {
    SortedMap<String, Integer> tags = new TreeMap<>();
    for (CvsFile file : files.values()) {
      file.tags().entrySet().stream()
          .filter(tag -> tag.getValue().equals(branch))
          .map(Map.Entry::getKey)
          .forEach(tag -> tags.merge(tag, 1, Integer::sum));
    }
    return tags;
  }

  /** The tags that name revisions of a branch in every file that has them. */
  public SortedSet<String> tagsOnBranch(String branch) {
    SortedSet<String> on = new TreeSet<>();
    SortedSet<String> off = new TreeSet<>();
    for (CvsFile file : files.values()) {
      file.tags().forEach((tag, revision) -> (isOnBranch(revision, branch) ? on : off).add(tag));
    }
    on.removeAll(off);
    return on;
  }

  private static boolean isOnBranch(String revision, String branch) {
    return revision.startsWith(branch + '.') && revision.indexOf('.', branch.length() + 1) < 0;
  }
}
