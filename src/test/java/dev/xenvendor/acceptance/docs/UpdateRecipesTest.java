package dev.xenvendor.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes in docs/ci that propose new releases, run as they are against a bare repository. */
@Tag("slow")
final class UpdateRecipesTest {

  private static final String BRANCH = "xenvendor/3.3.0";
  private static final String ATTACHMENT = "[update.html](/uploads/66db/update.html)";
  private static final String ARTIFACT = "https://github.com/os/src/actions/runs/1/artifacts/2";

  @TempDir Path folder;
  private TeamRepository upstream;
  private TeamRepository remote;
  private TeamRepository project;
  private String releases;
  private Path calls;

  @BeforeEach
  void programs() throws IOException {
    Programs.requireGit();
    upstream = new TeamRepository(folder.resolve("home/upstream"));
    remote = new TeamRepository(folder.resolve("remote.git"));
    project = CiRecipe.project(folder.resolve("program"));
    releases = CiRecipe.release(folder.resolve("releases"), project);
    calls = folder.resolve("calls.txt");
    for (String name : List.of("gh", "curl")) {
      Path tool = Files.createDirectories(folder.resolve("bin")).resolve(name);
      // A download of the release is a real one, from a folder.
      String download = "case \"$*\" in *file://*) exec /usr/bin/curl \"$@\" ;; esac\n";
      String record = "printf '%s\\n' " + name + " \"$@\" >>'" + calls + "'\n";
      // GitLab answers an upload with the link to it.
      String answer =
          "case \"$*\" in */uploads*) echo '{\"id\":5,\"markdown\":\""
              + ATTACHMENT
              + "\"}' >upload.json ;; esac\n";
      Files.writeString(tool, "#!/bin/sh\n" + download + record + answer);
      assertThat(tool.toFile().setExecutable(true)).isTrue();
    }
  }

  /** Publishes a tree, and upstream's repository whose newest release is 3.3.0. */
  private void publish(TeamRepository team) {
    team.git("branch", "-M", "main");
    String bare = remote.folder().toString();
    team.git("clone", "-q", "--bare", team.folder().toString(), bare);
  }

  private Path home() throws IOException {
    return Files.createDirectory(folder.resolve("home"));
  }

  private Run github(String name) throws IOException {
    CiRecipe workflow = CiRecipe.read("github-update.yml");
    Map<String, String> environment = environment(workflow.words("env"));
    Path runner = Files.createDirectory(folder.resolve(name));
    environment.put("RUNNER_TEMP", runner.toString());
    environment.put("GITHUB_REPOSITORY", "os/src");
    Path checkout = checkout(runner);
    environment.put("GITHUB_WORKSPACE", checkout.toString());
    environment.put("PAGE", ARTIFACT);
    return CiRecipe.run(checkout, workflow.githubSteps("jobs", "update", "steps"), environment);
  }

  private Run gitlab(String name) throws IOException {
    CiRecipe job = CiRecipe.read("gitlab-update.yml");
    Map<String, String> environment = environment(job.words("xen-update", "variables"));
    Path runner = Files.createDirectory(folder.resolve(name));
    Path checkout = checkout(runner);
    environment.put("XENVENDOR_HOME", runner.resolve("xenvendor").toString());
    environment.put("PUSH_URL", remote.folder().toString());
    environment.put("CI_SERVER_HOST", "gitlab.example.org");
    environment.put("CI_BUILDS_DIR", runner.toString());
    environment.put("CI_PROJECT_DIR", checkout.toString());
    environment.put("CI_JOB_ID", "7");
    environment.put("CI_PROJECT_ID", "12");
    environment.put("CI_API_V4_URL", "https://gitlab.example.org/api/v4");
    environment.put("XENVENDOR_TOKEN", "token");
    List<String> lines = new ArrayList<>(job.texts("xen-update", "before_script"));
    lines.removeIf(line -> line.startsWith("apt-get "));
    lines.addAll(job.texts("xen-update", "script"));
    // GitLab runs the lines of a job in one shell.
    return CiRecipe.run(checkout, List.of(String.join("\n", lines)), environment);
  }

