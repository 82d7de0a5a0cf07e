package dev.xenvendor.cvs;

import dev.xenvendor.downstream.HintCommands;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The CVS commands in hints, relative to the top of a working copy. */
public record CvsHintCommands(CvsLocation place) implements HintCommands {

  @Override
  public String branch(Vendor vendor) {
    return vendor.cvs().vendorTag();
  }

  @Override
  public String history(HeaderPath path) {
    return "cvs log " + place.inWorkingCopy(path);
  }

  @Override
  public String remove(List<HeaderPath> paths) {
    return "cvs remove -f "
        + paths.stream().map(place::inWorkingCopy).collect(Collectors.joining(" "));
  }

  /** The file may be gone from the working copy; the repository still has it. */
  @Override
  public String whatTook(Optional<String> name, Vendor vendor, HeaderPath path) {
    return "cvs rlog " + place.inRepository(Optional.of(path));
  }

  @Override
  public String restore(String revision, HeaderPath there, HeaderPath here) {
    String file = place.inWorkingCopy(here);
    return "cvs -Q update -p -r " + revision + ' ' + file + " > " + file;
  }

  @Override
  public String compare(String revision, HeaderPath there, HeaderPath here) {
    return "cvs diff -u -r " + revision + ' ' + place.inWorkingCopy(here);
  }

  @Override
  public String declare(Vendor vendor, HeaderPath path) {
    return "a local patch in local-patches/" + vendor.name() + ", as docs/formats.md says";
  }

  @Override
  public Optional<String> declareAll() {
    return Optional.empty();
  }

  @Override
  public String branchHistory(Vendor vendor) {
    return "cvs rlog " + place.headers();
  }

  @Override
  public String importSkipped(Version version) {
    return "xenvendor cvs import " + version;
  }

  @Override
  public String update(Version version, String from) {
    return "xenvendor cvs plan " + version;
  }

  @Override
  public String merge() {
    return "xenvendor cvs merge";
  }

  @Override
  public String mergeDryRun() {
    return "xenvendor cvs merge --dry-run";
  }

  @Override
  public String add(String path) {
    return "cvs add " + path;
  }

  @Override
  public String fetch(Vendor vendor) {
    return "cvs rlog -h " + place.headers() + " shows its tags";
  }

  @Override
  public String repairBranch() {
    return "compare all of them: xenvendor releases verify; CVS cannot change an import; xenvendor"
        + " cvs merge --from SOURCE starts from the manifest's release instead";
  }

  @Override
  public String conflicts(HeaderPath path) {
    return "cvs diff -u " + place.inWorkingCopy(path);
  }
}
