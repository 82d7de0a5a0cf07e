package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsChange;
import dev.xenvendor.cvs.CvsChange.ChangedFile;
import dev.xenvendor.cvs.CvsFolder;
import dev.xenvendor.cvs.CvsLocation;
import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.cvs.TrunkFile;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A working copy, by the {@code cvs} program and the files in its {@code CVS} folders. */
public final class CvsWorkingCopyProgram implements CvsWorkingCopy {

  private final CvsProgram cvs;
  private final CvsLocation place;
  private final WorkingCopyFolders folders;

  private CvsWorkingCopyProgram(CvsProgram cvs, Path top, CvsLocation place) {
    this.cvs = cvs.in(top);
    this.place = place;
    this.folders = WorkingCopyFolders.of(top, place);
  }

  /**
   * A working copy.
   *
   * @param top the highest folder that is checked out
   * @param prefix the folder of the headers, seen from the root of the tree
   */
  public static CvsWorkingCopyProgram open(CvsProgram cvs, Path top, HeaderPath prefix) {
    CvsFolder checkedOut = CvsFolders.read(top).orElseThrow(() -> noWorkingCopy(top));
    CvsLocation place = CvsLocation.of(checkedOut.repository(), prefix);
    CvsWorkingCopyProgram copy = new CvsWorkingCopyProgram(cvs.at(checkedOut.root()), top, place);
    copy.requireHeaders(checkedOut);
    return copy;
  }

  private static Problem noWorkingCopy(Path folder) {
    return Problem.repository(folder + " is not in a working copy of CVS")
        .hint("cvs -d ROOT checkout MODULE, and run the command in that folder");
  }

  /** The highest folder that is checked out together with the given one. */
  public static Path top(Path folder) {
    Path top = folder.toAbsolutePath().normalize();
    if (CvsFolders.read(top).isEmpty()) {
      throw noWorkingCopy(folder);
    }
    for (Path parent = top.getParent(); parent != null; parent = parent.getParent()) {
      if (!isFolderOf(parent, top)) {
        break;
      }
      top = parent;
    }
    return top;
  }

  private static boolean isFolderOf(Path parent, Path child) {
    Optional<CvsFolder> above = CvsFolders.read(parent);
    Optional<CvsFolder> below = CvsFolders.read(child);
    if (above.isEmpty() || below.isEmpty() || !above.get().root().equals(below.get().root())) {
      return false;
    }
    String repository = above.get().repository();
    String inside = repository.equals(".") ? "" : repository + '/';
    return below.get().repository().equals(inside + child.getFileName());
  }

  private void requireHeaders(CvsFolder checkedOut) {
    if (folders.find(place.prefix()).filter(Files::isDirectory).isEmpty()) {
      throw Problem.repository(
              "there is no folder "
                  + place.prefix()
                  + " in this working copy of "
                  + checkedOut.repository())
          .hint(
              "cvs update -d adds new folders; otherwise check out more of the tree, or set the"
                  + " headers' folder in vendor.yaml: prefix");
    }
  }

  @Override
  public CvsRoot root() {
    return cvs.root().orElseThrow();
  }

  @Override
  public CvsLocation place() {
    return place;
  }

  @Override
  public boolean reaches(HeaderPath path) {
    return folders.find(path).isPresent();
  }

