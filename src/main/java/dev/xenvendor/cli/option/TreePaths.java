package dev.xenvendor.cli.option;

import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.nio.file.Path;

/** Paths as users write them. */
public final class TreePaths {

  private TreePaths() {}

  /**
   * The path as the tree knows it. One that exists from where the user stands is meant from there.
   */
  public static HeaderPath inTree(String path, Path here, Path treeRoot) {
    Path root = treeRoot.toAbsolutePath().normalize();
    Path given = here.resolve(path).normalize();
    boolean isElsewhere = Path.of(path).isAbsolute() || path.startsWith("../") || path.equals("..");
    if (given.equals(root) || (isElsewhere && !given.startsWith(root))) {
      String what = given.equals(root) ? " is the whole tree" : " is outside the tree " + root;
      throw Problem.usage(path + what).hint("name a header or a folder of headers in the tree");
    }
    boolean fromHere = given.startsWith(root) && !given.equals(root) && given.toFile().exists();
    String relative = fromHere ? root.relativize(given).toString().replace('\\', '/') : path;
    try {
      return HeaderPath.of(relative);
    } catch (IllegalArgumentException e) {
      throw Problem.usage(String.valueOf(e.getMessage())).because(e);
    }
  }
}
