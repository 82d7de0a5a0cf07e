package dev.xenvendor.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** A file of docs/ci, and how a server runs it. */
record CiRecipe(Map<?, ?> yaml) {

  static final Path FOLDER = Project.FOLDER.resolve("docs/ci");

  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.([a-z0-9-]+) }}");

  static CiRecipe read(String name) {
    try {
      return new CiRecipe(new Yaml().load(Files.readString(FOLDER.resolve(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A repository of xenvendor to clone, whose tag is that of a release, and which needs no
   * building.
   *
   * @return its folder
   */
  static TeamRepository project(Path folder) throws IOException {
    TeamRepository project = TeamRepository.empty(folder);
    List<String> quoted = Programs.java().stream().map(word -> "'" + word + "'").toList();
    project.write("xenvendor", "#!/bin/sh\nexec " + String.join(" ", quoted) + " \"$@\"\n");
    List<String> scripts = List.of("docs/ci/get-xenvendor", "docs/ci/update-branch");
    for (String script : scripts) {
      project.write(script, Files.readString(Project.FOLDER.resolve(script)));
      assertThat(project.folder().resolve(script).toFile().setExecutable(true)).isTrue();
    }
    project.write(
        "docs/ci/action/action.yml", Files.readString(FOLDER.resolve("action/action.yml")));
    assertThat(project.folder().resolve("xenvendor").toFile().setExecutable(true)).isTrue();
    project.git("config", "user.name", "Somebody");
    project.git("config", "user.email", "somebody@example.org");
    project.commitAll("Launcher");
    project.git("tag", "v1.0.0");
    return project;
  }

  /**
   * Publishes an archive of the release beside its checksum.
   *
   * @return the folder of the releases, as a URL
   */
  static String release(Path folder, TeamRepository project) throws IOException {
    Path release = Files.createDirectories(folder.resolve("v1.0.0"));
    Path bin = Files.createDirectories(folder.resolve("xenvendor-1.0.0/bin"));
    Files.copy(project.folder().resolve("xenvendor"), bin.resolve("xenvendor"));
    String make =
        "tar -czf v1.0.0/xenvendor-1.0.0.tar.gz xenvendor-1.0.0"
            + " && cd v1.0.0 && sha256sum xenvendor-1.0.0.tar.gz >SHA256SUMS";
    assertThat(run(folder, List.of(make), Map.of()).exit()).isZero();
    assertThat(release.resolve("SHA256SUMS")).exists();
    return "file://" + folder.toAbsolutePath();
  }

  Object at(String... keys) {
    return at(yaml, keys);
  }

  static Object at(Object yaml, String... keys) {
    Object value = yaml;
    for (String key : keys) {
      value = ((Map<?, ?>) value).get(key);
      assertThat(value).as(key).isNotNull();
    }
    return value;
  }

  Map<String, String> words(String... keys) {
    Map<String, String> words = new LinkedHashMap<>();
    ((Map<?, ?>) at(keys)).forEach((key, value) -> words.put(key.toString(), value.toString()));
    return words;
  }

  List<String> texts(String... keys) {
    return ((List<?>) at(keys)).stream().map(Object::toString).toList();
  }

  /**
   * Returns the environment of the steps of an action.
   *
   * @param given inputs; the others have their defaults
   */
  Map<String, String> environment(Map<String, String> given) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (Object step : (List<?>) at("runs", "steps")) {
      Object env = ((Map<?, ?>) step).get("env");
      if (env != null) {
        ((Map<?, ?>) env)
            .forEach((key, value) -> environment.put(key.toString(), input(value, given)));
      }
    }
    return environment;
  }

  private String input(Object value, Map<String, String> given) {
    Matcher input = INPUT.matcher(value.toString());
    assertThat(input.matches()).as(value.toString()).isTrue();
    String name = input.group(1);
    return given.containsKey(name) ? given.get(name) : at("inputs", name, "default").toString();
  }

  /** What the steps of GitHub's run, in order. */
  List<String> githubSteps(String... keys) {
    List<String> lines = new ArrayList<>();
    for (Object step : (List<?>) at(keys)) {
      Object run = ((Map<?, ?>) step).get("run");
      if (run != null) {
        lines.add(run.toString());
      }
    }
    return lines;
  }

  /**
   * Runs pieces of shell, each on its own, up to the first that fails; the last one's end counts.
   */
  static Run run(Path where, List<String> pieces, Map<String, String> environment) {
    Run last = new Run(0, "", "");
    for (String piece : pieces) {
      last = Programs.execute(where, environment, List.of("sh", "-e", "-c", piece));
      if (last.exit() != 0) {
        return last;
      }
    }
    return last;
  }
}
