package dev.xenvendor.cheader;

import dev.xenvendor.cheader.IncludeFiles.Source;
import java.util.Map;
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

  private final IncludeFiles files;

  CdtParser(IncludeFiles files) {
    this.files = files;
  }

  IASTTranslationUnit parse(Source unit, Map<String, String> macros) {
    try {
      return GCCLanguage.getDefault()
          .getASTTranslationUnit(
              FileContent.create(unit.name(), unit.text()),
              new ScannerInfo(macros, files.searchPath().toArray(String[]::new)),
              new Contents(files),
              null,
              0,
              new NullLogService());
    } catch (CoreException e) {
      throw new IllegalStateException("the C parser gave up on " + unit.name(), e);
    }
  }

  /** Where CDT asks for what is included; a fresh one for each unit, since it keeps state. */
  private static final class Contents extends InternalFileContentProvider {

    private final IncludeFiles files;

    Contents(IncludeFiles files) {
      this.files = files;
    }

    @Override
    public @Nullable InternalFileContent getContentForInclusion(
        String path, IMacroDictionary macros) {
      return files
          .open(path)
          .map(file -> (InternalFileContent) FileContent.create(file.name(), file.text()))
          .orElse(null);
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
