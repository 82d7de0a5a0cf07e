package dev.xenvendor.acceptance.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xenvendor.acceptance.fixture.NeedsXenGit;
import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.acceptance.fixture.XenGit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tree of other habits: no white space at the ends of lines, a line after each include guard. */
@NeedsXenGit
final class RealXenHabitsTest {

  private static final String MARK = "#include <machine/xen-glue.h>";

  private static final String STRIP =
      """
      id: no-trailing-white-space
      description: Nobody likes white space that nobody sees.
      change:
        strip-trailing-whitespace: {files: "**/*.h"}
      """;

  private static final String GLUE =
      """
      id: glue
      description: Every header finds what the system calls otherwise.
      change:
        insert-lines: {files: "**/*.h", after: include-guard, lines: ["%s"]}
      """
          .formatted(MARK);

  @TempDir Path folder;

  /** The habits, made by other means than the program's. */
  private static String withHabits(String path, String text) {
    return path.endsWith(".h")
        ? text.replaceAll("[ \t\f\u000b\r]+(?=\n|\\z)", "")
            .replaceFirst(
                "(?m)^([ \t]*#[ \t]*ifndef[ \t]+(\\w+)[^\n]*\n[ \t]*#[ \t]*define[ \t]+\\2\\b[^\n]*\n)",
                "$1" + MARK + "\n")
        : text;
  }

  @ParameterizedTest
  @CsvSource({
    "3.1.0, 3.3.0",
    "3.1.0, 4.21.1",
    "3.0.2, 3.1.0",
    "3.4.0, 4.2.0",
    "4.2.0, 4.3.0",
    "4.16.0, 4.17.0",
    "4.4.0, 4.20.0"
  })
  void anyTwoReleasesMergeWithoutAConflict(String from, String to) throws IOException {
    TeamRepository team =
        XenGit.netbsd(
            folder.resolve("os"), NetbsdTree.edited(tag(from), RealXenHabitsTest::withHabits));
    team.write("local-patches/xen/0010-no-trailing-white-space.yaml", STRIP);
    team.write("local-patches/xen/0020-glue.yaml", GLUE);
    team.commitAll("Our habits, declared");
    team.xenvendor("adopt", "--from", XenGit.folder().toString(), "--baseline", from).exits(0);
    NetbsdTree.importRelease(team, to);

    JsonNode merge = team.json("merge");

    assertThat(merge.get("result").asText()).as("%s", merge.get("conflicts")).isEqualTo("merged");
    Map<String, String> expected = NetbsdTree.edited(tag(to), RealXenHabitsTest::withHabits);
    Map<String, String> result = new TreeMap<>();
    for (String path : team.headers("HEAD").keySet()) {
      result.put(path, team.read(TeamRepository.PREFIX + "/" + path));
    }
    assertThat(result.keySet()).isEqualTo(expected.keySet());
    result.forEach((path, text) -> assertThat(text).as(path).isEqualTo(expected.get(path)));
    assertThat(team.json("patches").get("undeclared")).isEmpty();
  }

  private static String tag(String release) {
    return switch (release) {
      case "3.4.0" -> "3.4.0-rc3";
      default -> release.startsWith("3.") ? release + "-branched" : "RELEASE-" + release;
    };
  }
}
