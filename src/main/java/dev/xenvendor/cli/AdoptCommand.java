package dev.xenvendor.cli;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.AdoptRendering;
import dev.xenvendor.trunk.Adopt;
import dev.xenvendor.trunk.PatchAdoption.Choice;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "adopt",
    description = {
      "Take over a tree that holds headers already.",
      "Finds which release they came from, starts the vendor branch there, and records that in"
          + " trunk without changing a header."
    })
final class AdoptCommand implements Callable<Integer> {

  private final Context context;

  @Mixin SourceOptions source = new SourceOptions();

  @Option(
      names = "--prefix",
      paramLabel = "DIR",
      description = "The folder of the headers in the tree, where it is not the profile's.")
  @Nullable String prefix;

  @Option(
      names = "--baseline",
      paramLabel = "VERSION",
      description = "The release the headers came from, where you know it.",
      converter = VersionConverter.class)
  @Nullable Version baseline;

  @Option(
      names = "--no-join",
      description = "Leave no merge commit; the record in trunk alone tells the base.")
  boolean noJoin;

  @Option(
      names = "--patches",
      paramLabel = "WHICH",
      description = {
        "Which of the program's own local patches to declare in the tree: netbsd for all of them,",
        "none, or (without the option) those that the headers show."
      })
  @Nullable PatchChoice patches;

  /** What the option may be, in the user's words. */
  enum PatchChoice {
    NETBSD("netbsd", Choice.ALL),
    NONE("none", Choice.NONE);

    private final String word;
    private final Choice choice;

    PatchChoice(String word, Choice choice) {
      this.word = word;
      this.choice = choice;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  AdoptCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.openToWrite()) {
      VendorConfig config = withPrefix(context.config(workspace));
      if (source.ref != null && baseline == null) {
        throw Problem.usage("--ref says where the baseline is, but no --baseline says what it is")
            .hint("--baseline VERSION --ref " + source.ref);
      }
      Adopt adopt =
          new Adopt(
              config, workspace::branch, workspace.trunk(), context.lineDiff(), context.progress());
      Adopt.Request request =
          new Adopt.Request(
              Optional.ofNullable(baseline),
              source.ref(),
              !noJoin,
              context.options().config == null,
              patches == null ? Choice.FOUND : patches.choice);
      context.show(new AdoptRendering(adopt.run(request, context.source(source.from, config))));
      return ExitCode.DONE;
    }
  }

  private VendorConfig withPrefix(VendorConfig config) {
    if (prefix == null) {
      return config;
    }
    String folder = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    try {
      Vendor vendor = config.vendor();
      HeaderPath path = HeaderPath.of(folder);
      if (config.ownProfile() && !path.equals(vendor.prefix())) {
        throw Problem.usage("the tree's vendor.yaml says prefix: " + vendor.prefix())
            .hint("change it there, or leave --prefix out");
      }
      return config.with(vendor.withPrefix(path));
    } catch (IllegalArgumentException e) {
      throw Problem.usage("not a folder in the tree: '" + prefix + "' (" + e.getMessage() + ")")
          .hint("name it from the root of the tree: --prefix " + config.vendor().prefix())
          .because(e);
    }
  }
}
