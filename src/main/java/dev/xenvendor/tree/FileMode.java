package dev.xenvendor.tree;

/** The kinds of entry at a path, as git records them. */
public enum FileMode {
  REGULAR("100644"),
  EXECUTABLE("100755"),
  SYMLINK("120000"),
  /** Another repository's commit (a submodule): its content is never looked into. */
  GITLINK("160000");

  private final String octal;

  FileMode(String octal) {
    this.octal = octal;
  }

  /** The mode as six octal digits, as in {@code git ls-tree}. */
  public String octal() {
    return octal;
  }

  /** Returns whether the content is a file's own bytes, which can be compared and merged. */
  public boolean isFile() {
    return this == REGULAR || this == EXECUTABLE;
  }

  public static FileMode ofOctal(String octal) {
    for (FileMode mode : values()) {
      if (mode.octal.equals(octal)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("not a file mode: " + octal);
  }
}
