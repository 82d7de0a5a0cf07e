package dev.xenvendor.cvsprogram;

import dev.xenvendor.cvs.CvsHistory;
import dev.xenvendor.cvs.CvsImportArguments;
import dev.xenvendor.cvs.CvsRepository;
import dev.xenvendor.cvs.CvsRoot;
import dev.xenvendor.cvs.KeywordMode;
import dev.xenvendor.cvs.ScratchRepository;
import dev.xenvendor.tree.HeaderTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A repository that only the {@code cvs} program reads and writes. */
public final class ProgramRepository implements CvsRepository {

  private final CvsProgram cvs;
  private final CvsRoot root;

  public ProgramRepository(CvsProgram program, CvsRoot root) {
    this.cvs = program.at(root);
    this.root = root;
  }

  @Override
  public CvsRoot root() {
    return root;
  }

  @Override
  public CvsHistory history(String folder) {
    CvsOutput output = inTemporaryFolder(there -> cvs.in(there).run("rlog", "-h", folder));
    if (!output.succeeded() && output.messages().contains("cannot find module")) {
      return Rlog.read(List.of(), folder);
    }
    return Rlog.read(output.required().lines(), folder);
  }

  @Override
  public HeaderTree exported(String folder, String tag) {
    return export(folder, "-r", tag);
  }

  @Override
  public HeaderTree stored(String folder, String tag) {
    return export(folder, "-ko", "-r", tag);
  }

  @Override
  public HeaderTree storedTrunk(String folder) {
    return export(folder, "-ko", "-r", "HEAD");
  }

  private HeaderTree export(String folder, String... options) {
    List<String> words = new ArrayList<>(List.of("-Q", "export"));
    words.addAll(Arrays.asList(options));
    words.addAll(List.of("-d", "out", folder));
    return inTemporaryFolder(
        there -> {
          CvsOutput output = cvs.in(there).run(words);
          if (!output.succeeded() && output.messages().contains("no such tag")) {
            return HeaderTree.EMPTY;
          }
          output.required();
          return FileTree.read(there.resolve("out"));
        });
  }

  @Override
  public void importFiles(CvsImportArguments order, KeywordMode mode, HeaderTree files) {
    inTemporaryFolder(
        there -> {
          FileTree.write(there, files);
          return cvs.in(there).run(order.words(mode)).required();
        });
  }

  @Override
  public ScratchRepository scratch() {
    return ProgramScratch.like(cvs);
  }

  private static <R> R inTemporaryFolder(Function<Path, R> work) {
    Path folder = TemporaryFolders.temporary();
    try {
      return work.apply(folder);
    } finally {
      TemporaryFolders.delete(folder);
    }
  }
}
