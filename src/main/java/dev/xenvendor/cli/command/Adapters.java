package dev.xenvendor.cli.command;

import dev.xenvendor.c.compiler.LayoutProbe;
import dev.xenvendor.cvs.CvsFolder;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.cvs.CvsWorkingCopy;
import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.profile.ConfigFiles;
import dev.xenvendor.release.Progress;
import dev.xenvendor.release.Source;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the adapters that commands work with; only the main program knows them by name. */
public interface Adapters {

  /** Opens the git repository or the working copy of CVS a folder is in, to look at it. */
  Workspace open(Path folder);

  /** Opens the git repository a folder is in, to look at it; refuses a working copy of CVS. */
  GitWorkspace openGit(Path folder);

  /**
   * Opens the git repository to change it: alone, and after what a killed run left was cleared up.
   *
   * @param commits what the user asks of the commits that are made
   */
  GitWorkspace openToWrite(Path folder, CommitOptions commits);

  /** The source a user named: a repository, an archive or a directory. */
  Source source(String name, Path folder, Progress progress);

  /** The configuration that comes with the program. */
  ConfigFiles builtInConfig();

  /** The configuration in a folder. */
  ConfigFiles configIn(Path folder, Path shownFrom);

  /** The C compiler of the machine, if it has one. */
  LayoutProbe layoutProbe();

  /** Returns what a folder says of itself that belongs to a working copy of CVS. */
  Optional<CvsFolder> cvsFolder(Path folder);

  /**
   * A CVS repository.
   *
   * @param lockWait how long to wait for another user's lock
   */
  CvsRepository cvsRepository(CvsRoot root, Duration lockWait);

  /** The highest folder that is checked out from CVS together with the given one. */
  Path cvsTop(Path folder);

  /**
   * A working copy of CVS.
   *
   * @param top its highest folder
   * @param prefix the folder of the headers, seen from the root of the tree
   */
  CvsWorkingCopy cvsWorkingCopy(Path top, HeaderPath prefix, Duration lockWait);

  /** A variable of the environment, if it is there and not empty. */
  Optional<String> environment(String variable);

  /** Makes a new repository, for the demonstration, and leaves its work tree clean. */
  void createRepository(Path folder);

  /** Commits exactly the given files as the whole of the tree, and tags the commit. */
  void commitAll(Path folder, HeaderTree files, String message, Instant when, Optional<String> tag);
}
