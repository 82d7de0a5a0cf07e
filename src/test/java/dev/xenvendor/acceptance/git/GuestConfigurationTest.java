package dev.xenvendor.acceptance.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.SampleTree;
import dev.xenvendor.acceptance.fixture.SampleTree.Stage;
import dev.xenvendor.acceptance.fixture.TestFiles;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.cli.console.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who commits, as git's configuration and environment say; git itself is asked what is right. */
@Tag("slow")
final class GuestConfigurationTest {

  @TempDir Path folder;

  @SampleTree(Stage.IMPORTED_CLEAN)
  private TestTree tree;

  private Guest guest;

  @BeforeEach
  void forgetUser() {
    tree.git("config", "--remove-section", "user");
    guest = new Guest(tree).with("HOME", folder.toString());
  }

  private void write(String file, String text) {
    TestFiles.put(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
  }

  private void commitsAsGitWould() {
    guest.xenvendor("merge").exits(ExitCode.DONE);
    String author = guest.git("log", "-1", "--format=%an <%ae>").out().strip();
    String committer = guest.git("log", "-1", "--format=%cn <%ce>").out().strip();
    assertThat(guest.git("var", "GIT_AUTHOR_IDENT").exits(0).out()).startsWith(author + ' ');
    assertThat(guest.git("var", "GIT_COMMITTER_IDENT").exits(0).out()).startsWith(committer + ' ');
  }

  @Test
  void homeIsWhereTheEnvironmentSays() {
    write(".gitconfig", "[user]\n name = Home\n email = home@example.org\n");
    commitsAsGitWould();
  }

  @Test
  void theFolderOfTheDesktopStandard() {
    write("xdg/git/config", "[user]\n name = Desktop\n email = xdg@example.org\n");
    guest.with("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
    commitsAsGitWould();
  }

  @Test
  void theUsersOwnFileWinsOverTheDesktopStandard() {
    write(".config/git/config", "[user]\n name = Desktop\n email = xdg@example.org\n");
    write(".gitconfig", "[user]\n email = home@example.org\n");
    commitsAsGitWould();
  }

  @Test
  void theEnvironmentCountsKeys() {
    write(".gitconfig", "[user]\n name = Home\n email = home@example.org\n");
    guest.with("GIT_CONFIG_COUNT", "2");
    guest
        .with("GIT_CONFIG_KEY_0", "user.name")
        .with("GIT_CONFIG_VALUE_0", "Count \"C\" \\ Dracula");
    guest.with("GIT_CONFIG_KEY_1", "user.email").with("GIT_CONFIG_VALUE_1", "count@example.org");
    commitsAsGitWould();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'user.name'='O'\\''Hara' 'user.email'='o@example.org'",
        "'user.name=Of old' 'user.email=old@example.org'",
        "'user.useconfigonly' 'user.name=Of old' 'author.email'='a@b' 'committer.email'='c@d'",
      })
  void gitHandsItsOptionsOn(String parameters) {
    write(".gitconfig", "[user]\n name = Home\n");
    guest.with("GIT_CONFIG_PARAMETERS", parameters);
    commitsAsGitWould();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitdir:~/tree/",
        "gitdir:/nowhere/",
        "onbranch:trunk",
        "hasconfig:remote.*.url:https://example.org/**",
      })
  void includesThatDependOnTheRepository(String condition) {
    tree.git("config", "remote.origin.url", "https://example.org/os.git");
    write(
        ".gitconfig",
        "[user]\n name = Home\n email = home@example.org\n"
            + "[includeIf \""
            + condition
            + "\"]\n path = work/first\n");
    write("work/first", "[include]\n\tpath = second\n[user] name = \"Wörk\"\n");
    write("work/second", "[user]\n\temail = work@example.org ; a comment\n");
    commitsAsGitWould();
  }

  @Test
  void theConfigurationOfALinkedWorkTree() {
    write(".gitconfig", "[user]\n name = Home\n email = home@example.org\n");
    tree.git("config", "extensions.worktreeConfig", "true");
    tree.git("config", "--worktree", "user.email", "worktree@example.org");
    commitsAsGitWould();
  }

