package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.cvs.ScratchRepository;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A repository in a temporary folder, with working copies beside it. */
final class ProgramScratch implements ScratchRepository {

  private final Path folder;
  private final CvsProgram cvs;
  private final CvsRepository repository;

  private ProgramScratch(Path folder, CvsProgram program) {
    CvsRoot root = CvsRoot.of(folder.resolve("root"));
    this.folder = folder;
    this.cvs = program.at(root);
    this.repository = new ProgramRepository(program, root);
  }

  /** One that expands the same keywords as the repository that a program works with. */
  static ProgramScratch like(CvsProgram program) {
    Path folder = TemporaryFolders.temporary();
    ProgramScratch scratch = new ProgramScratch(folder, program);
    scratch.cvs.in(folder).run("init").required();
    List<String> keywords =
        program.in(folder).run("-Q", "checkout", "-p", "CVSROOT/config").lines().stream()
            .filter(line -> line.matches("(LocalKeyword|KeywordExpand)=.*"))
            .toList();
    try {
      Files.write(folder.resolve("root/CVSROOT/config"), keywords, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scratch;
  }

  @Override
  public CvsRepository repository() {
    return repository;
  }

  @Override
  public void setKeywords(String module, Map<HeaderPath, String> modes) {
    Map<String, List<HeaderPath>> byMode = new TreeMap<>();
    modes.forEach((path, mode) -> byMode.computeIfAbsent(mode, m -> new ArrayList<>()).add(path));
    if (byMode.isEmpty()) {
      return;
    }
    CvsProgram there = checkedOut(module, "keywords");
    byMode.forEach((mode, paths) -> there.run(words(paths, "admin", "-k" + mode)).required());
  }

  @Override
  public void commitToTrunk(String module, HeaderTree files, Set<HeaderPath> removed) {
    if (files.isEmpty() && removed.isEmpty()) {
      return;
    }
    CvsProgram there = checkedOut(module, "trunk");
    SortedSet<HeaderPath> added = new TreeSet<>(files.paths());
    added.removeIf(path -> Files.exists(there.folder().resolve(path.value())));
    FileTree.write(there.folder(), files);
    add(there, added);
    if (!removed.isEmpty()) {
      there.run(words(removed, "remove", "-f")).required();
    }
    SortedSet<HeaderPath> all = new TreeSet<>(files.paths());
    all.addAll(removed);
    // Forced, since trunk may have a revision of its own that is the same as the vendor's.
    there.run(words(all, "commit", "-f", "-m", "Trunk as it is")).required();
  }

  private static void add(CvsProgram there, SortedSet<HeaderPath> files) {
    SortedSet<HeaderPath> folders = new TreeSet<>();
    files.forEach(file -> collectFolders(file, folders));
    folders.removeIf(path -> Files.exists(there.folder().resolve(path.value()).resolve("CVS")));
    folders.forEach(path -> there.run(words(List.of(path), "add")).required());
    if (!files.isEmpty()) {
      there.run(words(files, "add")).required();
    }
  }

  private static void collectFolders(HeaderPath path, SortedSet<HeaderPath> folders) {
    path.parent()
        .ifPresent(
            parent -> {
              folders.add(parent);
              collectFolders(parent, folders);
            });
  }

  @Override
  public PlainMerge merge(String module, String from, String to) {
    CvsProgram there = checkedOut(module, "merge", "-j" + from, "-j" + to);
    SortedSet<HeaderPath> changed = new TreeSet<>();
    SortedSet<HeaderPath> removed = new TreeSet<>();
    SortedSet<HeaderPath> conflicts = new TreeSet<>();
    for (String line : there.run("-n", "-q", "update").lines()) {
      if (line.length() < 3 || line.charAt(1) != ' ') {
        continue;
      }
      HeaderPath path = HeaderPath.of(line.substring(2));
      switch (line.charAt(0)) {
        case 'M', 'A' -> changed.add(path);
        case 'R' -> removed.add(path);
        case 'C' -> conflicts.add(path);
        default -> {}
      }
    }
    return new PlainMerge(changed, removed, conflicts);
  }

  /** A working copy; the folder has to be in the repository, or trunk has no parent. */
  private CvsProgram checkedOut(String module, String name, String... options) {
    try {
      Files.createDirectories(folder.resolve("root").resolve(module));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> words = new ArrayList<>(List.of("-Q", "checkout", "-d", name));
    words.addAll(Arrays.asList(options));
    words.add(module);
    cvs.in(folder).run(words).required();
    return cvs.in(folder.resolve(name));
  }

  private static List<String> words(Collection<HeaderPath> paths, String... command) {
    List<String> words = new ArrayList<>(Arrays.asList(command));
    paths.forEach(path -> words.add(path.value()));
    return words;
  }

  @Override
  public void close() {
    TemporaryFolders.delete(folder);
  }
}
