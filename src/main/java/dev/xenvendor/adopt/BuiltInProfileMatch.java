package dev.xenvendor.adopt;

import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Optional;

/**
 * Decides whether a tree is of the operating system of the built-in profile: it has that system's
 * folders, or its ident lines in the headers.
 */
public final class BuiltInProfileMatch {

  /** So many parts of the built-in prefix only that system has, as {@code sys/arch/xen}. */
  private static final int TELLING_PARTS = 3;

  private BuiltInProfileMatch() {}

  /**
   * Returns whether the built-in profile says of its operating system what does not hold in this
   * tree. A tree with a profile of its own says what holds.
   */
  public static boolean isAnother(VendorConfig config, TrunkView trunk) {
    Optional<Vendor> builtIn = config.builtInProfile();
    boolean isOfOneSystem =
        !config.builtIn().list(PatchConfig.folder(config.vendor().name())).isEmpty();
    if (config.ownProfile() || builtIn.isEmpty() || !isOfOneSystem) {
      return false;
    }
    return !hasFolder(config.vendor(), folder(builtIn.get().prefix()), trunk)
        && !hasIdents(trunk.tree(config.vendor().prefix()), builtIn.get());
  }

  /** Headers that a merge put there say nothing of the tree. */
  private static boolean hasFolder(Vendor vendor, HeaderPath folder, TrunkView trunk) {
    boolean merged = trunk.file(vendor.recordPath()).isPresent();
    return trunk.tree(folder).under(folder).paths().stream()
        .anyMatch(path -> !merged || !path.isBelow(vendor.prefix()));
  }

  private static HeaderPath folder(HeaderPath prefix) {
    String[] parts = prefix.value().split("/");
    int count = Math.min(parts.length, TELLING_PARTS);
    return HeaderPath.of(String.join("/", java.util.Arrays.copyOf(parts, count)));
  }

  private static boolean hasIdents(HeaderTree headers, Vendor builtIn) {
    return builtIn.localName().filter(name -> IdentKeyword.isIn(headers, name)).isPresent();
  }
}
