package dev.xenvendor.impact.consumer;

import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The interface versions that the code of a tree requests: by a {@code #define} of {@code
 * __XEN_INTERFACE_VERSION__} in a consumer, or on the compiler's command line in a makefile or a
 * kernel configuration.
 *
 * @param known whether the headers have interface versions, and any code uses the headers
 * @param asked in the order of the files
 * @param byDefault whether some code requests none, and so gets the oldest
 */
public record RequestedVersions(boolean known, List<Asked> asked, boolean byDefault) {

  /** The version that the headers use if the consumer requests none. */
  public static final String NONE = "0x00000000";

  /**
   * A version that is asked for.
   *
   * @param version as in {@code 0x00030209}, or the macro for the newest
   */
  public record Asked(String version, HeaderPath path, int line) {

    public boolean isLatest() {
      return version.equals(InterfaceVersion.LATEST_MACRO);
    }
  }

  private static final RequestedVersions UNKNOWN = new RequestedVersions(false, List.of(), false);

  public RequestedVersions {
    asked = List.copyOf(asked);
  }

  /**
   * Looks for them.
   *
   * @param tree the headers and the code that uses them
   * @param builds makefiles and configurations, by their paths from the root of the tree
   */
  public static RequestedVersions of(ConsumerTree tree, HeaderTree builds) {
    if (tree.consumers().files().isEmpty() || InterfaceVersion.of(tree.headers()).isEmpty()) {
      return UNKNOWN;
    }
    BuildFiles settings = BuildFiles.of(builds);
    DefinedVersions defined = new DefinedVersions(tree, settings);
    List<Asked> asked = new ArrayList<>(defined.inHeaders());
    asked.addAll(settings.versions());
    boolean forAll = !asked.isEmpty();
    asked.addAll(defined.inSources());
    return new RequestedVersions(true, asked, !forAll);
  }

  /** All of them as C code has them, each once. */
  public Set<String> versions() {
    Set<String> versions = new TreeSet<>();
    asked.forEach(each -> versions.add(each.version()));
    if (byDefault) {
      versions.add(NONE);
    }
    return versions;
  }
}
