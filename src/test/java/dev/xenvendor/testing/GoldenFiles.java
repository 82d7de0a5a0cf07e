package dev.xenvendor.testing;

/** The switch by which tests write their golden files: {@code -Dxenvendor.golden=write}. */
public final class GoldenFiles {

  /** Whether a test writes what comes out now instead of comparing with what is expected. */
  public static final boolean WRITE = "write".equals(System.getProperty("xenvendor.golden"));

  private GoldenFiles() {}
}
