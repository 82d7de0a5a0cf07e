package dev.xenvendor.acceptance.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestTree;
import dev.xenvendor.profile.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shells offer at the cursor. */
final class CompletionTest {

  @TempDir Path folder;

  /** The words that fit, without what they mean. */
  private static List<String> offered(String... words) {
    List<String> arguments = new ArrayList<>(List.of("complete", "fish", "--"));
    arguments.addAll(List.of(words));
    return Programs.xenvendor(arguments.toArray(String[]::new))
        .exits(0)
        .out()
        .lines()
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  @Test
  void commandsAndTheirOptions() {
    assertThat(offered("im")).containsExactly("import", "impact");
    assertThat(offered("patches", "re")).containsExactly("refresh", "retire");
    assertThat(offered("import", "--ba")).containsExactly("--backfill");
    assertThat(offered("help", "sta")).containsExactly("status");
    assertThat(offered("complete", "")).isEmpty();
  }

  @Test
  void rulesAreTheWordsThatTheProgramTakes() {
    String[] rules = Stream.of(Rule.values()).map(Rule::word).toArray(String[]::new);
    assertThat(offered("check", "--rule", "")).containsExactly(rules);
    assertThat(offered("check", "--rule=und"))
        .containsExactly("--rule=undeclared-change", "--rule=undefined-name");
    assertThat(offered("check", "--rule", "merge-record,unk"))
        .containsExactly("merge-record,unknown-file");
  }

  @Test
  void choicesOfOptions() {
    assertThat(offered("resolve", "io/ring.h", "--take", "v")).containsExactly("vendor");
    assertThat(offered("--format", "js")).containsExactly("json");
    assertThat(offered("check", "--report", "sa")).containsExactly("sarif=");
    assertThat(offered("--color", "a")).containsExactly("auto", "always");
  }

  @Test
  void filesAndFolders() {
    assertThat(offered("import", "3.3.0", "--from", "../s")).containsExactly(":files ../s");
    assertThat(offered("check", "--report", "sarif=ch")).containsExactly(":files ch");
    assertThat(offered("-C", "s")).containsExactly(":directories s");
  }

  @Test
  void releasesPatchesVendorsAndConflictsOfTheTree() {
    TestTree tree = TestTree.imported(folder);
    String os = tree.root().toString();
    assertThat(offered("-C", os, "import", "")).contains("3.1.0", "3.2.0", "3.3.0");
    assertThat(offered("-C", os, "merge", "")).doesNotContain("3.2.0").contains("3.3.0");
    assertThat(offered("-C", os, "--vendor", "s")).containsExactly("sample");
    assertThat(offered("-C", os, "--vendor", "xen", "patches", "show", "ident"))
        .containsExactly("ident-line");

    Programs.xenvendor("-C", os, "merge").exits(1);
    assertThat(offered("-C", os, "resolve", "")).contains("io/ring.h", "io/xs_wire.h", "1", "4");
    assertThat(offered("-C", os, "patches", "new", "--from-conflict", ""))
        .containsExactly("1", "2", "3", "4");
    assertThat(offered("-C", os, "merge", "--resume", "")).isEmpty();
    Programs.xenvendor("-C", os, "merge", "--save", "monday").exits(0);
    assertThat(offered("-C", os, "merge", "--resume", "")).containsExactly("monday");
  }

  @Test
  void refsOfTheTreeAndOfTheSource() {
    TestTree tree = TestTree.imported(folder);
    String os = tree.root().toString();
    assertThat(offered("-C", os, "check", "--since", "u"))
        .contains("upstream/sample", "upstream/sample/3.3.0");
    assertThat(offered("-C", os, "import", "--from", os, "--ref", "upstream/sample/"))
        .contains("upstream/sample/3.1.0", "upstream/sample/3.3.0");
    assertThat(offered("-C", os, "import", "--from=" + os, "--ref=upstream/sample/3.3"))
        .containsExactly("--ref=upstream/sample/3.3.0");
    assertThat(offered("-C", os, "import", "--from", "/nowhere", "--ref", "")).isEmpty();
  }

  @Test
  void filesAndTheRememberedSource() {
    TestTree tree = TestTree.imported(folder);
    String os = tree.root().toString();
    tree.git("config", "xenvendor.sample.source", "https://example.org/sample.git");
    assertThat(offered("-C", os, "import", "--from", ""))
        .containsExactly(":files ", "https://example.org/sample.git");
    assertThat(offered("-C", os, "import", "--from", "../")).containsExactly(":files ../");
    assertThat(offered("-C", os, "import", "--from", "https://ex"))
        .containsExactly(":files https://ex", "https://example.org/sample.git");
  }

  /** The shell finds a file that the source is, and offers it as all the others. */
  @Test
  void aRememberedFolderIsOfferedOnce() {
    TestTree tree = TestTree.imported(folder);
    String os = tree.root().toString();
    tree.git("config", "xenvendor.sample.source", "../upstream");
    assertThat(offered("-C", os, "import", "--from", "")).containsExactly(":files ", "../upstream");
    assertThat(offered("-C", os, "import", "--from", "../up")).containsExactly(":files ../up");
  }

  @Test
  void outsideATreeThereIsNothingToOfferAndNoError() {
    assertThat(offered("-C", folder.toString(), "merge", "")).isEmpty();
    assertThat(offered("-C", "/nowhere", "merge", "")).isEmpty();
    assertThat(offered("frobnicate", "")).isEmpty();
  }

  @Tag("slow")
  @Test
  void bashCompletes() throws IOException {
    String script =
        """
        source <(xenvendor generate-completion bash)
        try() {
          COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
          _xenvendor xenvendor
          printf '%s ' "${COMPREPLY[@]}"
          echo
        }
        try xenvendor im
        try xenvendor check --rule = und
        try xenvendor import --from fi
        cd "$OS"
        try xenvendor import --from https : //ex
        try xenvendor import --from up
        try xenvendor import --from . --ref upstream/sample/3.
        try xenvendor check --since upstream/sample/
        try xenvendor patches new --from-conflict ''
        try xenvendor merge --resume m
        """;
    assertThat(in("bash", "--posix", "-c", script).lines())
        .containsExactly(
            "import impact ",
            "undeclared-change undefined-name ",
            "file.tar ",
            "//example.org/sample.git ",
            " ",
            "upstream/sample/3.1.0 upstream/sample/3.3.0 ",
            "upstream/sample/3.1.0 upstream/sample/3.3.0 ",
            "1 2 3 4 ",
            "monday ");
  }

  @Tag("slow")
  @Test
  void fishCompletes() throws IOException {
    String script =
        """
        xenvendor generate-completion fish | source
        complete -C 'xenvendor import --ba'
        complete -C 'xenvendor check --rule=und'
        complete -C 'xenvendor check --report sarif=fi'
        cd "$OS"
        complete -C 'xenvendor import --from https://ex'
        complete -C 'xenvendor import --from . --ref upstream/sample/3.3'
        complete -C 'xenvendor check --since upstream/sample/3.1'
        complete -C 'xenvendor patches new --from-conflict 4'
        complete -C 'xenvendor merge --resume m'
        """;
    assertThat(in("fish", "--no-config", "-c", script).lines())
        .containsExactly(
            "--backfill\tImport an older release below those already imported.",
            "--rule=undeclared-change",
            "--rule=undefined-name",
            "sarif=file.tar",
            "https://example.org/sample.git\tremembered",
            "upstream/sample/3.3.0\ttag",
            "upstream/sample/3.1.0\ttag",
            "4\tio/xs_wire.h",
            "monday");
  }

  /** A zsh with a terminal, to which keys are sent. */
  @Tag("slow")
  @Test
  void zshCompletes() throws IOException {
    String script =
        """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'autoload -Uz compinit; compinit -u -D; PS1="> "; \
          source <(xenvendor generate-completion zsh); print REA""DY'
        zpty -r shell seen '*READY*'
        zpty -w -n shell $'xenvendor impo\\t'
        zpty -r shell seen '*import*'
        zpty -w -n shell $'--from fi\\t'
        zpty -r shell seen '*file.tar*'
        zpty -w shell $'\\x15cd "$OS"'
        zpty -w -n shell $'xenvendor import --from htt\\t'
        zpty -r shell seen '*https*example.org/sample.git*'
        zpty -w -n shell $'\\x15xenvendor import --from . --ref upstream/sample/3.3\\t'
        zpty -r shell seen '*upstream/sample/3.3.0*'
        zpty -w -n shell $'\\x15xenvendor check --since upstream/sample/3.1\\t'
        zpty -r shell seen '*upstream/sample/3.1.0*'
        zpty -w -n shell $'\\x15xenvendor merge --resume m\\t'
        zpty -r shell seen '*monday*'
        zpty -d shell
        print completed
        """;
    assertThat(in("zsh", "-f", "-c", script)).isEqualTo("completed\n");
  }

  /** What a shell prints in a folder with one file, where {@code xenvendor} is on its path. */
  private String in(String shell, String... arguments) throws IOException {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    List<String> quoted = Programs.java().stream().map(word -> "'" + word + "'").toList();
    Path program = programs.resolve("xenvendor");
    Files.writeString(program, "#!/bin/sh\nexec " + String.join(" ", quoted) + " \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path here = Files.createDirectory(folder.resolve("here"));
    Files.createFile(here.resolve("file.tar"));
    requireProgram(shell);
    List<String> command = new ArrayList<>(List.of(shell));
    command.addAll(List.of(arguments));
    String path = programs + ":" + System.getenv("PATH");
    String os = tree().root().toString();
    Run run =
        Programs.execute(here, Map.of("PATH", path, "HOME", here.toString(), "OS", os), command);
    return run.exits(0).out();
  }

  /** A tree with a source to remember, conflicts, and a merge that is saved. */
  private TestTree tree() {
    TestTree tree = TestTree.inConflict(folder.resolve("tree"));
    tree.git("config", "xenvendor.sample.source", "https://example.org/sample.git");
    tree.run("merge", "--save", "monday").exits(0);
    return tree;
  }

  /** Skips the test where a program is not installed, and says so. */
  static void requireProgram(String name) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    assumeTrue(installed, name + " is not installed");
  }
}
