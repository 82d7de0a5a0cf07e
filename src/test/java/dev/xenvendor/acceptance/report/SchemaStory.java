package dev.xenvendor.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xenvendor.ProgramAdapters;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.cli.command.demo.SampleFiles;
import dev.xenvendor.cli.console.ExitCode;
import dev.xenvendor.testing.Project;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The JSON output of every command in one story on the sample, and every file that it leaves. */
final class SchemaStory {

  private static final Path PROJECT = Project.FOLDER;

  private static final Instant DATE = Instant.parse("2008-08-20T10:00:00Z");

  static final List<Output> OUTPUTS = new ArrayList<>();

  static final List<Input> INPUTS = new ArrayList<>();

  private SchemaStory() {}

  /** What a command printed, and the part of the schema that describes it. */
  record Output(String definition, String commandLine, JsonNode json) {
    @Override
    public String toString() {
      return commandLine;
    }
  }

  /** A file, and the kind of file it is. */
  record Input(String kind, String name, JsonNode content) {
    @Override
    public String toString() {
      return name;
    }
  }

  static void tellTheStory(Path folder) throws IOException {
    Path os = makeRepositories(folder);
    print(os, "status", "status --vendor sample");
    print(os, "adopt", "adopt --vendor sample --from ../upstream --patches none");
    print(os, "adopt", "adopt");
    print(os, "releases-verify", "releases verify");
    print(os, "update", "update --dry-run --from ../upstream");
    print(os, "import", "import 3.3.0 --from ../upstream");
    print(os, "import-undo", "import --undo");
    print(os, "import", "import 3.3.0 --from ../upstream");
    print(os, "import", "import 3.3.0");
    print(os, "releases", "releases");
    print(os, "releases-available", "releases available --from ../upstream");
    print(os, "abi", "abi 3.1.0 3.3.0");
    print(os, "abi", "abi trunk trunk");
    print(os, "impact", "impact");
    print(os, "impact", "impact 3.1.0 3.3.0 --baseline 3.2.0");
    print(os, "impact", "impact --baseline 3.3.0");
    print(os, "merge", "merge --dry-run");
    print(os, "conflicts", "conflicts --dry-run");
    print(os, "conflicts", "conflicts");
    print(os, "merge", "merge");
    print(os, "status", "status");
    print(os, "conflicts", "conflicts");
    print(os, "resolve", "resolve io/ring.h --hunk 1 --take vendor");
    print(os, "resolve", "resolve --undo 3.1");
    print(os, "resolve", "resolve io/ring.h --hunk 1 --take vendor");
    print(os, "resolve", "resolve io/xs_wire.h --take local");
    print(os, "merge-save", "merge --save help");
    print(os, "merge-end", "merge --continue");
    print(os, "merge-end", "merge --abort");
    print(os, "status", "status");
    print(os, "merge-resume", "merge --resume help");
    print(os, "merge-end", "merge --abort");
    JsonNode kept = print(os, "resolutions", "resolutions").path("resolutions");
    String hunk = kept.path(0).path("id").asText();
    String file = kept.path(1).path("id").asText();
    print(os, "resolutions-show", "resolutions show " + hunk);
    print(os, "resolutions-show", "resolutions show " + file);
    print(os, "merge", "merge --dry-run");
    print(os, "resolutions-forget", "resolutions forget " + hunk + " " + file);
    print(os, "update", "update 3.3.0");
    print(os, "merge-end", "merge --abort");
    print(os, "patches", "patches");
    print(os, "patches-new", "patches new --dry-run");
    print(os, "patches-new", "patches new");
    String patch = print(os, "patches", "patches").at("/patches/0/id").asText();
    print(os, "patches-show", "patches show " + patch);
    print(os, "patches-verify", "patches verify");
    print(os, "patches-export", "patches export " + patch);
    print(os, "merge", "merge --include-config");
    print(os, "merge-undo", "merge --undo");
    print(os, "merge", "merge");
    print(os, "update", "update 3.3.0");
    print(os, "status", "status");
    print(os, "check", "check");
    print(os, "check", "check --since HEAD --rule release-skipped");
    Files.writeString(os.resolve(TeamRepository.PREFIX + "/io/ring.h"), "/* é */\n");
    print(os, "check", "check");
    print(os, "patches-upkeep", "patches apply");
    print(os, "releases-pin", "releases pin 3.9.0 --from ../upstream --ref 3.3.0");
    print(os, "merge-trees", "merge-trees upstream/sample/3.1.0 HEAD upstream/sample/3.3.0");
    print(folder.resolve("new"), "adopt", "adopt --vendor sample");
    Run failed = Programs.xenvendor("-C", "/", "--format", "json", "status").exits(4);
    OUTPUTS.add(new Output("error", "status", failed.json()));
    collectFiles(os);
    collectFiles(PROJECT);
  }

