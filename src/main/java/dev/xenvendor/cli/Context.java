package dev.xenvendor.cli;

import dev.xenvendor.cheader.LayoutProbe;
import dev.xenvendor.header.LineDiff;
import dev.xenvendor.patch.PatchConfig;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.Report;
import dev.xenvendor.vendor.ConfigFiles;
import dev.xenvendor.vendor.Progress;
import dev.xenvendor.vendor.Source;
import dev.xenvendor.vendor.VendorConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with: the console, the global options and the wiring. */
final class Context {

  private static final String DEFAULT_VENDOR = "xen";

  private final Console console;
  private final Wiring wiring;
  private final GlobalOptions options;

  Context(Console console, Wiring wiring, GlobalOptions options) {
    this.console = console;
    this.wiring = wiring;
    this.options = options;
  }

  Console console() {
    return console;
  }

  Wiring wiring() {
    return wiring;
  }

  GlobalOptions options() {
    return options;
  }

  LineDiff lineDiff() {
    return wiring.lineDiff();
  }

  Supplier<LayoutProbe> layoutProbe() {
    return wiring::layoutProbe;
  }

  Progress progress() {
    return console.progress();
  }

  Path directory() {
    return options.directory.toAbsolutePath().normalize();
  }

  Workspace open() {
    return wiring.open(directory());
  }

  Workspace openToWrite() {
    return wiring.openToWrite(directory());
  }

  /** The vendor's configuration: from --config, the tree, or the program. */
  VendorConfig config(Workspace workspace) {
    return config(configFiles(workspace));
  }

  /** The same for a tree that is no git repository. */
  VendorConfig configIn(Path root) {
    Path folder = options.config == null ? root : directory().resolve(options.config);
    return config(wiring.configIn(folder, directory()));
  }

  private VendorConfig config(ConfigFiles tree) {
    return VendorConfig.load(vendorName(tree), tree, wiring.builtInConfig());
  }

  PatchSet patches(VendorConfig config) {
    String folder = PatchConfig.folder(config.vendor().name());
    return PatchConfig.load(config.vendor().name(), config.patchFiles(folder));
  }

  /** Where the tree's own configuration is, and where new parts of it go. */
  Path configFolder(Workspace workspace) {
    return options.config == null ? workspace.root() : directory().resolve(options.config);
  }

  private ConfigFiles configFiles(Workspace workspace) {
    if (options.config == null) {
      return workspace.configFiles();
    }
    return wiring.configIn(directory().resolve(options.config), directory());
  }

  private String vendorName(ConfigFiles tree) {
    if (options.vendor != null) {
      return options.vendor;
    }
    SortedSet<String> names = VendorConfig.names(List.of(tree));
    if (names.contains(DEFAULT_VENDOR)) {
      return DEFAULT_VENDOR;
    }
    if (names.size() > 1) {
      throw Problem.usage("the tree has several vendors: " + String.join(", ", names))
          .hint("name one: --vendor " + names.first());
    }
    return names.isEmpty() ? DEFAULT_VENDOR : names.first();
  }

  /** The source the user named, else the one the profile names. */
  Supplier<Source> source(@Nullable String name, VendorConfig config) {
    String from = name == null ? config.vendor().upstream().url() : name;
    return () -> wiring.source(from, directory(), progress());
  }

  /** Shows a result in the format the user wants. */
  void show(Report report) {
    console.print(options.json() ? report.json() : report.text(options.style(console)));
  }
}