  private Map<String, String> environment(Map<String, String> recipe) {
    recipe.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    recipe.put("XENVENDOR_URL", "file://" + project.folder().toAbsolutePath());
    recipe.put("XENVENDOR_RELEASES", releases);
    recipe.put("XENVENDOR_OPTIONS", "--vendor sample");
    recipe.put("VENDOR_BRANCH", "upstream/sample");
    recipe.put("UPSTREAM", upstream.folder().toString());
    return recipe;
  }

  private Path checkout(Path runner) {
    Path checkout = runner.resolve("checkout");
    String url = "file://" + remote.folder();
    remote.git("clone", "-q", "--single-branch", "--branch", "main", url, checkout.toString());
    return checkout;
  }

  private String called() throws IOException {
    return Files.exists(calls) ? Files.readString(calls) : "";
  }

  @Test
  void aReleaseThatMergesIsProposedOnce() throws IOException {
    TeamRepository team = PatchedTeam.settled(home(), "3.2.0");
    publish(team);

    Run first = github("first");

    assertThat(first.exit()).as(first.out() + first.err()).isZero();
    assertThat(remote.git("log", "-1", "--format=%s", BRANCH)).contains("3.3.0");
    assertThat(remote.git("show", BRANCH + ":vendor/sample/merged.yaml"))
        .contains("release: 3.3.0");
    assertThat(remote.git("tag", "-l", "upstream/sample/*")).contains("upstream/sample/3.3.0");
    assertThat(called())
        .startsWith("gh\npr\ncreate\n--repo\nos/src\n--base\nmain\n--head\n" + BRANCH + "\n");
    Path text = folder.resolve("first/update/text.md");
    assertThat(text)
        .content()
        .contains("### xenvendor update", "### xenvendor check\n\nNo findings in 14 headers")
        .endsWith("as a page](" + ARTIFACT + ")\n");
    assertThat(folder.resolve("first/update/update.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("Imported Sample 3.3.0 to upstream/sample");

    String before = remote.state();
    Run second = github("second");

    assertThat(second.exit()).as(second.out() + second.err()).isZero();
    assertThat(remote.state()).isEqualTo(before);
    assertThat(folder.resolve("second/update/state")).hasContent("none");
    assertThat(called().split("pr\ncreate", -1)).hasSize(2);
  }

  @Test
  void conflictsAreSaidInADraft() throws IOException {
    publish(TeamRepository.imported(home(), "3.1.0"));

    Run run = gitlab("first");

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(called())
        .contains(
            "--form\nfile=@update.html\nhttps://gitlab.example.org/api/v4/projects/12/uploads\n",
            "source_branch=" + BRANCH + "\n",
            "title=Draft: Update the vendor's headers to 3.3.0\n",
            "description@text.md\n",
            "https://gitlab.example.org/api/v4/projects/12/merge_requests\n");
    assertThat(folder.resolve("first/update-7/text.md"))
        .content()
        .contains("### What is left to decide", "git switch " + BRANCH, "update 3.3.0 --from ")
        .endsWith("as a page: " + ATTACHMENT + "\n");
    assertThat(folder.resolve("first/update-7/update.html")).content().contains("Conflicts");
    assertThat(remote.git("diff", "--stat", "main", BRANCH)).isEmpty();
    assertThat(remote.git("tag", "-l", "upstream/sample/*")).contains("upstream/sample/3.3.0");

    String before = remote.state();
    assertThat(gitlab("second").exit()).isZero();
    assertThat(remote.state()).isEqualTo(before);
  }

  @Test
  void aFixBehindTheProposedReleaseIsNoUpdate() throws IOException {
    publish(PatchedTeam.settled(home(), "3.2.0"));
    assertThat(github("first").exit()).isZero();
    upstream.git("tag", "3.2.1", "3.2.0");
    String before = remote.state();

    Run second = github("second");

    assertThat(second.exit()).as(second.out() + second.err()).isZero();
    assertThat(folder.resolve("second/update/state")).hasContent("none");
    assertThat(remote.state()).isEqualTo(before);
  }

  @Test
  void anUpToDateTreeIsLeftAlone() throws IOException {
    publish(PatchedTeam.settled(home(), "3.2.0", "3.3.0"));
    String before = remote.state();

    Run run = github("first");

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(remote.state()).isEqualTo(before);
    assertThat(called()).isEmpty();
  }
}
