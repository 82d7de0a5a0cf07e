package dev.xenvendor.c.parse;

import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIncludeStatement;
import org.jspecify.annotations.Nullable;

/** A location that covers a whole file, in the form that CDT requires. */
record CdtLocation(String file, int length) implements IASTFileLocation {

  @Override
  public String getFileName() {
    return file;
  }

  @Override
  public IASTFileLocation asFileLocation() {
    return this;
  }

  @Override
  public int getNodeOffset() {
    return 0;
  }

  @Override
  public int getNodeLength() {
    return length;
  }

  @Override
  public int getStartingLineNumber() {
    return 1;
  }

  @Override
  public int getEndingLineNumber() {
    return 1;
  }

  @Override
  public @Nullable IASTPreprocessorIncludeStatement getContextInclusionStatement() {
    return null;
  }
}
