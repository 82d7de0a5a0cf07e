package dev.xenvendor.cli.command.inspect;

import dev.xenvendor.c.include.MissingInclude;
import dev.xenvendor.check.inspection.Inspection;
import dev.xenvendor.cli.command.Command;
import dev.xenvendor.cli.command.Context;
import dev.xenvendor.cli.command.Workspace;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.cli.console.ReportFiles;
import dev.xenvendor.cli.option.Argument;
import dev.xenvendor.cli.option.ComparedReleases;
import dev.xenvendor.impact.Impact;
import dev.xenvendor.impact.ImpactReport;
import dev.xenvendor.impact.ImpactReport.Baseline;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.Progress;
import dev.xenvendor.report.html.HtmlReport;
import dev.xenvendor.report.html.ImpactSection;
import dev.xenvendor.report.impact.ImpactRendering;
import dev.xenvendor.tree.HeaderTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the benefits and costs of an update. */
public final class ImpactCommand extends Command {

  /** The update, missing includes, the baseline. */
  private static final int STEPS = 3;

  private final Argument<List<Version>> named =
      syntax.values(
          "0..2",
          "RELEASE",
          Version.class,
          "The old and the new release, e.g. 3.1.0 3.3.0; a single one is the new one.");

  private final Argument<Version> required =
      syntax.option(
          "--baseline",
          "V",
          Version.class,
          "Assume this baseline instead of the profile's, and show the difference.");

  private final ReportFiles reports = ReportFiles.usual(syntax);

  public ImpactCommand(Context context) {
    super(
        context,
        "impact",
        "Show what an update brings, and what it costs the code that uses the headers.",
        "Default: from the last merged release to the newest imported one.");
  }

  @Override
  public Integer call() {
    reports.requireWritable(context.directory());
    try (Workspace workspace = context.open()) {
      Inspection tree = context.inspection(context.present(workspace));
      ImpactReport report = report(tree);
      ImpactRendering rendering = new ImpactRendering(report);
      context.show(rendering);
      context.write(
          reports,
          HtmlReport.of(rendering, ImpactSection.title(report), () -> ImpactSection.of(report)));
      return ExitCode.DONE;
    }
  }

  private List<Version> releases(Inspection tree) {
    return named.given().orElse(List.of()).stream()
        .map(tree.downstream().config()::spelledAsPinned)
        .toList();
  }

  /** The update from one release to another, with the profile's baseline. */
  public static ImpactReport report(Inspection tree, Version from, Version to) {
    return new ImpactReport(
        tree.vendor(),
        tree.impact().consumers(),
        tree.askedInterfaces(),
        Optional.of(tree.impact().update(from, to)),
        List.of(),
        configuredBaseline(tree).map(version -> tree.impact().baseline(version, List.of(from, to))),
        tree.impact().unread(List.of(from, to)));
  }

  private static Optional<Version> configuredBaseline(Inspection tree) {
    return tree.vendor().checks().baseline().map(tree.downstream().config()::spelledAsPinned);
  }

  private ImpactReport report(Inspection tree) {
    Progress progress = context.steadyProgress();
    progress.begin("Reading consumers", STEPS);
    try {
      return report(tree, progress);
    } finally {
      progress.end();
    }
  }

  private ImpactReport report(Inspection tree, Progress progress) {
    Impact impact = tree.impact();
    List<Version> releases = releases(tree);
    boolean onlyBaseline = releases.isEmpty() && required.given().isPresent();
    Optional<ImpactReport.Update> update =
        onlyBaseline ? Optional.empty() : Optional.of(update(releases, tree));
    List<Version> used =
        update
            .map(u -> List.of(u.from(), u.to()))
            .orElseGet(() -> List.of(ComparedReleases.merged(tree, "impact")));
    progress.advance(1);
    List<MissingInclude> missing = update.map(u -> missingIncludes(tree, u.to())).orElse(List.of());
    progress.advance(1);
    Optional<Baseline> baseline = baseline(tree, used);
    progress.advance(1);
    List<Version> asked =
        Stream.concat(used.stream(), baseline.map(Baseline::version).stream()).toList();
    return new ImpactReport(
        tree.vendor(),
        impact.consumers(),
        tree.askedInterfaces(),
        update,
        missing,
        baseline,
        impact.unread(asked));
  }

  /** By the headers of an imported release, else by what is recorded of it. */
  private static List<MissingInclude> missingIncludes(Inspection tree, Version release) {
    List<MissingInclude> missing =
        tree.downstream()
            .config()
            .find(release)
            .flatMap(manifest -> imported(tree, manifest))
            .orElseGet(() -> tree.impact().missingIncludes(release));
    // What include lets in by now comes with the next import.
    return missing.stream().filter(one -> !tree.vendor().files().test(one.included())).toList();
  }

  private static Optional<List<MissingInclude>> imported(Inspection tree, Manifest manifest) {
    return tree.downstream()
        .branch()
        .published(manifest.version())
        .map(headers -> missingIn(headers, manifest, tree.vendor()));
  }

  private static List<MissingInclude> missingIn(
      HeaderTree headers, Manifest manifest, Vendor vendor) {
    return MissingInclude.in(headers, manifest.files().keySet(), vendor.checks().abi());
  }

  private static ImpactReport.Update update(List<Version> releases, Inspection tree) {
    ComparedReleases<Version> compared =
        ComparedReleases.of(
            "impact",
            releases,
            () -> ComparedReleases.merged(tree, "impact"),
            () -> ComparedReleases.newest(tree, "impact"));
    if (compared.from().equals(compared.to())) {
      throw Problem.usage(tree.vendor().title(compared.to()) + " is compared with itself")
          .hint("name the release to update to: xenvendor impact " + compared.to() + " VERSION");
    }
    return tree.impact().update(compared.from(), compared.to());
  }

  private Optional<Baseline> baseline(Inspection tree, List<Version> used) {
    Impact impact = tree.impact();
    Optional<Version> configured = configuredBaseline(tree);
    if (required.given().isEmpty()) {
      return configured.map(version -> impact.baseline(version, used));
    }
    Version asked = tree.downstream().config().spelledAsPinned(required.value());
    return Optional.of(
        configured
            .filter(version -> !version.equals(asked))
            .map(version -> impact.baseline(asked, version, used))
            .orElseGet(() -> impact.baseline(asked, used)));
  }
}