  private static Path makeRepositories(Path folder) {
    ProgramAdapters adapters = new ProgramAdapters();
    SampleFiles sample = new SampleFiles(adapters.builtInConfig());
    Path upstream = folder.resolve("upstream");
    adapters.createRepository(upstream);
    HeaderPath headers = HeaderPath.of("xen/include/public");
    for (String release : sample.releases()) {
      HeaderTree files = sample.release(release).under(headers);
      adapters.commitAll(upstream, files, "Release " + release, DATE, Optional.of(release));
    }
    Path os = folder.resolve("os");
    adapters.createRepository(os);
    adapters.commitAll(os, sample.trunk(), "Headers of 3.1.0", DATE, Optional.empty());
    HeaderFile readme = HeaderFile.regular("Nothing yet.\n".getBytes(StandardCharsets.UTF_8));
    Path fresh = folder.resolve("new");
    adapters.createRepository(fresh);
    HeaderTree tree = HeaderTree.of(Map.of(HeaderPath.of("README"), readme));
    adapters.commitAll(fresh, tree, "A tree without headers", DATE, Optional.empty());
    return os;
  }

  private static JsonNode print(Path directory, String definition, String commandLine) {
    List<String> arguments = new ArrayList<>(List.of("-C", directory.toString()));
    arguments.addAll(List.of("--format", "json"));
    arguments.addAll(List.of(commandLine.split(" ")));
    Run run = Programs.xenvendor(arguments.toArray(String[]::new));
    assertThat(run.exit())
        .as("%s: %s", commandLine, run.err())
        .isLessThanOrEqualTo(ExitCode.FINDING);
    OUTPUTS.add(new Output(definition, commandLine, run.json()));
    return run.json();
  }

  private static void collectFiles(Path root) throws IOException {
    collect(root, "vendor", "[^/]+/vendor\\.yaml", "vendor");
    collect(root, "vendor", "[^/]+/releases/[^/]+\\.yaml", "manifest");
    collect(root, "vendor", "[^/]+/interfaces/[^/]+\\.yaml", "interface");
    collect(root, "vendor", "[^/]+/merged\\.yaml", "merged");
    collect(root, "local-patches", "[^/]+/[^/]+\\.yaml", "local-patch");
  }

  private static void collect(Path root, String below, String pattern, String kind)
      throws IOException {
    Path start = root.resolve(below);
    if (!Files.isDirectory(start)) {
      return;
    }
    try (Stream<Path> files = Files.walk(start)) {
      files
          .filter(file -> start.relativize(file).toString().replace('\\', '/').matches(pattern))
          .sorted()
          .forEach(
              file -> INPUTS.add(new Input(kind, root.relativize(file).toString(), yaml(file))));
    }
  }

  /** The file as an editor reads it, by the rules of YAML 1.2. */
  private static JsonNode yaml(Path file) {
    try {
      return json(new Yaml().compose(new StringReader(Files.readString(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Node node) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (node instanceof MappingNode mapping) {
      ObjectNode object = nodes.objectNode();
      mapping
          .getValue()
          .forEach(
              tuple ->
                  object.set(
                      ((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = nodes.arrayNode();
      sequence.getValue().forEach(element -> array.add(json(element)));
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return nodes.textNode(text);
    }
    if (text.matches("[-+]?\\d{1,18}")) {
      return nodes.numberNode(Long.parseLong(text));
    }
    if (text.matches("0x[0-9a-fA-F]+")) {
      return nodes.numberNode(new BigInteger(text.substring(2), 16));
    }
    if (text.matches("[-+]?(\\d+\\.\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      return nodes.numberNode(Double.parseDouble(text));
    }
    return text.matches("true|false")
        ? nodes.booleanNode(Boolean.parseBoolean(text))
        : nodes.textNode(text);
  }

  static Stream<Output> outputs() {
    return OUTPUTS.stream();
  }

  static Stream<Input> inputs() {
    return INPUTS.stream();
  }

  static Stream<Input> oneInputOfEachKind() {
    return INPUTS.stream()
        .collect(Collectors.toMap(Input::kind, input -> input, (first, second) -> first))
        .values()
        .stream();
  }
}
