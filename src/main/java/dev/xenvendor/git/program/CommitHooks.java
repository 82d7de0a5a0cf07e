package dev.xenvendor.git.program;

import dev.xenvendor.downstream.CommitOptions;
import dev.xenvendor.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;

/**
 * The hooks and the editor that git runs around a commit on trunk: for a merge that is clean those
 * of {@code git merge}, for one whose conflicts were resolved those of {@code git commit}.
 *
 * @see <a href="https://git-scm.com/docs/githooks">githooks</a>
 */
public final class CommitHooks {

  /** The git command whose hooks the commit runs. */
  public enum Moment {
    MERGE("MERGE_MSG", "pre-merge-commit", "post-merge 0"),
    COMMIT("COMMIT_EDITMSG", "pre-commit", "post-commit");

    private final String message;
    private final String before;
    private final String after; // with its arguments

    Moment(String message, String before, String after) {
      this.message = message;
      this.before = before;
      this.after = after;
    }
  }

  private static final String PREPARE = "prepare-commit-msg";
  private static final String MESSAGE = "commit-msg";

  private final Repository jgit;
  private final CommitOptions options;
  private final Moment moment;
  private final boolean resumable;

  /**
   * @param resumable whether a refused commit remains a merge in progress; otherwise it is undone
   */
  public CommitHooks(Repository jgit, CommitOptions options, Moment moment, boolean resumable) {
    this.jgit = jgit;
    this.options = options;
    this.moment = moment;
    this.resumable = resumable;
  }

  /** Returns whether a hook or the user's editor must see the commit first. */
  public boolean any() {
    Stream<String> refusing = options.verify() ? Stream.of(moment.before, MESSAGE) : Stream.of();
    return options.edit()
        || Stream.concat(refusing, Stream.of(PREPARE)).anyMatch(name -> hook(name).isPresent());
  }

  /** Lets the index be read, and changed. */
  public void before() {
    if (options.verify()) {
      run(moment.before, List.of());
    }
  }

  /** Lets the message be changed: by a hook, by the user, and by the hook that judges it. */
  public String message(String proposed) throws IOException {
    Path file = jgit.getDirectory().toPath().resolve(moment.message);
    Files.writeString(file, proposed, StandardCharsets.UTF_8);
    run(PREPARE, List.of(file.toString(), "merge"));
    if (options.edit()) {
      edit(file);
    }
    if (options.verify()) {
      run(MESSAGE, List.of(file.toString()));
    }
    String message = MessageComments.of(jgit).without(Files.readString(file));
    if (message.isBlank()) {
      throw Problem.repository("the commit message is empty")
          .hint(resumable ? "xenvendor merge --continue" : "nothing was changed");
    }
    return message;
  }

  /** Tells of the commit; what the hook says of it changes nothing. */
  public void after() {
    List<String> words = List.of(moment.after.split(" "));
    hook(words.get(0)).ifPresent(hook -> start(hook, words.subList(1, words.size())));
  }

  private void run(String name, List<String> arguments) {
    Optional<Path> hook = hook(name);
    if (hook.isPresent() && start(hook.get(), arguments) != 0) {
      throw refused("the hook " + name + " refused the commit", !name.equals(PREPARE));
    }
  }

  private Problem refused(String what, boolean verifies) {
    if (resumable) {
      return Problem.repository(what + "; the merge stays in progress")
          .hint(
              "xenvendor merge --continue"
                  + (verifies ? ", with --no-verify to skip the hook" : "")
                  + "; or xenvendor merge --abort");
    }
    return Problem.repository(what)
        .hint("nothing was changed" + (verifies ? "; --no-verify skips the hook" : ""));
  }

  /** As git does, what a hook prints goes to standard error. */
  private int start(Path hook, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$0\" \"$@\" >&2"));
    command.add(hook.toString());
    command.addAll(arguments);
    Program program =
        Program.of(root(), command)
            .with("GIT_INDEX_FILE", jgit.getIndexFile().getAbsolutePath())
            .with("GIT_PREFIX", "");
    return (options.edit() ? program : program.with("GIT_EDITOR", ":")).onTerminal();
  }

  private Path root() {
    return jgit.getWorkTree().toPath();
  }

  private Optional<Path> hook(String name) {
    Path file = folder().resolve(name);
    return Files.isRegularFile(file) && Files.isExecutable(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private Path folder() {
    String named = jgit.getConfig().getString("core", null, "hooksPath");
    if (named == null) {
      return jgit.getCommonDirectory().toPath().toAbsolutePath().resolve("hooks");
    }
    return named.startsWith("~/")
        ? FS.DETECTED.userHome().toPath().resolve(named.substring(2))
        : root().toAbsolutePath().resolve(named);
  }

  private void edit(Path file) {
    UserPrograms programs = new UserPrograms(jgit);
    if (!programs.edit(file)) {
      throw refused("the editor " + programs.editor() + " ended with an error", false);
    }
  }
}
