package dev.xenvendor.cli.command.release;

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
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.ImportedRelease;
import dev.xenvendor.release.OpenedSource;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.ImportRelease;
import dev.xenvendor.release.branch.ImportReport;
import dev.xenvendor.release.branch.UndoImport;
import dev.xenvendor.release.branch.VendorBranch;
import dev.xenvendor.report.release.ImportRendering;
import dev.xenvendor.report.release.UndoImportRendering;
import dev.xenvendor.resolution.ResolutionStore;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;

/** The command {@code import}, which puts a pristine release onto the vendor branch and tags it. */
public final class ImportCommand extends Command {

  private final Argument<Version> version =
      syntax.optionalParameter(
          "VERSION",
          Version.class,
          "The release, e.g. 3.3.0. Default with --ref: named by the nearest tag before that"
              + " commit.");

  private final SourceOptions source = new SourceOptions(syntax);

  private final Flag backfill =
      syntax.flag("--backfill", "Import an older release below those already imported.");

  private final Flag undo =
      syntax.flag("--undo", "Undo the newest import, if it is neither merged nor pushed.");

  private final PinOption pin = new PinOption(syntax);
  private final CommitChoices commit = CommitChoices.ofVendorBranch(syntax);

  public ImportCommand(Context context) {
    super(
        context,
        "import",
        "Import a pristine release onto the vendor branch and tag it.",
        "Never changes trunk, the index or the work tree.");
  }

  @Override
  public Integer call() {
    try (GitWorkspace workspace = context.openToWrite(commit.options())) {
      VendorConfig config = context.config(workspace);
      VendorBranch branch = workspace.branch(config.vendor());
      if (undo.isSet()) {
        ImportedRelease undone = new UndoImport(config, branch).run(version.given());
        context.show(new UndoImportRendering(config.vendor(), undone));
        return ExitCode.DONE;
      }
      Vendor vendor = config.vendor();
      ChosenSource chosen = context.source(source.from(), workspace, vendor);
      try (OpenedSource opened = new OpenedSource(chosen)) {
        ImportReport report = run(new ImportRelease(config, branch), opened);
        Optional<String> remember =
            report.sincePrevious().isPresent()
                ? Optional.empty()
                : chosen.toRemember(opened, workspace.rememberedSource(vendor));
        context.show(shown(report, config, workspace, remember));
        return ExitCode.DONE;
      }
    }
  }

  /** Returns how an import is shown, beside what the tree has. */
  public static ImportRendering shown(
      ImportReport report, VendorConfig config, GitWorkspace workspace, Optional<String> remember) {
    Vendor vendor = report.vendor();
    List<HeaderPath> hidden =
        report.leftOut().isEmpty()
            ? List.of()
            : report.hiddenBy(workspace.present(vendor).tree(vendor.prefix()));
    ResolutionStore resolutions = workspace.trunk().resolutions(vendor);
    Optional<String> kept =
        resolutions.isThere() ? Optional.of(resolutions.ref()) : Optional.empty();
    return new ImportRendering(report, profile(config, report), hidden, remember, kept);
  }

  private ImportReport run(ImportRelease importer, OpenedSource from) {
    if (version.given().isEmpty() && source.ref().isPresent()) {
      return importer.run(source.ref().get(), backfill.isSet(), pin.isWanted(), from);
    }
    return importer.run(
        new ImportRelease.Request(release(), source.ref(), backfill.isSet(), pin.isWanted()), from);
  }

  /** Whose profile served, of a first import into a tree without one of its own. */
  private static Optional<String> profile(VendorConfig config, ImportReport report) {
    boolean first =
        report.result() == ImportReport.Result.IMPORTED && report.sincePrevious().isEmpty();
    if (config.ownProfile() || !first) {
      return Optional.empty();
    }
    return Optional.of(
        config.isNeutral()
            ? "without local patches"
            : config.vendor().localName().map(name -> "for " + name).orElse("as it comes"));
  }

  private Version release() {
    return version
        .given()
        .orElseThrow(
            () -> Problem.usage("missing: VERSION").hint("xenvendor import VERSION --from SOURCE"));
  }
}
