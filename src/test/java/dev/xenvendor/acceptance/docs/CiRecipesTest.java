package dev.xenvendor.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xenvendor.acceptance.fixture.PatchedTeam;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.testing.PublishedSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes in docs/ci, run step by step as they stand. */
@Tag("slow")
final class CiRecipesTest {

  private static final String EDITED = TeamRepository.PREFIX + "/io/xs_wire.h";

  @TempDir Path folder;
  private TeamRepository team;
  private TeamRepository project;
  private String releases;

  @BeforeEach
  void aTreeAndTheProgram() throws IOException {
    Programs.requireGit();
    team = PatchedTeam.settled(folder, "3.2.0", "3.3.0");
    project = CiRecipe.project(folder.resolve("program"));
    releases = CiRecipe.release(folder.resolve("releases"), project);
  }

  /** What a server checks out: one commit of trunk, and nothing else. */
  private TeamRepository checkout() {
    Path clone = folder.resolve("checkout");
    String url = "file://" + team.folder().toAbsolutePath();
    team.git("clone", "-q", "--depth=1", "--single-branch", url, clone.toString());
    return new TeamRepository(clone);
  }

  private void drift() {
    team.write(EDITED, team.read(EDITED) + "/* ours */\n");
  }

  /** Runs the steps of the action that the workflow for GitHub uses. */
  private Run githubActions(String... inputs) throws IOException {
    Map<String, String> given = new HashMap<>(Map.of("version", "1.0.0", "vendor", "sample"));
    given.put("vendor-branch", "upstream/sample");
    for (int i = 0; i < inputs.length; i += 2) {
      given.put(inputs[i], inputs[i + 1]);
    }
    CiRecipe action = CiRecipe.read("action/action.yml");
    Map<String, String> environment = action.environment(given);
    environment.put("GITHUB_ACTION_PATH", project.folder().resolve("docs/ci/action").toString());
    environment.put("RUNNER_TEMP", Files.createDirectory(folder.resolve("runner")).toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    environment.put("XENVENDOR_RELEASES", releases);
    return CiRecipe.run(checkout().folder(), action.githubSteps("runs", "steps"), environment);
  }

  @Test
  void githubActionsOnATreeThatIsClean() throws IOException {
    Run check = githubActions();

    assertThat(check.exit()).as(check.out() + check.err()).isZero();
    assertThat(check.out()).startsWith("No findings in ");
    assertThat(Files.readString(folder.resolve("summary.md"))).contains("No findings in ");
  }

  @Test
  void githubActionsOnDrift() throws IOException {
    drift();
    team.commitAll("An edit");

    Run check = githubActions();

    assertThat(check.exit()).as(check.out() + check.err()).isEqualTo(ExitCode.FINDING);
    assertThat(check.out()).startsWith("::error file=" + EDITED + ",line=").contains("+/* ours */");
    assertThat(Files.readString(folder.resolve("summary.md"))).contains("```diff\n+/* ours */");
    JsonNode sarif = new ObjectMapper().readTree(folder.resolve("runner/xenvendor.sarif").toFile());
    assertThat(PublishedSchemas.errorsOfSarif(sarif)).isEmpty();
    assertThat(CiRecipe.read("action/action.yml").at("runs", "steps").toString())
        .contains("sarif_file=${{ runner.temp }}/xenvendor.sarif");
  }

  @Test
  void githubActionsTakesMoreArguments() throws IOException {
    drift();
    team.commitAll("An edit");

    Run check = githubActions("arguments", "--rule release-unpinned");

    assertThat(check.exit()).as(check.out() + check.err()).isZero();
  }

  @Test
  void anArchiveWithAnotherChecksumIsNotRun() throws IOException {
    assumeThat(Programs.execute(Path.of("."), Map.of(), List.of("sh", "-c", "command -v curl")))
        .as("curl downloads the archive")
        .returns(0, Run::exit);
    Run check = githubActions("sha256", "0".repeat(64));

    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.err())
        .startsWith("get-xenvendor: xenvendor-1.0.0.tar.gz has checksum ")
        .contains(", not 000000");
    assertThat(folder.resolve("runner/xenvendor/bin/xenvendor")).doesNotExist();
  }

