package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.testing.Project;
import dev.xenvendor.testing.PublishedSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The recipes in docs/ci, run step by step as they stand. */
@Tag("slow")
final class CiRecipesTest {

  private static final Path RECIPES = Project.FOLDER.resolve("docs/ci");
  private static final String EDITED = TeamRepository.PREFIX + "/io/xs_wire.h";

  @TempDir Path folder;
  private TeamRepository team;
  private Path program;

  @BeforeEach
  void aTreeAndTheProgram() throws IOException {
    Programs.requireGit();
    team = PatchedTeam.settled(folder, "3.2.0", "3.3.0");
    program = program();
  }

  /** A repository with a launcher as the project's own has it, which needs no building. */
  private Path program() throws IOException {
    TeamRepository project = TeamRepository.empty(folder.resolve("program"));
    List<String> quoted = Programs.java().stream().map(word -> "'" + word + "'").toList();
    project.write("xenvendor", "#!/bin/sh\nexec " + String.join(" ", quoted) + " \"$@\"\n");
    Path launcher = project.folder().resolve("xenvendor");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    project.git("config", "user.name", "Somebody");
    project.git("config", "user.email", "somebody@example.org");
    project.commitAll("Launcher");
    project.git("branch", "-M", "main");
    return launcher;
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

  private static Map<?, ?> recipe(String name) throws IOException {
    return new Yaml().load(Files.readString(RECIPES.resolve(name)));
  }

  private static Object at(Object yaml, String... keys) {
    Object value = yaml;
    for (String key : keys) {
      value = ((Map<?, ?>) value).get(key);
      assertThat(value).as(key).isNotNull();
    }
    return value;
  }

  private static Map<String, String> words(Object mapping) {
    Map<String, String> words = new LinkedHashMap<>();
    ((Map<?, ?>) mapping).forEach((key, value) -> words.put(key.toString(), value.toString()));
    return words;
  }

  /**
   * Runs lines of shell, each on its own, up to the first that fails; the last one's end counts.
   */
  private static Run run(Path where, List<String> lines, Map<String, String> environment) {
    Run last = new Run(0, "", "");
    for (String line : lines) {
      last = Programs.execute(where, environment, List.of("sh", "-e", "-c", line));
      if (last.exit() != 0) {
        return last;
      }
    }
    return last;
  }

  private Run githubActions() throws IOException {
    Map<?, ?> workflow = recipe("github-actions.yml");
    List<String> lines = new ArrayList<>();
    for (Object step : (List<?>) at(workflow, "jobs", "check", "steps")) {
      Object run = ((Map<?, ?>) step).get("run");
      if (run != null) {
        lines.add(run.toString());
      }
    }
    Map<String, String> environment = words(at(workflow, "env"));
    environment.put("XENVENDOR_URL", "file://" + program.getParent());
    environment.put("VENDOR_BRANCH", "upstream/sample");
    environment.put("RUNNER_TEMP", Files.createDirectory(folder.resolve("runner")).toString());
    environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    return run(checkout().folder(), lines, environment);
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
    assertThat(at(recipe("github-actions.yml"), "jobs", "check", "steps").toString())
        .contains("sarif_file=${{ runner.temp }}/xenvendor.sarif");
  }

  @Test
  void gitlabCiOnDrift() throws IOException {
    drift();
    team.commitAll("An edit");
    Object job = at(recipe("gitlab-ci.yml"), "xen-headers");
    List<String> lines = new ArrayList<>();
    lines.addAll(texts(at(job, "before_script")));
    lines.removeIf(line -> line.startsWith("apt-get "));
    lines.addAll(texts(at(job, "script")));
    Map<String, String> environment = words(at(job, "variables"));
    environment.put("XENVENDOR_URL", "file://" + program.getParent());
    environment.put("XENVENDOR_HOME", folder.resolve("home").toString());
    environment.put("VENDOR_BRANCH", "upstream/sample");
    TeamRepository checkout = checkout();

    Run check = run(checkout.folder(), lines, environment);

    assertThat(check.exit()).as(check.out() + check.err()).isEqualTo(ExitCode.FINDING);
    String junit = at(job, "artifacts", "reports", "junit").toString();
    PublishedSchemas.requireJunit(checkout.read(junit));
    assertThat(checkout.read(junit)).contains("<failure type=\"undeclared-change\"");
    if (hasJq()) {
      run(checkout.folder(), texts(at(job, "after_script")), environment);
      JsonNode quality = codeQuality(checkout, at(job, "artifacts", "reports", "codequality"));
      assertThat(quality.at("/0/location/path").asText()).isEqualTo(EDITED);
      assertThat(quality.at("/0/severity").asText()).isEqualTo("major");
      assertThat(quality.at("/0/fingerprint").asText()).isNotEmpty();
    }
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(Object::toString).toList();
  }

  private static boolean hasJq() {
    return Programs.execute(Path.of("."), Map.of(), List.of("sh", "-c", "command -v jq")).exit()
        == 0;
  }

  private static JsonNode codeQuality(TeamRepository checkout, Object file) throws IOException {
    return new ObjectMapper().readTree(checkout.folder().resolve(file.toString()).toFile());
  }

  private void installHook() {
    try {
      Path hook = team.folder().resolve(".git/hooks/pre-commit");
      Files.createDirectories(hook.getParent());
      Files.copy(RECIPES.resolve("pre-commit"), hook);
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