  @Test
  void theMailAddressOfTheEnvironment() {
    write(".gitconfig", "[user]\n name = Home\n");
    guest.with("EMAIL", "mail@example.org");
    commitsAsGitWould();
  }

  @Test
  void noGuessWhereConfigurationAloneCounts() {
    write(".gitconfig", "[user]\n name = Home\n useConfigOnly = true\n");
    guest.with("EMAIL", "mail@example.org");
    assertThat(guest.git("var", "GIT_AUTHOR_IDENT").exit()).isNotZero();
    guest.xenvendor("merge").fails(ExitCode.REPOSITORY, "no author of commits is configured");
  }

  @Test
  void aNameIsCleanedAsGitDoes() {
    write(".gitconfig", "[user]\n name = ' ,<Ho\\\"me> x; \"'\n email = <home@example.org>\n");
    commitsAsGitWould();
  }

  @Test
  void aNameThatIsEmpty() {
    write(".gitconfig", "[user]\n name = Home\n email = home@example.org\n");
    guest.with("GIT_AUTHOR_NAME", "");
    assertThat(guest.git("var", "GIT_AUTHOR_IDENT").exit()).isNotZero();
    guest.xenvendor("merge").fails(ExitCode.REPOSITORY, "empty");
  }

  @ParameterizedTest
  @CsvSource({"GIT_CONFIG_COUNT,many", "GIT_CONFIG_COUNT,1", "GIT_CONFIG_PARAMETERS,user.name=x"})
  void anEnvironmentThatGitRefuses(String variable, String value) {
    guest.with(variable, value);
    assertThat(guest.git("status").exit()).isNotZero();
    guest.xenvendor("status").fails(ExitCode.USAGE, variable);
  }

  @Test
  void withoutAHomeThereIsNoFileOfTheUser() {
    Guest homeless = new Guest(tree);
    homeless.xenvendor("merge").fails(ExitCode.REPOSITORY, "no author of commits is configured");
  }

  /** Attributes of the user hold where no other file is named. */
  @Test
  void attributesOfTheDesktopStandard() {
    TestTree plain = tree.copyTo(folder.resolve("plain"));
    write(".config/git/attributes", "*.h text eol=crlf\n");
    guest.with("EMAIL", "mail@example.org").with("GIT_AUTHOR_NAME", "A");
    tree.git("rm", "-q", "--cached", "-r", TestTree.PREFIX);
    guest.git("reset", "-q", "--hard").exits(0);
    assertThat(tree.read(TestTree.PREFIX + "/io/ring.h")).contains("\r\n");
    assertThat(guest.git("status", "--porcelain").out()).isEmpty();

    assertThat(guest.xenvendor("check").out())
        .isEqualTo(new Guest(plain).with("HOME", folder.toString()).xenvendor("check").out());
  }

  /** Git has a file for the whole system, too, which gives way to the user's. */
  @ParameterizedTest
  @CsvSource({"SYSTEM,0,true", "USER,0,false", "NONE,1,false"})
  void attributesOfTheSystem(String from, String without, boolean carriageReturns) {
    installedGit();
    write("etc/gitattributes", "*.h text eol=crlf\n");
    if (from.equals("USER")) {
      write(".config/git/attributes", "*.h text eol=lf\n");
    }
    write(".gitconfig", "[user]\n name = A\n email = a@example.org\n");

    guest.with("GIT_ATTR_NOSYSTEM", without).xenvendor("merge").exits(ExitCode.DONE);

    String changed = TestTree.PREFIX + "/io/ring.h";
    assertThat(tree.read(changed).contains("\r\n")).isEqualTo(carriageReturns);
    assertThat(tree.git("show", "HEAD:" + changed)).doesNotContain("\r");
  }

  /** A git below a folder of its own, whose {@code etc} holds what is the system's. */
  private void installedGit() {
    write("bin/README", "git is here\n");
    try {
      Files.createSymbolicLink(folder.resolve("bin/git"), Path.of("/usr/bin/git"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    guest.with("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
  }
}
