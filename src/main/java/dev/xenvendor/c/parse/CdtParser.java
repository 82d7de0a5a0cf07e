package dev.xenvendor.c.parse;

import dev.xenvendor.c.parse.ParserFiles.Source;
import dev.xenvendor.problem.Problem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.dom.ast.gnu.c.GCCLanguage;
import org.eclipse.cdt.core.index.IIndexFileLocation;
import org.eclipse.cdt.core.parser.FileContent;
import org.eclipse.cdt.core.parser.NullLogService;
import org.eclipse.cdt.core.parser.ScannerInfo;
import org.eclipse.cdt.internal.core.parser.IMacroDictionary;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContent;
import org.eclipse.cdt.internal.core.parser.scanner.InternalFileContentProvider;
import org.eclipse.core.runtime.CoreException;
import org.jspecify.annotations.Nullable;

/** Eclipse CDT's C parser, on files that are in memory. */
final class CdtParser {

  /** A unit exhausts the parser. */
  static final class TooMuch extends Exception {

    private static final long serialVersionUID = 1;

    TooMuch(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** In bytes; enough for brackets as deep as the limit allows. */
  private static final long STACK = 64L << 20;

  private final ParserFiles files;

  CdtParser(ParserFiles files) {
    this.files = files;
  }

  /**
   * Parses a unit in a thread with a deep stack, since the parser calls itself for every bracket,
   * and with a deadline, since it cannot be interrupted.
   *
   * @throws TooMuch where the deadline passes, the stack or memory does not suffice, or CDT itself
   *     fails
   */
  IASTTranslationUnit parse(Source unit, Map<String, String> macros, Duration patience)
      throws TooMuch {
    FutureTask<IASTTranslationUnit> task = new FutureTask<>(() -> parseHere(unit, macros));
    Thread thread = new Thread(null, task, "c-parser", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TooMuch("the C parser did not finish within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooMuch("the C parser was interrupted");
    }
  }

  private static TooMuch unwrapped(@Nullable Throwable cause) {
    if (cause instanceof StackOverflowError) {
      return new TooMuch("too deeply nested for the C parser");
    }
    if (cause instanceof OutOfMemoryError) {
      return new TooMuch("too much for the C parser's memory");
    }
    if (cause instanceof Problem || cause instanceof UncheckedIOException) {
      throw (RuntimeException) cause; // of the files that it opened
    }
    if (cause instanceof RuntimeException e) {
      // CDT throws on some invalid code, e.g. an initializer after a declarator in brackets.
      return new TooMuch("the C parser failed on it: " + e.getClass().getSimpleName());
    }
    if (cause instanceof Error e) {
      throw e;
    }
    throw new IllegalStateException(cause);
  }

  private IASTTranslationUnit parseHere(Source unit, Map<String, String> macros) {
    try {
      return GCCLanguage.getDefault()
          .getASTTranslationUnit(
              content(unit),
              new ScannerInfo(macros, files.searchPath().toArray(String[]::new)),
              new Contents(files),
              null,
              0,
              new NullLogService());
    } catch (CoreException e) {
      throw new IllegalStateException("the C parser failed on " + unit.name(), e);
    }
  }

  private static InternalFileContent content(Source file) {
    return new InternalFileContent(
        file.name(), file.text(), FileContent.NULL_TIMESTAMP, FileContent.NULL_FILE_SIZE, 0);
  }

  /** Gives CDT the included files. It keeps state, so each unit has its own. */
  private static final class Contents extends InternalFileContentProvider {

    private final ParserFiles files;

    Contents(ParserFiles files) {
      this.files = files;
    }

    @Override
    public @Nullable InternalFileContent getContentForInclusion(
        String path, IMacroDictionary macros) {
      return files.open(path).map(CdtParser::content).orElse(null);
    }

    @Override
    public boolean getInclusionExists(String path) {
      return files.open(path).isPresent();
    }

    @Override
    public @Nullable InternalFileContent getContentForInclusion(
        IIndexFileLocation location, String path) {
      return null;
    }
  }
}
