package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.KeywordMode;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Checks the preconditions of an import, since CVS cannot undo one. */
final class ImportPreconditions {

  /** Folders that CVS needs for itself. */
  private static final Set<String> RESERVED = Set.of("CVS", "Attic");

  private ImportPreconditions() {}

  static void require(CvsSurvey survey, HeaderTree headers) {
    requireFiles(headers);
    requireKeywords(survey, headers);
    survey.base().ifPresent(base -> requireChangesOnTrunk(survey, base));
  }

  private static void requireFiles(HeaderTree headers) {
    SortedSet<HeaderPath> links = those(headers, (path, file) -> !file.mode().isFile());
    if (!links.isEmpty()) {
      throw Problem.repository("CVS does not support symbolic links: " + some(links))
          .hint("exclude them in vendor.yaml: exclude: [\"" + links.first() + "\"]");
    }
    SortedSet<HeaderPath> reserved =
        those(
            headers,
            (path, file) -> Arrays.stream(path.value().split("/")).anyMatch(RESERVED::contains));
    if (!reserved.isEmpty()) {
      throw Problem.repository("CVS reserves the names CVS and Attic: " + some(reserved))
          .hint("exclude them in vendor.yaml: exclude: [\"" + reserved.first() + "\"]");
    }
  }

  /** An import sets how keywords are expanded only in files that it makes. */
  private static void requireKeywords(CvsSurvey survey, HeaderTree headers) {
    SortedSet<HeaderPath> expanded =
        those(
            headers,
            (path, file) ->
                survey
                    .history()
                    .find(path)
                    .filter(there -> !KeywordMode.of(file).isKeptBy(there.keywords()))
                    .isPresent());
    if (!expanded.isEmpty()) {
      throw Problem.repository(
              "cvs would expand upstream's own keywords in "
                  + some(expanded)
                  + ", which the repository has without -ko")
          .hint("in a working copy: cvs admin -ko " + inWorkingCopy(survey, expanded.first()));
    }
  }

  private static void requireChangesOnTrunk(CvsSurvey survey, BaseRelease base) {
    SortedSet<HeaderPath> lost = base.alteredOnTrunk();
    if (!lost.isEmpty()) {
      throw Problem.repository(
              "the import would remove local changes from trunk: "
                  + base.tag().tag()
                  + " holds them in "
                  + some(lost)
                  + ", and trunk has no revision of its own for them")
          .hint(
              "create one first, in a working copy: cvs commit -f -m \"Keep local changes of "
                  + base.tag().tag()
                  + " on trunk\" "
                  + inWorkingCopy(survey, lost.first())
                  + (lost.size() > 1 ? " …" : "")
                  + "; all of them: xenvendor cvs plan "
                  + survey.version()
                  + survey.placeWords());
    }
  }

  private static String inWorkingCopy(CvsSurvey survey, HeaderPath header) {
    return survey.place().inWorkingCopy(survey.vendor().prefix().resolve(header));
  }

  private static SortedSet<HeaderPath> those(
      HeaderTree headers, BiPredicate<HeaderPath, HeaderFile> test) {
    SortedSet<HeaderPath> found = new TreeSet<>();
    headers
        .files()
        .forEach(
            (path, file) -> {
              if (test.test(path, file)) {
                found.add(path);
              }
            });
    return found;
  }

  private static String some(SortedSet<HeaderPath> paths) {
    return paths.size() == 1
        ? paths.first().value()
        : paths.size() + " files, first " + paths.first();
  }
}
