package dev.xenvendor.testing;

import java.nio.file.Path;

/** The folder of this project, which tests read documents and shipped files from. */
public final class Project {

  public static final Path FOLDER = Path.of(System.getProperty("xenvendor.project", "."));

  private Project() {}
}
