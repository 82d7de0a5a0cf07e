package dev.xenvendor.profile;

import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.PathSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings by which {@code check} compiles the headers.
 *
 * @param targets the machines, {@code i386} and {@code x86_64}
 * @param interfaceVersions the levels of compatibility that consumers ask for, as written
 * @param defines what the tree's own compiler predefines, by name, perhaps with parameters; without
 *     a value the name is not defined, even if the compiler on this machine predefines it
 * @param headers the tree's own headers, from its root, that consumers include by themselves
 * @param prelude what a consumer has before the headers: names of headers, or lines of C; where it
 *     is empty, what Xen's own headers expect
 * @param includeDirs the folders of the tree by what includes call them: with {@code xen} the
 *     header {@code <xen/io.h>} is {@code io.h} of the folder
 * @param provided the names that the tree itself defines for the headers to use
 */
public record AbiSettings(
    List<String> targets,
    List<String> interfaceVersions,
    Map<String, Optional<String>> defines,
    PathSet headers,
    List<String> prelude,
    Map<String, HeaderPath> includeDirs,
    Set<String> provided,
    List<Pair> pairs) {

  static final List<String> TARGETS = List.of("i386", "x86_64");

  static final PathSet NO_HEADERS = PathSet.of(List.of(), List.of());

  public static final AbiSettings DEFAULT =
      new AbiSettings(
          TARGETS, List.of(), Map.of(), NO_HEADERS, List.of(), Map.of(), Set.of(), List.of());

  /**
   * Types that must be laid out alike.
   *
   * @param type as C code refers to it, as in {@code struct page}
   * @param target its target
   * @param equals the type that it mirrors
   * @param of the target of that one
   */
  public record Pair(String type, String target, String equals, String of) {}

  public AbiSettings {
    targets = List.copyOf(targets);
    interfaceVersions = List.copyOf(interfaceVersions);
    defines = Map.copyOf(defines);
    prelude = List.copyOf(prelude);
    includeDirs = Map.copyOf(includeDirs);
    provided = Set.copyOf(provided);
    pairs = List.copyOf(pairs);
  }

  /** Returns the names that the headers may use: those that the tree or its compiler defines. */
  public Set<String> known() {
    Set<String> known = new HashSet<>(provided);
    defines.forEach(
        (name, value) -> value.ifPresent(v -> known.add(name.replaceFirst("\\(.*", ""))));
    return known;
  }

  /** Returns whether a header is, by its name, for machines only that nothing is compiled for. */
  public boolean isForeign(HeaderPath header) {
    String path = header.value();
    boolean isOfMachine = path.startsWith("arch-") || path.contains("/arch-");
    return (isOfMachine && (targets.isEmpty() || !path.contains("arch-x86")))
        || (path.contains("x86_32") && !targets.contains("i386"))
        || (path.contains("x86_64") && !targets.contains("x86_64"));
  }
}
