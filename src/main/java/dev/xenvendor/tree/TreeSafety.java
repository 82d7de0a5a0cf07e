package dev.xenvendor.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a tree from outside for unsafe content: paths that no file system supports, files that are
 * too large, links that lead out of it, and names that {@code git fsck --strict} refuses.
 */
public final class TreeSafety {

  /** As many links as Linux follows to open one file. */
  private static final int MOST_LINKS = 40;

  private final HeaderTree tree;
  private final Limits limits;

  public TreeSafety(HeaderTree tree, Limits limits) {
    this.tree = tree;
    this.limits = limits;
  }

  /** Returns what is wrong with the tree; empty where nothing is. */
  public Optional<String> problem() {
    return problem(tree.files());
  }

  /** Returns what is wrong with some of the tree's files; empty where nothing is. */
  public Optional<String> problem(Map<HeaderPath, HeaderFile> files) {
    return files.entrySet().stream()
        .flatMap(file -> problem(file.getKey(), file.getValue()).stream())
        .findFirst();
  }

  private Optional<String> problem(HeaderPath path, HeaderFile file) {
    boolean link = file.mode() == FileMode.SYMLINK;
    return pathProblem(path, limits)
        .or(() -> namesModules(path, link))
        .or(() -> link ? linkProblem(path, file) : Optional.empty());
  }

  /** Returns why no file is taken from such a path; empty where it is. */
  public static Optional<String> pathProblem(HeaderPath path, Limits limits) {
    String value = path.value();
    if (value.length() > limits.pathLength()) {
      return Optional.of(
          "a path has " + value.length() + " characters: " + value.substring(0, 60) + "…");
    }
    long depth = value.chars().filter(c -> c == '/').count();
    return depth > limits.pathDepth()
        ? Optional.of("a path is " + depth + " folders deep: " + value.substring(0, 60) + "…")
        : Optional.empty();
  }

  private static Optional<String> namesModules(HeaderPath path, boolean link) {
    String[] parts = path.value().split("/");
    for (int i = 0; i < parts.length; i++) {
      boolean plainFile = i == parts.length - 1 && !link;
      if (!plainFile && HeaderPath.isSameToSomeFileSystem(parts[i], ".gitmodules")) {
        return Optional.of(path + " makes .gitmodules a folder or a link");
      }
    }
    return Optional.empty();
  }

  private Optional<String> linkProblem(HeaderPath link, HeaderFile file) {
    String target = target(file);
    return leadsOut(link, target)
        ? Optional.of("the link " + link + " leads out of the tree, to " + target)
        : Optional.empty();
  }

  private static String target(HeaderFile link) {
    return new String(link.bytes(), StandardCharsets.UTF_8);
  }

  /** Follows a link as a file system does, through the links on its way. */
  private boolean leadsOut(HeaderPath link, String target) {
    Deque<String> at = new ArrayDeque<>();
    link.parent().ifPresent(folder -> at.addAll(Arrays.asList(folder.value().split("/"))));
    Deque<String> left = new ArrayDeque<>(Arrays.asList(target.split("/")));
    if (target.isEmpty() || target.startsWith("/") || target.indexOf('\\') >= 0) {
      return true;
    }
    int followed = 0;
    while (!left.isEmpty()) {
      String part = left.removeFirst();
      if (part.equals("..")) {
        if (at.pollLast() == null) {
          return true;
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        at.addLast(part);
        Optional<String> next = linkAt(at);
        if (next.isPresent()) {
          if (++followed > MOST_LINKS || next.get().startsWith("/")) {
            return true;
          }
          at.removeLast();
          String[] parts = next.get().split("/");
          for (int i = parts.length - 1; i >= 0; i--) {
            left.addFirst(parts[i]);
          }
        }
      }
    }
    return false;
  }

  private Optional<String> linkAt(Deque<String> parts) {
    try {
      return tree.get(HeaderPath.of(String.join("/", parts)))
          .filter(file -> file.mode() == FileMode.SYMLINK)
          .map(TreeSafety::target);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a name that no file of the tree has
    }
  }
}
