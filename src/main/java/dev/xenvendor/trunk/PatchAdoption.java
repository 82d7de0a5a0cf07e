package dev.xenvendor.trunk;

import dev.xenvendor.header.HeaderFile;
import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.header.HeaderTree;
import dev.xenvendor.patch.FoundPatches;
import dev.xenvendor.patch.PatchConfig;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.vendor.ConfigFiles;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the local patches that a tree is taken over with: its own where it has any, else those of
 * the program's that it shows.
 */
public final class PatchAdoption {

  /** Which of the program's own patches a tree without declarations gets. */
  public enum Choice {
    FOUND,
    ALL,
    NONE
  }

  /**
   * The choice made.
   *
   * @param written the files that declare them, to be committed
   */
  record Adopted(PatchSet patches, Map<HeaderPath, HeaderFile> written) {}

  private final VendorConfig config;
  private final boolean writeConfig;
  private final Choice choice;

  PatchAdoption(VendorConfig config, boolean writeConfig, Choice choice) {
    this.config = config;
    this.writeConfig = writeConfig;
    this.choice = choice;
  }

  Adopted choose(Version release, HeaderTree published, HeaderTree local) {
    String vendor = config.vendor().name();
    String folder = PatchConfig.folder(vendor);
    boolean asked = choice == Choice.ALL;
    if (!config.treeFiles().list(folder).isEmpty() || (config.ownProfile() && !asked)) {
      return new Adopted(load(config.treeFiles()), Map.of());
    }
    if (choice == Choice.NONE) {
      return new Adopted(PatchSet.NONE, Map.of());
    }
    PatchSet known = load(config.builtIn());
    PatchSet chosen = asked ? known : FoundPatches.in(known, release, published, local);
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    if (writeConfig) {
      PatchConfig.copies(vendor, config.builtIn(), chosen)
          .forEach(
              (name, bytes) ->
                  files.put(HeaderPath.of(folder + '/' + name), HeaderFile.regular(bytes)));
    }
    return new Adopted(chosen, files);
  }

  private PatchSet load(ConfigFiles files) {
    return PatchConfig.load(config.vendor().name(), files)
        .seenIn(TreeEnvironment.ofHeaders(config.vendor()));
  }
}