  @Override
  public void requireTrunk(HeaderPath folder) {
    try {
      for (Path each : folders.foldersFrom(folders.at(folder))) {
        CvsEntries entries = new CvsEntries(each);
        Optional<String> sticky = entries.stickyTag();
        if (sticky.isPresent()) {
          throw sticky(folders.top().relativize(each).toString(), sticky.get());
        }
        for (CvsEntry entry : entries.read().values()) {
          if (!entry.tag().isEmpty()) {
            throw sticky(
                folders.top().relativize(each.resolve(entry.name())).toString(), entry.tag());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem sticky(String name, String tag) {
    String what = tag.startsWith("D") ? "sticky date " : "sticky tag ";
    return Problem.repository(name + " is not trunk: it has the " + what + tag.substring(1))
        .hint("cvs update -A there, or merge in a working copy of trunk");
  }

  @Override
  public Map<HeaderPath, TrunkFile> trunkBelow(Optional<HeaderPath> folder) {
    return checkedOut(folder.or(place::start), List.of());
  }

  @Override
  public Map<HeaderPath, TrunkFile> trunkIn(HeaderPath folder) {
    return new CvsEntries(folders.at(folder)).exist()
        ? checkedOut(Optional.of(folder), List.of("-l"))
        : Map.of();
  }

  /** Checks trunk out aside, as anybody would get it now. */
  private Map<HeaderPath, TrunkFile> checkedOut(Optional<HeaderPath> folder, List<String> options) {
    Path scratch = TemporaryFolders.temporary();
    try {
      List<String> words = new ArrayList<>(List.of("-Q", "checkout"));
      words.addAll(options);
      words.addAll(List.of("-d", "trunk", place.inRepository(folder)));
      cvs.in(scratch).run(words).required();
      WorkingCopyFolders aside = new WorkingCopyFolders(scratch.resolve("trunk"), folder);
      return aside.checkedOut(aside.foldersFrom(aside.top()));
    } finally {
      TemporaryFolders.delete(scratch);
    }
  }

  @Override
  public Map<HeaderPath, TrunkFile> presentBelow(Optional<HeaderPath> folder) {
    Path from = folder.map(folders::at).orElse(folders.top());
    return folders.present(folders.foldersFrom(from));
  }

  @Override
  public Status status(Collection<HeaderPath> places) {
    List<String> words = new ArrayList<>(List.of("-n", "-q", "update", "-d"));
    words.addAll(names(places));
    CvsOutput output = cvs.run(words);
    // cvs reports a file in conflict, and also exits with an error.
    if (output.lines().stream().noneMatch(line -> line.startsWith("C "))) {
      output.required();
    }
    SortedSet<HeaderPath> changed = new TreeSet<>();
    boolean behind = output.messages().contains("New directory");
    for (String line : output.lines()) {
      if (line.matches("[MARC] .+")) {
        changed.add(folders.path(line.substring(2)));
      } else if (line.matches("[UP] .+")) {
        behind = true;
      }
    }
    return new Status(changed, behind);
  }

  /** Those that cvs would not complain about, since it knows nothing of them. */
  private List<String> names(Collection<HeaderPath> places) {
    return places.stream()
        .filter(path -> Files.isDirectory(folders.at(path)) || folders.entry(path).isPresent())
        .map(folders::name)
        .toList();
  }

  @Override
  public State state(ChangedFile file, Status status) {
    return new FileState(folders, file).of(status);
  }

  @Override
  public void carryOut(CvsChange change, Status status, Collection<HeaderPath> places) {
    WorkingCopyWriter writer = new WorkingCopyWriter(cvs, folders, change);
    try {
      writer.stage();
      if (status.behind()) {
        List<String> words = new ArrayList<>(List.of("-Q", "update", "-d"));
        words.addAll(names(places));
        cvs.run(words).required();
      }
      writer.carryOut();
    } catch (IOException | UncheckedIOException e) {
      throw stopped(
          change,
          Problem.repository("the working copy cannot be written: " + e.getMessage())
              .hint("free some space (df -h), or correct the permissions")
              .because(e));
    } catch (Problem problem) {
      throw stopped(change, problem);
    } finally {
      writer.removeStaging();
    }
  }

  /** Says how far it came. */
  private Problem stopped(CvsChange change, Problem problem) {
    Status unknown = new Status(new TreeSet<>(), true);
    long done = change.files().stream().filter(file -> state(file, unknown) == State.DONE).count();
    String again = "run the command again to continue";
    return problem
        .after("stopped after " + done + " of " + change.files().size() + " changes")
        .hint(problem.hint().map(hint -> hint + "; then " + again).orElse(again));
  }
}
