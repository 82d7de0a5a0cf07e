package dev.xenvendor.git.config;

import java.util.Locale;
import java.util.Objects;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.nls.NLS;

/**
 * JGit's messages. JGit reads all 900 of them when it starts, each into a field by reflection; the
 * build of the native program does it once and keeps them in the program.
 */
public final class JgitTexts {

  private JgitTexts() {}

  /** Initialized by the build of the native program, which names this class. */
  private static final class Loaded {

    private static final JGitText TEXTS = read();

    private static JGitText read() {
      choose();
      return JGitText.get();
    }
  }

  /**
   * Chooses the one language that JGit has, for this thread and those that it starts: JGit keeps
   * the messages by language, and would read them again for the user's.
   */
  public static void choose() {
    NLS.setLocale(Locale.ROOT);
  }

  /** Reads the messages, where they are not in the program. */
  static void require() {
    Objects.requireNonNull(Loaded.TEXTS);
  }
}
