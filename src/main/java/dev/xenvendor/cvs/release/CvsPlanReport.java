package dev.xenvendor.cvs.release;

import java.util.List;

/**
 * A plan for importing a release into a CVS repository and merging it into trunk.
 *
 * @param files how many files the release has here
 * @param alreadyThere how many of them have the release tag already
 * @param reasons why the tags are what they are
 * @param entry for {@code doc/3RDPARTY}, line by line
 */
public record CvsPlanReport(
    CvsSurvey survey,
    int files,
    int alreadyThere,
    List<String> reasons,
    List<CvsStep> steps,
    List<String> entry) {

  public CvsPlanReport {
    reasons = List.copyOf(reasons);
    steps = List.copyOf(steps);
    entry = List.copyOf(entry);
  }

  public boolean isImported() {
    return alreadyThere == files;
  }
}
