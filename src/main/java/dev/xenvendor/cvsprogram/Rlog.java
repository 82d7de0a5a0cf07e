package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsFile;
import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@code cvs rlog -h} prints: a block of fields for each file. */
final class Rlog {

  private static final String FILE = "RCS file: ";
  private static final String BRANCH = "branch:";
  private static final String KEYWORDS = "keyword substitution: ";
  private static final String END = "=============";
  private static final String ATTIC = "/Attic/";

  private final String folder;
  private final SortedMap<HeaderPath, CvsFile> files = new TreeMap<>();

  private String file = "";
  private String branch = "";
  private String keywords = "";
  private Map<String, String> tags = new TreeMap<>();

  private Rlog(String folder) {
    this.folder = folder;
  }

  /**
   * The files of a folder.
   *
   * @param folder as it was asked for, seen from the repository's root
   */
  static CvsHistory read(List<String> lines, String folder) {
    Rlog log = new Rlog(folder);
    lines.forEach(log::line);
    return new CvsHistory(log.files);
  }

  private void line(String line) {
    if (line.startsWith(FILE)) {
      file = line.substring(FILE.length());
      branch = "";
      keywords = "";
      tags = new TreeMap<>();
    } else if (line.startsWith(BRANCH)) {
      branch = line.substring(BRANCH.length()).strip();
    } else if (line.startsWith("\t")) {
      tag(line.strip());
    } else if (line.startsWith(KEYWORDS)) {
      keywords = line.substring(KEYWORDS.length()).strip();
    } else if (line.startsWith(END)) {
      end();
    }
  }

  private void tag(String line) {
    int colon = line.lastIndexOf(": ");
    if (colon > 0) {
      tags.put(line.substring(0, colon), line.substring(colon + 2));
    }
  }

  private void end() {
    // The machine's own path comes before the folder, and a removed file is in the attic.
    int start = file.indexOf('/' + folder + '/');
    if (start < 0 || !file.endsWith(",v")) {
      return;
    }
    String path = file.substring(start + folder.length() + 2, file.length() - ",v".length());
    boolean dead = ('/' + path).contains(ATTIC);
    HeaderPath header = header(dead ? ('/' + path).replace(ATTIC, "/").substring(1) : path);
    files.put(
        header,
        new CvsFile(
            header, Optional.of(branch).filter(name -> !name.isEmpty()), dead, keywords, tags));
    file = "";
  }

  private HeaderPath header(String path) {
    try {
      return HeaderPath.of(path);
    } catch (IllegalArgumentException e) {
      throw Problem.repository(
              "the CVS repository has a file that no tree can hold: "
                  + file
                  + ": "
                  + e.getMessage())
          .because(e);
    }
  }
}
