package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.testing.PublishedSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private Path program;

  @BeforeEach
  void aTreeAndTheProgram() throws IOException {
    Programs.requireGit();
    team = PatchedTeam.settled(folder, "3.2.0", "3.3.0");
    program = CiRecipe.program(folder.resolve("program"));
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

  private Run githubActions() throws IOException {
    CiRecipe workflow = CiRecipe.read("github-actions.yml");
    Map<String, String> environment = workflow.words("env");
    environment.put("XENVENDOR_URL", "file://" + program.getParent());
    environment.put("VENDOR_BRANCH", "upstream/sample");
    environment.put("RUNNER_TEMP", Files.createDirectory(folder.resolve("runner")).toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    return CiRecipe.run(checkout().folder(), workflow.githubSteps("check"), environment);
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
    assertThat(CiRecipe.read("github-actions.yml").at("jobs", "check", "steps").toString())
        .contains("sarif_file=${{ runner.temp }}/xenvendor.sarif");
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
    environment.put("XENVENDOR_URL", "file://" + program.getParent());
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
    return Programs.execute(team.folder(), Map.of("XENVENDOR", program.toString()), command);
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
