package dev.xenvendor.patch.review;

import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TreeEnvironment;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.patch.file.PatchWriter;
import dev.xenvendor.patch.propose.LineEndHabits;
import dev.xenvendor.patch.residue.PatchDetector;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the local patches that a tree is taken over with: its own where it has any, else those of
 * the program's that it shows, and its line ends.
 */
public final class PatchAdoption {

  /** The choice among the program's own patches for a tree without declarations. */
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
  public record Adopted(PatchSet patches, Map<HeaderPath, HeaderFile> written) {}

  private final VendorConfig config;
  private final boolean writeConfig;
  private final Choice choice;

  public PatchAdoption(VendorConfig config, boolean writeConfig, Choice choice) {
    this.config = config;
    this.writeConfig = writeConfig;
    this.choice = choice;
  }

  /**
   * Refuses to declare patches of which there are none.
   *
   * @throws Problem where all are asked for, and neither the tree nor the program has one
   */
  public void requireKnown() {
    String folder = PatchConfig.folder(config.vendor().name());
    if (choice == Choice.ALL
        && config.treeFiles().list(folder).isEmpty()
        && load(config.builtIn()).patches().isEmpty()) {
      throw Problem.usage("the program has no local patches for " + config.vendor().name())
          .hint("omit --patches; xenvendor patches new declares what the tree changes");
    }
  }

  public Adopted choose(Version release, HeaderTree published, HeaderTree local) {
    String vendor = config.vendor().name();
    String folder = PatchConfig.folder(vendor);
    boolean asked = choice == Choice.ALL;
    if (!config.treeFiles().list(folder).isEmpty() || (config.ownProfile() && !asked)) {
      return new Adopted(load(config.treeFiles()), Map.of());
    }
    PatchSet chosen = chosen(release, published, local);
    PatchSet lineEnds = LineEndHabits.declare(published, local);
    Map<HeaderPath, HeaderFile> files = new TreeMap<>();
    if (writeConfig) {
      PatchConfig.copies(vendor, config.builtIn(), chosen)
          .forEach(
              (name, bytes) ->
                  files.put(HeaderPath.of(folder + '/' + name), HeaderFile.regular(bytes)));
      List<String> names = PatchConfig.newNames(vendor, config.builtIn(), lineEnds);
      for (int i = 0; i < names.size(); i++) {
        files.put(
            HeaderPath.of(names.get(i)),
            HeaderFile.regular(PatchWriter.write(lineEnds.patches().get(i))));
      }
    }
    return new Adopted(chosen.with(lineEnds), files);
  }

  private PatchSet chosen(Version release, HeaderTree published, HeaderTree local) {
    PatchSet known = load(config.builtIn());
    return switch (choice) {
      case NONE -> PatchSet.NONE;
      case ALL -> known;
      case FOUND -> PatchDetector.in(known, release, published, local);
    };
  }

  private PatchSet load(ConfigFiles files) {
    return PatchConfig.load(config.vendor().name(), files)
        .seenIn(TreeEnvironment.ofHeaders(config.vendor()));
  }
}
