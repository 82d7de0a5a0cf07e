package dev.xenvendor.patch;

import dev.xenvendor.c.include.IncludeRoot;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.profile.AbiSettings;
import dev.xenvendor.profile.CheckSettings;
import dev.xenvendor.profile.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The environment of the vendor's headers in the operating system's tree, as the profile describes
 * it.
 */
public final class TreeEnvironment {

  private TreeEnvironment() {}

  /** Returns the environment of headers at their paths in the tree. */
  public static CEnvironment of(Vendor vendor) {
    AbiSettings settings = vendor.checks().abi();
    List<IncludeRoot> roots = new ArrayList<>();
    roots.add(IncludeRoot.at(vendor.prefix()));
    settings
        .includeDirs()
        .forEach((name, folder) -> roots.add(IncludeRoot.named(name, Optional.of(folder))));
    CEnvironment environment = identified(CEnvironment.system(), vendor.checks()).withRoots(roots);
    return settings.prelude().isEmpty()
        ? environment
        : environment.withPrelude(
            settings.prelude().stream().map(TreeEnvironment::line).collect(Collectors.joining()));
  }

  /** Returns the environment of the vendor's headers alone, with paths from the prefix. */
  public static CEnvironment ofHeaders(Vendor vendor) {
    return identified(CEnvironment.system(), vendor.checks());
  }

  /** With what the compiler of the tree defines, and not the one of this machine. */
  private static CEnvironment identified(CEnvironment environment, CheckSettings settings) {
    CEnvironment identified =
        environment.provide(settings.abi().provided()).withLimits(settings.limits());
    for (Map.Entry<String, Optional<String>> define : settings.abi().defines().entrySet()) {
      String name = define.getKey();
      Optional<String> value = define.getValue();
      identified =
          value.isPresent() ? identified.define(name, value.get()) : identified.undefine(name);
    }
    return identified;
  }

  /** A header's name is meant to be included; all else is C. */
  private static String line(String prelude) {
    boolean isName = prelude.endsWith(".h") && prelude.indexOf(' ') < 0;
    return (isName ? "#include <" + prelude + '>' : prelude) + '\n';
  }
}
