package dev.xenvendor.cvs;

import dev.xenvendor.tree.HeaderTree;

/** A CVS repository, here or on a server; only the {@code cvs} program ever writes to it. */
public interface CvsRepository {

  CvsRoot root();

  /** The files of a folder with their tags; none where there is no such folder. */
  CvsHistory history(String folder);

  /** Returns what anybody gets who exports a tag. */
  HeaderTree exported(String folder, String tag);

  /** Returns what is stored under a tag, before keywords are expanded. */
  HeaderTree stored(String folder, String tag);

  /** Returns what is stored at the head of trunk. */
  HeaderTree storedTrunk(String folder);

  /** Imports files of one keyword mode. */
  void importFiles(CvsImportArguments order, KeywordMode mode, HeaderTree files);

  /** A new, empty repository that is gone when it is closed. */
  ScratchRepository scratch();
}
