package dev.xenvendor.cli;

import dev.xenvendor.header.HeaderPath;
import dev.xenvendor.patch.PatchSet;
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
import dev.xenvendor.trunk.VerifyPatches;
import dev.xenvendor.vendor.Vendor;
import dev.xenvendor.vendor.VendorConfig;
import dev.xenvendor.vendor.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "patches", description = "Show how trunk carries the local patches.")
final class PatchesCommand implements Callable<Integer> {

  private final Context context;

  PatchesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = context.open()) {
      context.show(new PatchesRendering(review(context, workspace)));
      return ExitCode.DONE;
    }
  }

  private static PatchesReport review(Context context, Workspace workspace) {
    VendorConfig config = context.config(workspace);
    return new PatchReview(
            config.vendor(),
            context.patches(config),
            workspace.branch(config.vendor()),
            workspace.trunk(),
            context.lineDiff())
        .run();
  }

  @Command(name = "show", description = "Show one local patch: what, why, and where trunk has it.")
  static final class Show implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "ID", description = "The patch.")
    String id = "";

    Show(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        PatchExport.required(context.patches(config), id);
        PatchReport report = review(context, workspace).find(id);
        context.show(new PatchRendering(config.vendor(), report));
        return ExitCode.DONE;
      }
    }
  }

  @Command(
      name = "verify",
      description = {
        "Check the local patches: against every imported release, against each other, and in trunk."
      })
  static final class Verify implements Callable<Integer> {

    private final Context context;

    Verify(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        Vendor vendor = config.vendor();
        VerifyPatches.Report report =
            new VerifyPatches(context.patches(config), workspace.branch(vendor))
                .run(review(context, workspace));
        context.show(new VerifyPatchesRendering(report));
        return report.isClean() ? ExitCode.DONE : ExitCode.FINDING;
      }
    }
  }

  @Command(
      name = "new",
      description = {
        "Declare undeclared edits: writes a local patch for each, of the most specific kind that"
            + " reproduces it."
      })
  static final class New implements Callable<Integer> {

    private final Context context;

    @Parameters(
        paramLabel = "PATH",
        arity = "0..*",
        description = "Only these headers, from the root of the tree or from the headers' folder.")
    List<String> paths = new ArrayList<>();

    @Option(
        names = "--from-conflict",
        paramLabel = "N",
        description = "Only the header of this conflict, as `xenvendor conflicts` numbers them.")
    @Nullable Integer conflict;

    @Option(
        names = {"-n", "--dry-run"},
        description = "Say what would be declared, and write nothing.")
    boolean dryRun;

    New(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        PatchSet patches = context.patches(config);
        DeclareResidue declare =
            new DeclareResidue(
                config,
                patches,
                workspace.branch(config.vendor()),
                workspace.trunk(),
                context.lineDiff());
        DeclareResidue.Report report = declare.run(only(workspace, config.vendor()));
        if (!dryRun) {
          NewFiles.write(context.configFolder(workspace), report.files());
        }
        context.show(new DeclareRendering(report, dryRun));
        return ExitCode.DONE;
      }
    }

    private Set<HeaderPath> only(Workspace workspace, Vendor vendor) {
      Set<HeaderPath> only = new TreeSet<>();
      for (String path : paths) {
        HeaderPath inTree = TreePaths.inTree(path, context.directory(), workspace.root());
        only.add(inTree.below(vendor.prefix()).orElse(inTree));
      }
      if (conflict != null) {
        only.add(conflicting(workspace, vendor, conflict));
      }
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

  @Command(
      name = "export",
      description = "Write a local patch as a git patch against upstream's tree, to send it.")
  static final class Export implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "ID", description = "The patch.")
    String id = "";

    @Option(
        names = "--release",
        paramLabel = "VERSION",
        description =
            "The imported release it is to be against; the newest that the patch is for, where none"
                + " is named.",
        converter = VersionConverter.class)
    @Nullable Version release;

    Export(Context context) {
      this.context = context;
    }

    @Override
    public Integer call() {
      try (Workspace workspace = context.open()) {
        VendorConfig config = context.config(workspace);
        PatchExport export =
            new PatchExport(
                config.vendor(), context.patches(config), workspace.branch(config.vendor()));
        context.show(
            new ExportRendering(
                export.run(id, Optional.ofNullable(release)), workspace.identity()));
        return ExitCode.DONE;
      }
    }
  }
}
