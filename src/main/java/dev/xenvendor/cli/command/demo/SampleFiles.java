package dev.xenvendor.cli.command.demo;

import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The embedded sample: an upstream in several releases, and an operating system's tree. */
public final class SampleFiles {

  private static final String UPSTREAM = "vendor/sample/upstream";
  private static final String TRUNK = "vendor/sample/trunk";
  private static final String XEN_PATCHES = "local-patches/xen";
  private static final String PATCHES = "local-patches/sample";

  private final ConfigFiles builtIn;

  public SampleFiles(ConfigFiles builtIn) {
    this.builtIn = builtIn;
  }

  public List<String> releases() {
    return builtIn.list(UPSTREAM);
  }

  public HeaderTree release(String version) {
    return tree(UPSTREAM + '/' + version);
  }

  /** The operating system's tree before the story begins. */
  public HeaderTree trunk() {
    return tree(TRUNK);
  }

  /** The same tree, whose keepers have declared their changes; they are those that Xen's have. */
  public HeaderTree declaredTrunk() {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>(trunk().files());
    tree(XEN_PATCHES).under(HeaderPath.of(PATCHES)).files().forEach(files::put);
    return HeaderTree.of(files);
  }

  private HeaderTree tree(String folder) {
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    collect(folder, "", files);
    return HeaderTree.of(files);
  }

  private void collect(String folder, String below, Map<HeaderPath, HeaderFile> files) {
    for (String name : builtIn.list(folder + below)) {
      String path = below + '/' + name;
      if (builtIn.list(folder + path).isEmpty()) {
        byte[] bytes = builtIn.read(folder + path).orElseThrow();
        files.put(HeaderPath.of(path.substring(1)), HeaderFile.regular(bytes));
      } else {
        collect(folder, path, files);
      }
    }
  }
}
