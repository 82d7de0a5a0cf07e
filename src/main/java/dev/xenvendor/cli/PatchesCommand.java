package dev.xenvendor.cli;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.Residue;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.report.DeclareRendering;
import dev.xenvendor.report.ExportRendering;
import dev.xenvendor.report.PatchRendering;
import dev.xenvendor.report.PatchesRendering;
import dev.xenvendor.report.VerifyPatchesRendering;
import dev.xenvendor.trunk.Conflicts;
import dev.xenvendor.trunk.DeclareResidue;
import dev.xenvendor.trunk.PatchExport;
import dev.xenvendor.trunk.PatchReport;
import dev.xenvendor.trunk.PatchReview;
import dev.xenvendor.trunk.PatchesReport;
import dev.xenvendor.trunk.TrunkView;
import dev.xenvendor.trunk.VerifyPatches;
import dev.xenvendor.vendor.LeftBehind;
import dev.xenvendor.vendor.Source;
import dev.xenvendor.vendor.SourceReleases;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class PatchesCommand implements Command {

  private final Syntax syntax =
      Syntax.of(this, "patches", "Show how trunk carries the local patches.");

  private final Context context;

  PatchesCommand(Context context) {
    this.context = context;
    syntax
        .with(new Show(context))
        .with(new Verify(context))
        .with(new New(context))
        .with(UpkeepCommand.apply(context))
        .with(UpkeepCommand.refresh(context))
        .with(UpkeepCommand.retire(context))
        .with(new Export(context));
  }

  @Override
  public Syntax syntax() {
    return syntax;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      PatchesReport report = review(context, workspace);
      context.show(
          new PatchesRendering(
              report,
              leftBehind(context.config(workspace), report.residue(), report.release()),
              workspace.present(report.vendor()).commands()));
      return ExitCode.DONE;
    }
  }

  private static List<LeftBehind> leftBehind(
      VendorConfig config, Residue residue, Version release) {
    return LeftBehind.in(
        config, release, residue.release().before().paths(), residue.local().before());
  }

  private static PatchesReport review(Context context, Workspace workspace) {
    VendorConfig config = context.config(workspace);
    return new PatchReview(
            config.vendor(),
            context.patches(config, workspace.branch(config.vendor())),
            workspace.branch(config.vendor()),
            workspace.present(config.vendor()),
            context.lineDiff())
        .run();
  }

  static final class Show implements Command {

    private final Syntax syntax =
        Syntax.of(this, "show", "Show one local patch: what, why, and where trunk has it.");

    private final Argument<String> id = syntax.parameter("ID", String.class, "The patch.");

    private final Context context;

    Show(Context context) {
      this.context = context;
    }

    @Override
    public Syntax syntax() {
      return syntax;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        PatchExport.required(
            context.patches(config, workspace.branch(config.vendor())), id.value());
        PatchReport report = review(context, workspace).find(id.value());
        context.show(new PatchRendering(config.vendor(), report));
        return ExitCode.DONE;
      }
    }
  }

  static final class Verify implements Command {

    private final Syntax syntax =
        Syntax.of(
            this,
            "verify",
            "Check the local patches: against every imported release, against each other, and in"
                + " trunk.");

    private final Context context;

    Verify(Context context) {
      this.context = context;
    }

    @Override
    public Syntax syntax() {
      return syntax;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        Vendor vendor = config.vendor();
        VerifyPatches.Report report =
            new VerifyPatches(
                    context.patches(config, workspace.branch(config.vendor())),
                    workspace.branch(vendor))
                .run(review(context, workspace));
        context.show(new VerifyPatchesRendering(report));
        return report.isClean() ? ExitCode.DONE : ExitCode.FINDING;
      }
    }
  }

  static final class New implements Command {

    private final Syntax syntax =
        Syntax.of(
            this,
            "new",
            "Declare undeclared edits: writes a local patch for each, of the most specific kind"
                + " that reproduces it.");

    private final Argument<List<String>> paths =
        syntax.words(
            "0..*",
            "PATH",
            "Only these headers, from the root of the tree or from the headers' folder.");

    private final Argument<Integer> conflict =
        syntax.option(
            "--from-conflict",
            "N",
            Integer.class,
            "Only the header of this conflict, as `xenvendor conflicts` numbers them.");

    private final Argument<String> from =
        syntax.option(
            "--from",
            "SOURCE",
            String.class,
            "A local source whose releases candidates are tried on, beside those on the vendor"
                + " branch.");

    private final Flag dryRun =
        syntax.flag(List.of("-n", "--dry-run"), "Say what would be declared, and write nothing.");

    private final Context context;

    New(Context context) {
      this.context = context;
    }

    @Override
    public Syntax syntax() {
      return syntax;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        PatchSet patches = context.patches(config, workspace.branch(config.vendor()));
        DeclareResidue declare =
            new DeclareResidue(
                config,
                patches,
                workspace.branch(config.vendor()),
                state(workspace, config.vendor()),
                context.lineDiff());
        DeclareResidue.Report report = run(declare, only(workspace, config.vendor()), config);
        if (!dryRun.isSet()) {
          NewFiles.write(context.configFolder(workspace), report.files());
        }
        context.show(new DeclareRendering(report, dryRun.isSet()));
        return ExitCode.DONE;
      }
    }

    private DeclareResidue.Report run(
        DeclareResidue declare, Set<HeaderPath> only, VendorConfig config) {
      if (from.given().isEmpty()) {
        return declare.run(only, Collections.emptySortedMap());
      }
      try (Source source = context.source(from.given(), config).get()) {
        if (source.isRemote()) {
          throw Problem.usage("--from " + source.name() + " is not on this machine")
              .hint("clone it, and name the clone");
        }
        return declare.run(only, SourceReleases.in(source, config));
      }
    }

    /** The work tree; while a merge waits, with markers in it, what is committed. */
    private static TrunkView state(Workspace workspace, Vendor vendor) {
      TrunkView present = workspace.present(vendor);
      return workspace.trunk().unfinishedMerge().isPresent() ? workspace.trunk() : present;
    }

    private Set<HeaderPath> only(Workspace workspace, Vendor vendor) {
      Set<HeaderPath> only = new TreeSet<>();
      for (String path : paths.given().orElse(List.of())) {
        HeaderPath inTree = TreePaths.inTree(path, context.directory(), workspace.root());
        only.add(inTree.below(vendor.prefix()).orElse(inTree));
      }
      conflict.given().ifPresent(number -> only.add(conflicting(workspace, vendor, number)));
      return only;
    }

    private HeaderPath conflicting(Workspace workspace, Vendor vendor, int number) {
      return new Conflicts(vendor, workspace.branch(vendor), workspace.trunk(), context.lineDiff())
          .left()
          .numbered(number)
          .flatMap(conflict -> conflict.path().below(vendor.prefix()))
          .orElseThrow(
              () ->
                  Problem.usage("there is no conflict " + number)
                      .hint("xenvendor conflicts numbers those that are left"));
    }
  }

  static final class Export implements Command {

    private final Syntax syntax =
        Syntax.of(
            this,
            "export",
            "Write a local patch as a git patch against upstream's tree, to send it.");

    private final Argument<String> id = syntax.parameter("ID", String.class, "The patch.");

    private final Argument<Version> release =
        syntax.option(
            "--release",
            "VERSION",
            Version.class,
            "The imported release it is to be against; the newest that the patch is for, where none"
                + " is named.");

    private final Context context;

    Export(Context context) {
      this.context = context;
    }

    @Override
    public Syntax syntax() {
      return syntax;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        PatchExport export =
            new PatchExport(
                config.vendor(),
                context.patches(config, workspace.branch(config.vendor())),
                workspace.branch(config.vendor()));
        context.show(
            new ExportRendering(export.run(id.value(), release.given()), workspace.identity()));
        return ExitCode.DONE;
      }
    }
  }
}
