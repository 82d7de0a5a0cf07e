package dev.xenvendor.git.repository;

import dev.xenvendor.git.config.QuietSystemReader;
import dev.xenvendor.problem.Problem;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Makes small repositories from scratch, for the demonstration. */
public final class NewRepository {

  private static final String BRANCH = "trunk";
  private static final String NAME = "Demo";
  private static final String EMAIL = "demo@example.org";

  private NewRepository() {}

  public static void create(Path folder) {
    QuietSystemReader.install();
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch(BRANCH).call()) {
      // The user of the demonstration may not have configured an identity.
      var config = git.getRepository().getConfig();
      config.setString("user", null, "name", NAME);
      config.setString("user", null, "email", EMAIL);
      config.save();
    } catch (GitAPIException | IOException e) {
      throw Problem.repository("cannot make a repository in " + folder + ": " + e.getMessage())
          .because(e);
    }
  }

  /**
   * Commits exactly these files; at a given time, so that the commit has the same id every time.
   */
  public static void commit(
      Path folder, HeaderTree files, String message, Instant when, Optional<String> tag) {
    QuietSystemReader.install();
    try (Git git = Git.open(folder.toFile())) {
      if (git.getRepository().resolve("HEAD") != null) {
        removeTracked(git, folder);
      }
      for (Map.Entry<HeaderPath, HeaderFile> file : files.files().entrySet()) {
        Path path = folder.resolve(file.getKey().value());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue().bytes());
      }
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      PersonIdent who = new PersonIdent(NAME, EMAIL, when, ZoneOffset.UTC);
      RevCommit commit = git.commit().setAuthor(who).setCommitter(who).setMessage(message).call();
      if (tag.isPresent()) {
        git.tag().setName(tag.get()).setObjectId(commit).setAnnotated(false).call();
      }
    } catch (GitAPIException | IOException e) {
      throw Problem.repository("cannot commit in " + folder + ": " + e.getMessage()).because(e);
    }
  }

  private static void removeTracked(Git git, Path folder) throws IOException {
    var index = git.getRepository().readDirCache();
    for (int i = 0; i < index.getEntryCount(); i++) {
      Files.deleteIfExists(folder.resolve(index.getEntry(i).getPathString()));
    }
  }
}
