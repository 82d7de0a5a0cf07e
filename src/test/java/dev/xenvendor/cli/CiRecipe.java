package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** A file of docs/ci, and how a server runs it. */
record CiRecipe(Map<?, ?> yaml) {

  static final Path FOLDER = Project.FOLDER.resolve("docs/ci");

  static CiRecipe read(String name) {
    try {
      return new CiRecipe(new Yaml().load(Files.readString(FOLDER.resolve(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A repository to clone xenvendor from, which needs no building.
   *
   * @return the launcher in it
   */
  static Path program(Path folder) throws IOException {
    TeamRepository project = TeamRepository.empty(folder);
    List<String> quoted = Programs.java().stream().map(word -> "'" + word + "'").toList();
    project.write("xenvendor", "#!/bin/sh\nexec " + String.join(" ", quoted) + " \"$@\"\n");
    project.write("docs/ci/update-branch", Files.readString(FOLDER.resolve("update-branch")));
    for (String script : List.of("xenvendor", "docs/ci/update-branch")) {
      assertThat(project.folder().resolve(script).toFile().setExecutable(true)).isTrue();
    }
    project.git("config", "user.name", "Somebody");
    project.git("config", "user.email", "somebody@example.org");
    project.commitAll("Launcher");
    project.git("branch", "-M", "main");
    return project.folder().resolve("xenvendor");
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

  /** What the steps of a job of GitHub's run, in order. */
  List<String> githubSteps(String job) {
    List<String> lines = new ArrayList<>();
    for (Object step : (List<?>) at("jobs", job, "steps")) {
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