  @Test
  void aReleaseWithoutAnArchiveIsBuilt() throws IOException {
    releases = "file://" + folder.toAbsolutePath() + "/nowhere";

    Run check = githubActions();

    assertThat(check.exit()).as(check.out() + check.err()).isZero();
    assertThat(folder.resolve("runner/xenvendor/bin/xenvendor"))
        .content()
        .contains(project.folder() + "/xenvendor");
  }

  @Test
  void theWorkflowForGithubUsesTheAction() {
    Object steps = CiRecipe.read("github-actions.yml").at("jobs", "check", "steps");
    assertThat(steps.toString()).contains("uses=xenvendor/xenvendor/docs/ci/action@v1.0.0");
    CiRecipe action = CiRecipe.read("action/action.yml");
    Map<?, ?> given = (Map<?, ?>) CiRecipe.at(((List<?>) steps).get(1), "with");
    given.keySet().forEach(input -> action.at("inputs", input.toString()));
  }

  @Test
  void gitlabCiOnDrift() throws IOException {
    drift();
    team.commitAll("An edit");
    CiRecipe job = CiRecipe.read("gitlab-ci.yml");
    List<String> lines = new ArrayList<>(job.texts("xen-headers", "before_script"));
    lines.removeIf(line -> line.startsWith("apt-get "));
    lines.addAll(job.texts("xen-headers", "script"));
    Map<String, String> environment = job.words("xen-headers", "variables");
    environment.put("XENVENDOR_URL", "file://" + project.folder().toAbsolutePath());
    environment.put("XENVENDOR_RELEASES", releases);
    environment.put("XENVENDOR_HOME", folder.resolve("home").toString());
    environment.put("VENDOR_BRANCH", "upstream/sample");
    TeamRepository checkout = checkout();

    Run check = CiRecipe.run(checkout.folder(), lines, environment);

    assertThat(check.exit()).as(check.out() + check.err()).isEqualTo(ExitCode.FINDING);
    String junit = job.at("xen-headers", "artifacts", "reports", "junit").toString();
    PublishedSchemas.requireJunit(checkout.read(junit));
    assertThat(checkout.read(junit)).contains("<failure type=\"undeclared-change\"");
    JsonNode quality =
        codeQuality(checkout, job.at("xen-headers", "artifacts", "reports", "codequality"));
    assertThat(quality.at("/0/location/path").asText()).isEqualTo(EDITED);
    assertThat(quality.at("/0/location/lines/begin").asInt()).isPositive();
    assertThat(quality.at("/0/severity").asText()).isEqualTo("major");
    assertThat(quality.at("/0/fingerprint").asText()).isNotEmpty();
  }

  private static JsonNode codeQuality(TeamRepository checkout, Object file) throws IOException {
    return new ObjectMapper().readTree(checkout.folder().resolve(file.toString()).toFile());
  }

  private void installHook() {
    try {
      Path hook = team.folder().resolve(".git/hooks/pre-commit");
      Files.createDirectories(hook.getParent());
      Files.copy(CiRecipe.FOLDER.resolve("pre-commit"), hook);
      assertThat(hook.toFile().setExecutable(true)).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Run commit(String... options) {
    List<String> command = new ArrayList<>(List.of("git", "commit", "-q", "-m", "A commit"));
    command.addAll(List.of(options));
    return Programs.execute(
        team.folder(),
        Map.of("XENVENDOR", project.folder().resolve("xenvendor").toString()),
        command);
  }

  @Test
  void theHookRefusesDriftAndNothingElse() {
    installHook();
    team.write("README", "nothing about headers\n");
    team.git("add", "README");
    Run harmless = commit();
    assertThat(harmless.exit()).as(harmless.err()).isZero();
    assertThat(harmless.out() + harmless.err()).isEmpty();

    drift();
    String before = team.id("HEAD");
    Run refused = commit("-a");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("undeclared-change    " + EDITED)
        .endsWith(
            "xenvendor refused the commit; to make it all the same: git commit --no-verify\n");
    assertThat(team.id("HEAD")).isEqualTo(before);

    assertThat(commit("-a", "--no-verify").exit()).isZero();
    team.write("README", "drift of before refuses nothing\n");
    assertThat(commit("-a").exit()).isZero();
  }

  @Test
  void theHookRefusesWhatItCannotCheck() {
    installHook();
    team.write("vendor/sample/vendor.yaml", "nonsense\n");

    assertThat(commit("-a").err()).contains("error: ").contains("vendor.yaml:1");
  }
}
