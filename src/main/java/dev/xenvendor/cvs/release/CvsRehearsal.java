package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.CvsFile;
import dev.xenvendor.cvs.CvsImportArguments;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.KeywordMode;
import dev.xenvendor.cvs.ScratchRepository;
import dev.xenvendor.cvs.ScratchRepository.PlainMerge;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A throw-away repository in which everything that the next import and merge depend on is as in the
 * real one: the base release on the vendor branch, trunk's own revisions, and how keywords are
 * expanded. It is made by {@code cvs} alone, so a repository on a server serves as well.
 */
final class CvsRehearsal {

  private static final String EXPANDED = KeywordMode.EXPAND.flag();

  private final CvsRepository repository;
  private final CvsSurvey survey;
  private final String folder;

  CvsRehearsal(CvsRepository repository, CvsSurvey survey) {
    this.repository = repository;
    this.survey = survey;
    this.folder = survey.place().headers();
  }

  CvsImportReport run(Function<CvsRepository, CvsImportReport> importing) {
    try (ScratchRepository scratch = repository.scratch()) {
      survey.base().ifPresent(base -> importBase(scratch.repository(), base));
      copyTrunk(scratch);
      CvsImportReport report = importing.apply(scratch.repository());
      Optional<PlainMerge> merge =
          survey.base().map(base -> scratch.merge(folder, base.tag().tag(), survey.releaseTag()));
      return report.rehearsed(survey, merge);
    }
  }

  private void importBase(CvsRepository there, BaseRelease base) {
    CvsImportArguments order = survey.order();
    String tag = base.tag().tag();
    there.importFiles(
        new CvsImportArguments(folder, order.vendorTag(), order.branch(), tag, "Import " + tag),
        KeywordMode.EXPAND,
        repository.stored(folder, tag));
  }

  private void copyTrunk(ScratchRepository scratch) {
    HeaderTree trunk =
        survey.history().isEmpty() ? HeaderTree.EMPTY : repository.storedTrunk(folder);
    scratch.commitToTrunk(folder, trunk.only(path -> !comesWithBase(path)), removed());
    Map<HeaderPath, String> modes = new TreeMap<>();
    for (CvsFile file : survey.history().files().values()) {
      if (trunk.contains(file.path()) && !file.keywords().equals(EXPANDED)) {
        modes.put(file.path(), file.keywords());
      }
    }
    scratch.setKeywords(folder, modes);
  }

  /**
   * Returns whether trunk has a file for no other reason than that it was imported with the base.
   */
  private boolean comesWithBase(HeaderPath path) {
    return survey
        .history()
        .find(path)
        .filter(file -> file.isAsImported() && isOfBase(file))
        .isPresent();
  }

  private boolean isOfBase(CvsFile file) {
    return survey.base().filter(base -> file.has(base.tag().tag())).isPresent();
  }

  /** The files of the base that trunk has removed. */
  private SortedSet<HeaderPath> removed() {
    SortedSet<HeaderPath> removed = new TreeSet<>();
    for (CvsFile file : survey.history().files().values()) {
      if (file.dead() && isOfBase(file)) {
        removed.add(file.path());
      }
    }
    return removed;
  }
}
