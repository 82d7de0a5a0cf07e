package dev.xenvendor.cli.command.release;

import dev.xenvendor.adopt.Adopt;
import dev.xenvendor.adopt.AdoptReport;
import dev.xenvendor.cli.command.ChosenSource;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.GitWorkspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.CommitChoices;
import dev.xenvendor.cli.option.Flag;
import dev.xenvendor.cli.option.PinOption;
import dev.xenvendor.cli.option.SourceOptions;
import dev.xenvendor.cli.option.VersionConverter;
import dev.xenvendor.patch.review.PatchAdoption.Choice;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.OpenedSource;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.report.release.AdoptRendering;
import dev.xenvendor.tree.HeaderPath;
import java.util.Optional;

/** The command {@code adopt}, which takes over a tree that already contains headers. */
public final class AdoptCommand extends Command {

  private final SourceOptions source = new SourceOptions(syntax);

  private final Argument<String> prefix =
      syntax.option(
          "--prefix",
          "DIR",
          String.class,
          "The folder of the headers in the tree. Default: the profile's.");

  private final Argument<Baseline> baseline =
      syntax.option(
          "--baseline",
          "VERSION",
          Baseline.class,
          "The release that the headers came from: any that the source has a tag for, or nearest"
              + " for the nearest commit of the source. Default: the nearest release.");

  private final Flag noJoin =
      syntax.flag(
          "--no-join", "Create no merge commit; the record in trunk alone determines the base.");

  private final Argument<PatchChoice> patches =
      syntax.option(
          "--patches",
          "WHICH",
          PatchChoice.class,
          "The built-in local patches to declare in the tree: netbsd for all of them, or none.",
          "Default: those that the headers contain.");

  private final PinOption pin = new PinOption(syntax);
  private final CommitChoices commit = CommitChoices.ofTrunk(syntax);

  /** The release that --baseline names; none for the nearest commit. */
  public record Baseline(Optional<Version> version) {

    private static final String NEAREST = "nearest";

    public static Baseline of(String text) {
      return new Baseline(
          text.equals(NEAREST)
              ? Optional.empty()
              : Optional.of(new VersionConverter().convert(text)));
    }
  }

  /** The values of the option. */
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

  public AdoptCommand(Context context) {
    super(
        context,
        "adopt",
        "Adopt a tree that already contains headers.",
        "Determines the release that they came from, starts the vendor branch there, and records it"
            + " in trunk without changing a header.");
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openToWrite(commit.options())) {
      VendorConfig own = context.declaredConfig(workspace);
      VendorConfig config = prefix.given().map(folder -> withPrefix(own, folder)).orElse(own);
      Optional<Version> named = baseline.given().flatMap(Baseline::version);
      if (source.ref().isPresent() && named.isEmpty()) {
        throw Problem.usage("--ref requires --baseline, the version of the baseline")
            .hint("--baseline VERSION --ref " + source.ref().get());
      }
      Adopt adopt = new Adopt(config, workspace::branch, workspace.trunk(), context.progress());
      Adopt.Request request =
          new Adopt.Request(
              named,
              baseline.given().isPresent() && named.isEmpty(),
              source.ref(),
              !noJoin.isSet(),
              context.options().config().isEmpty(),
              patches.given().map(which -> which.choice).orElse(Choice.FOUND),
              pin.isWanted());
      ChosenSource chosen = context.source(source.from(), workspace, config.vendor());
      try (OpenedSource opened = new OpenedSource(chosen)) {
        AdoptReport report = adopt.run(request, opened);
        Optional<String> remembered = workspace.rememberedSource(config.vendor());
        context.showAdopted(
            new AdoptRendering(
                report,
                chosen.toRemember(opened, remembered),
                chosen.update(opened),
                !config.vendor().prefix().equals(own.vendor().prefix())),
            config.vendor(),
            workspace);
        return ExitCode.DONE;
      }
    }
  }

  private static VendorConfig withPrefix(VendorConfig config, String prefix) {
    String folder = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    if (folder.equals(".") || folder.isEmpty()) {
      throw Problem.usage(
              "the headers cannot be at the root of the tree: all its files would count as headers")
          .hint(
              "move them into a folder of their own (git mv), commit, and name it: --prefix"
                  + " include");
    }
    try {
      Vendor vendor = config.vendor();
      HeaderPath path = HeaderPath.of(folder);
      if (config.ownProfile() && !path.equals(vendor.prefix())) {
        throw Problem.usage("the tree's vendor.yaml says prefix: " + vendor.prefix())
            .hint("change it there, or omit --prefix");
      }
      return config.with(vendor.withPrefix(path));
    } catch (IllegalArgumentException e) {
      throw Problem.usage("not a folder in the tree: '" + prefix + "' (" + e.getMessage() + ")")
          .hint("name it relative to the root of the tree: --prefix " + config.vendor().prefix())
          .because(e);
    }
  }
}
