package dev.xenvendor.patch.file;

import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.problem.FilePlace;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.ConfigFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Loads the local patches of a vendor: {@code local-patches/<vendor>/NNNN-<id>.yaml}. */
public final class PatchConfig {

  private static final String YAML = ".yaml";

  /** New patches leave room for others between them. */
  private static final int STEP = 10;

  /** The length of the number and the hyphen with which a file's name begins. */
  private static final int NUMBER = 5;

  private PatchConfig() {}

  /** The patches in one place, in the order of their file names. */
  public static PatchSet load(String vendor, ConfigFiles files) {
    String folder = folder(vendor);
    List<LocalPatch> patches = new ArrayList<>();
    Map<String, String> placeOfId = new HashMap<>();
    for (String name : files.list(folder)) {
      if (!name.endsWith(YAML)) {
        continue; // a template, or notes beside the patches
      }
      String path = folder + '/' + name;
      Optional<byte[]> yaml = files.read(path);
      if (yaml.isEmpty()) {
        continue;
      }
      LocalPatch patch =
          PatchYaml.read(files.nameOf(path), yaml.get(), file -> files.read(folder + '/' + file));
      requireName(files.nameOf(path), name, patch);
      String other = placeOfId.put(patch.id(), files.nameOf(path));
      if (other != null) {
        throw Problem.inputFile(
            FilePlace.of(files.nameOf(path)),
            "the id '" + patch.id() + "' is that of " + other + " as well");
      }
      patches.add(patch);
    }
    return new PatchSet(patches);
  }

  /**
   * Returns the files that declare the given patches, by their names, with their present content.
   */
  public static Map<String, byte[]> copies(String vendor, ConfigFiles files, PatchSet patches) {
    Map<String, byte[]> copies = new TreeMap<>();
    String folder = folder(vendor);
    for (String name : files.list(folder)) {
      if (name.length() > NUMBER && patches.find(idIn(name)).isPresent()) {
        copies.put(name, files.read(folder + '/' + name).orElseThrow());
      }
    }
    return copies;
  }

  /**
   * The names of files for new patches, after all that exist. Other files do not count: a half
   * written one that a killed run left keeps its name and is written again.
   */
  public static List<String> newNames(String vendor, ConfigFiles files, PatchSet patches) {
    int last =
        files.list(folder(vendor)).stream()
            .filter(name -> name.matches("\\d{4}-.+") && name.endsWith(YAML))
            .mapToInt(name -> Integer.parseInt(name.substring(0, NUMBER - 1)))
            .max()
            .orElse(0);
    List<String> names = new ArrayList<>();
    int number = last - last % STEP;
    for (LocalPatch patch : patches.patches()) {
      number += STEP;
      names.add(String.format("%s/%04d-%s%s", folder(vendor), number, patch.id(), YAML));
    }
    return names;
  }

  /** The id in a file's name, whatever the name ends in: a template has its patch's name. */
  private static String idIn(String name) {
    int dot = name.lastIndexOf('.');
    return name.substring(NUMBER, dot < NUMBER ? name.length() : dot);
  }

  public static String folder(String vendor) {
    return "local-patches/" + vendor;
  }

  private static void requireName(String shown, String name, LocalPatch patch) {
    if (!name.matches("\\d{4}-.+") || !name.substring(NUMBER).equals(patch.id() + YAML)) {
      throw Problem.inputFile(
              FilePlace.of(shown), "the file name does not match the patch '" + patch.id() + "'")
          .hint("it is four digits for the order, then the id: 0010-" + patch.id() + YAML);
    }
  }
}
