package dev.xenvendor.acceptance.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.xenvendor.acceptance.fixture.CvsStory;
import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.c.compiler.SystemCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A transcript of a shell session: each command line after {@code $}, and below it, indented, what
 * the command prints. Playing a story runs its commands and returns the transcript anew, so that it
 * equals the story exactly if every command still prints the same and exits with the same status.
 */
final class Story {

  private static final String COMMAND = "$ ";
  private static final String INDENT = "    ";
  private static final Pattern HEAD = Pattern.compile("(?m)^(In|Compiler): (\\S+)$");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern INPUT = Pattern.compile("(.*) <<< '([^']*)'");
  private static final Pattern TODAY = Pattern.compile("\\b20[2-9]\\d-\\d\\d-\\d\\d\\b");

  /** Only a build knows the version, not the classes of a development environment. */
  private static final Pattern VERSION = Pattern.compile("(?m)^ *\"semanticVersion\" : .*\n");

  /** How long a check took, in JUnit's XML. */
  private static final Pattern DURATION = Pattern.compile("\\btime=\"[0-9.]+\"");

  /** A recorded resolution, numbered in the order in which they are shown. */
  private static final Pattern RESOLUTION = Pattern.compile("\\bRESOLUTION-(\\d)\\b");

  private static final int SHORT_ID = 7;

  private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{7,40}\\b");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private final List<String> resolutions = new ArrayList<>();
  private Path directory;

  private Story(Path folder, Map<String, String> head) {
    this.folder = folder;
    this.directory = makeTree(head.getOrDefault("In", ""), folder);
    environment.put("CVSROOT", folder.resolve("root").toString());
    if (head.containsKey("Compiler")) {
      assumeThat(SystemCompiler.find(environment).compiler()).as("a C compiler").isPresent();
    } else {
      environment.put("CC", "/no/compiler");
    }
  }

  /**
   * Plays a story in an empty folder. Its head names the tree it begins in, {@code In: sample}, and
   * with {@code Compiler: any} says that it needs a C compiler; else it is played without one.
   */
  static String play(String text, Path folder) {
    Map<String, String> head = new HashMap<>();
    HEAD.matcher(text).results().forEach(line -> head.put(line.group(1), line.group(2)));
    return new Story(folder, head).replay(text);
  }

  private static Path makeTree(String start, Path folder) {
    return switch (start) {
      case "sample" -> TestTree.fromSample(folder).root();
      case "declared" -> TestTree.declared(folder).root();
      case "imported" -> TestTree.imported(folder).root();
      case "cvs" -> makeRepository(folder);
      default -> throw new AssertionError("no story begins in: " + start);
    };
  }

  /** A CVS repository, and the releases to import into it. */
  private static Path makeRepository(Path folder) {
    CvsStory story = CvsStory.at310(folder);
    story.release("3.2.0");
    story.release("3.3.0");
    return folder;
  }

  private String replay(String text) {
    StringBuilder played = new StringBuilder();
    for (String line : text.lines().filter(Story::isScript).toList()) {
      if (line.startsWith(COMMAND)) {
        played.append(line).append('\n').append(transcript(run(line.substring(COMMAND.length()))));
      } else {
        played.append(played.isEmpty() || isHead(line) ? "" : "\n").append(line).append('\n');
      }
    }
    return played.toString();
  }

  private static boolean isScript(String line) {
    return !line.isBlank() && !line.startsWith(INDENT);
  }

  private static boolean isHead(String line) {
    return HEAD.matcher(line).matches();
  }

  private Run run(String line) {
    String commandLine =
        RESOLUTION
            .matcher(line)
            .replaceAll(
                name ->
                    resolutions.get(Integer.parseInt(name.group(1)) - 1).substring(0, SHORT_ID));
    var withInput = INPUT.matcher(commandLine);
    boolean hasInput = withInput.matches();
    List<String> words = words(hasInput ? withInput.group(1) : commandLine);
    if (words.get(0).equals("cd")) {
      directory = directory.resolve(words.get(1)).normalize();
      return new Run(0, "", "");
    }
    if (words.get(0).equals("xenvendor")) {
      List<String> arguments = new ArrayList<>(List.of("-C", directory.toString()));
      arguments.addAll(words.subList(1, words.size()));
      String input = hasInput ? withInput.group(2) + "\n" : "";
      return Programs.xenvendor(environment, input.getBytes(UTF_8), arguments);
    }
    Map<String, String> root = Map.of("CVSROOT", environment.get("CVSROOT"));
    return Programs.execute(directory, root, List.of("sh", "-c", commandLine));
  }

  private static List<String> words(String commandLine) {
    return WORD.matcher(commandLine)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }

  /** What a command printed, the lines of standard error marked as such. */
  private String transcript(Run run) {
    String status = run.exit() == 0 ? "" : INDENT + "[exit " + run.exit() + "]\n";
    return stable(indented(INDENT, run.out()) + indented(INDENT + "2> ", run.err()) + status);
  }

  private static String indented(String indent, String text) {
    return text.lines()
        .map(line -> line.isEmpty() ? "\n" : indent + line + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Without what differs from run to run: temporary folders, today, the version, and the ids of
   * commits and resolutions.
   */
  private String stable(String text) {
    String built = VERSION.matcher(text.replace(folder.toString(), "TMP")).replaceAll("");
    built = DURATION.matcher(built).replaceAll("time=\"0\"");
    String placed = TODAY.matcher(built).replaceAll("TODAY");
    Path git = directory.resolve(".git");
    if (HEX.matcher(placed).find() && git.toFile().exists()) {
      String commits = Programs.gitIn(directory, "rev-list", "--all", "--reflog").exits(0).out();
      List<String> recorded = recorded();
      return HEX.matcher(placed)
          .replaceAll(id -> isCommit(id, commits) ? "COMMIT" : resolution(id.group(), recorded));
    }
    return placed;
  }

  private static boolean isCommit(MatchResult id, String commits) {
    return commits.startsWith(id.group()) || commits.contains("\n" + id.group());
  }

  /** The ids of the resolutions of the sample's conflicts. */
  private List<String> recorded() {
    String ref = "refs/xenvendor/resolutions/sample";
    Run trees = Programs.gitIn(directory, "ls-tree", "-rd", "--format=%(objectname) %(path)", ref);
    return trees
        .out()
        .lines()
        .filter(line -> line.contains("/"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private String resolution(String id, List<String> recorded) {
    recorded.stream()
        .filter(whole -> whole.startsWith(id) && !resolutions.contains(whole))
        .forEach(resolutions::add);
    for (String known : resolutions) {
      if (known.startsWith(id)) {
        return "RESOLUTION-" + (1 + resolutions.indexOf(known));
      }
    }
    return id;
  }
}
