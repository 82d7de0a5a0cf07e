package dev.xenvendor.cvs.release;

import dev.xenvendor.cvs.BaseRelease;
import dev.xenvendor.cvs.KeywordMode;
import dev.xenvendor.problem.Shell;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.Manifest;
import dev.xenvendor.tree.GitId;
import dev.xenvendor.tree.HeaderPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The commands of a plan, as a shell takes them. */
final class PlanSteps {

  private final CvsSurvey survey;
  private final Manifest manifest;
  private final Vendor vendor;
  private final String cvs;
  private final String folder;
  private final String release;
  private final String options;

  /**
   * The commands for a release.
   *
   * @param options the options of xenvendor that name the configuration, from a folder below
   */
  PlanSteps(CvsSurvey survey, Manifest manifest, String options) {
    this.options = options;
    this.survey = survey;
    this.manifest = manifest;
    this.vendor = survey.vendor();
    this.cvs = "cvs -d " + Shell.quoted(survey.root().text());
    this.folder = Shell.quoted(survey.place().headers());
    this.release = vendor.name() + '-' + survey.version();
  }

  /**
   * The steps in order.
   *
   * @param importing whether the import is still to be done
   */
  List<CvsStep> all(boolean importing) {
    List<CvsStep> steps = new ArrayList<>();
    if (importing) {
      survey.base().flatMap(this::keepChanges).ifPresent(steps::add);
      steps.add(pristineFiles());
      steps.add(importing());
      steps.add(proof());
    }
    merge().ifPresent(steps::add);
    steps.add(thirdParty());
    return steps;
  }

  private CvsStep thirdParty() {
    String doc = survey.place().inRepository(Optional.of(HeaderPath.of("doc")));
    return CvsStep.of(
        "update doc/3RDPARTY, if the tree has one",
        cvs + " checkout -l -d 3rdparty " + Shell.quoted(doc),
        "(cd 3rdparty && xenvendor"
            + options
            + " cvs 3rdparty --module "
            + Shell.quoted(survey.place().tree().orElse("."))
            + ' '
            + survey.version()
            + " 3RDPARTY && cvs commit -m "
            + Shell.quoted(title() + " is imported")
            + " 3RDPARTY)");
  }

  private Optional<CvsStep> keepChanges(BaseRelease base) {
    if (base.alteredOnTrunk().isEmpty()) {
      return Optional.empty();
    }
    String files =
        base.alteredOnTrunk().stream()
            .map(path -> Shell.quoted(path.value()))
            .collect(Collectors.joining(" "));
    String tag = base.tag().tag();
    return Optional.of(
        CvsStep.of(
            "give trunk its own revision of the files that "
                + tag
                + " altered, or the import removes the change from trunk",
            cvs + " checkout -d keep " + folder,
            "(cd keep && cvs commit -f -m "
                + Shell.quoted("Keep local changes of " + tag + " on trunk")
                + " "
                + files
                + ")"));
  }

  private CvsStep pristineFiles() {
    String ref = manifest.ref().or(() -> manifest.commit().map(GitId::hex)).orElse("REF");
    List<String> commands = new ArrayList<>();
    commands.add(
        "mkdir "
            + release
            + " && git -C UPSTREAM.git archive "
            + Shell.quoted(ref + ":" + vendor.upstream().path())
            + " | tar -x -C "
            + release);
    SortedSet<HeaderPath> leftOut = leftOut();
    if (!leftOut.isEmpty()) {
      commands.add(
          leftOut.stream()
              .map(path -> Shell.quoted(release + "/" + path))
              .collect(Collectors.joining(" ", "rm -r ", "")));
    }
    return new CvsStep("get the pristine files from a clone of upstream's repository", commands);
  }

  /** The files that the tree does not import; whole folders if it imports none of their files. */
  private SortedSet<HeaderPath> leftOut() {
    Set<HeaderPath> kept = manifest.only(vendor.files()).files().keySet();
    SortedSet<HeaderPath> leftOut = new TreeSet<>();
    for (HeaderPath path : manifest.files().keySet()) {
      if (!kept.contains(path)) {
        leftOut.add(highestWithout(kept, path));
      }
    }
    return leftOut;
  }

  private static HeaderPath highestWithout(Set<HeaderPath> kept, HeaderPath path) {
    Optional<HeaderPath> parent = path.parent();
    return parent.isPresent() && kept.stream().noneMatch(file -> file.isBelow(parent.get()))
        ? highestWithout(kept, parent.get())
        : path;
  }

  private CvsStep importing() {
    String words =
        survey.order().words(KeywordMode.EXPAND).stream()
            .map(Shell::quoted)
            .collect(Collectors.joining(" "));
    return CvsStep.of(
        "import them (files with a keyword of upstream's, such as $Id$, separately, with -ko)",
        "(cd " + release + " && " + cvs + " " + words + ")");
  }

  private CvsStep proof() {
    return CvsStep.of(
        "verify it: there must be no difference",
        cvs + " export -r " + survey.releaseTag() + " -d proof " + folder,
        "diff -r " + release + " proof");
  }

  private Optional<CvsStep> merge() {
    if (survey.history().isEmpty()) {
      return Optional.empty();
    }
    boolean plain =
        survey.onTrunk().isEmpty()
            && survey.namedBase().isEmpty()
            && survey.base().filter(BaseRelease::isPristine).isPresent();
    String commit = "(cd merge && cvs commit -m " + Shell.quoted("Merge " + title()) + ")";
    if (!plain) {
      return Optional.of(
          CvsStep.of(
              "merge it into trunk, " + start(),
              cvs + " checkout -d merge " + folder,
              "(cd merge && xenvendor"
                  + options
                  + " cvs merge "
                  + survey.version()
                  + survey.baseWords()
                  + " --from UPSTREAM.git)",
              commit));
    }
    String base = survey.base().map(found -> found.tag().tag()).orElseThrow();
    return Optional.of(
        CvsStep.of(
            "merge upstream's changes since "
                + base
                + " into trunk, including removals; the second command shows conflicts as C",
            cvs + " checkout -d merge -j" + base + " -j" + survey.releaseTag() + " " + folder,
            "(cd merge && cvs -nq update)",
            commit));
  }

  private String start() {
    if (survey.namedBase().isPresent()) {
      return "from " + survey.namedBase().get() + ", as given by --base";
    }
    if (survey.onTrunk().isPresent()) {
      return "from " + survey.onTrunk().get() + ", the release of trunk, which has no tag";
    }
    return survey.base().isPresent()
        ? "from the release of the manifest, because the tag is not pristine"
        : "from the release nearest to trunk, because none is imported";
  }

  private String title() {
    return vendor.title(survey.version());
  }
}
