package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.UsedTags;
import dev.xenvendor.cvs.thirdparty.ThirdParty;
import dev.xenvendor.profile.Version;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.release.branch.ReleaseReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the import of a release into a CVS repository, command by command. */
public final class CvsPlan {

  private final VendorConfig config;
  private final CvsRepository repository;
  private final CvsLocation place;
  private final String options;
  private final Optional<Version> namedBase;

  /**
   * A plan.
   *
   * @param namedBase the release that trunk comes from, if the user names it
   * @param options the options of xenvendor that name the configuration, from a folder below
   */
  public CvsPlan(
      VendorConfig config,
      CvsRepository repository,
      CvsLocation place,
      String options,
      Optional<Version> namedBase) {
    this.namedBase = namedBase;
    this.options = options;
    this.config = config;
    this.repository = repository;
    this.place = place;
  }

  public CvsPlanReport run(Version version, LocalDate today) {
    ReleaseReader.requirePinned(config, version);
    CvsSurvey survey = new ImportPreflight(config, repository, place, namedBase).survey(version);
    Manifest manifest = config.find(survey.version()).orElseThrow();
    int files = manifest.only(config.vendor().files()).files().size();
    int there = survey.history().tagged(survey.releaseTag()).size();
    ThirdParty thirdParty =
        new ThirdParty(
            config,
            survey.version(),
            new UsedTags(survey.vendorTag(), survey.releaseTag()),
            today,
            Map.of());
    return new CvsPlanReport(
        survey,
        files,
        there,
        reasons(survey),
        new PlanSteps(survey, manifest, options).all(there < files),
        thirdParty.lines());
  }

  /** The answer to the question that was left open when the headers were last updated. */
  private static List<String> reasons(CvsSurvey survey) {
    List<String> reasons = new ArrayList<>();
    String vendor = survey.vendorTag();
    reasons.add(
        survey
            .branch()
            .map(
                branch ->
                    vendor
                        + ": the tag of the previous imports, branch "
                        + branch.number()
                        + " in "
                        + branch.files()
                        + " files; CVS continues a vendor branch only under its own tag")
            .orElse(
                vendor
                    + ": the vendor's name in upper case; it names the branch of all releases, so"
                    + " it must never change"));
    reasons.add(
        survey.releaseTag()
            + (isProfiled(survey)
                ? ": the vendor in lower case and the version with dashes, because CVS allows no"
                    + " dots;"
                : ": the pattern of the previous releases;")
            + " each release has its own, so that a merge can name its base and its end");
    return reasons;
  }

  private static boolean isProfiled(CvsSurvey survey) {
    return survey.releaseTag().equals(survey.vendor().cvs().releaseTag(survey.version()));
  }
}
