package dev.xenvendor.patch.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalFormatting;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.PatchTarget;
import dev.xenvendor.patch.edit.LineEndings;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import dev.xenvendor.tree.LineEnd;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Line ends of a tree's own: what is declared of them, and what the declaration does. */
final class LineEndHabitsTest {

  private static final String HEADER =
      """
      #ifndef A_H
      #define A_H

      struct page {
        unsigned int size;
        char *text;
      };

      #define SIZE 10

      #endif
      """;

  private static final Map<String, String> RELEASE =
      Map.of("COPYING", "Free.\n", "a.h", HEADER, "b.h", HEADER.replace("A_H", "B_H"));

  private static String crLf(String text) {
    return text.replace("\n", "\r\n");
  }

  /** The release's files in CRLF, and others in the place of some. */
  private static Map<String, String> tree(Map<String, String> others) {
    Map<String, String> files = new LinkedHashMap<>(RELEASE);
    files.replaceAll((path, text) -> crLf(text));
    files.putAll(others);
    return files;
  }

  private static List<Change> declared(Map<String, String> local) {
    DeclaredTree tree = DeclaredTree.of(RELEASE, local);
    PatchSet declared = tree.declared();
    assertThat(tree.residue(declared).isNone()).as("%s", declared).isTrue();
    // Trunk carries what is declared: nothing is missing in it.
    assertThat(tree.residue(declared).local().tree()).isEqualTo(tree.local());
    return declared.patches().stream().map(LocalPatch::change).toList();
  }

  @Test
  void aTreeInCrLfIsOneDeclaration() {
    assertThat(declared(tree(Map.of())))
        .containsExactly(new LineEndings(FileSelection.of("**"), LineEnd.CRLF));
  }

  @Test
  void filesThatStayedInLfAreTakenOut() {
    assertThat(declared(tree(Map.of("a.h", HEADER))))
        .containsExactly(new LineEndings(new FileSelection(List.of("**", "!a.h")), LineEnd.CRLF));
  }

  @Test
  void aFewFilesInCrLfAreNamed() {
    Map<String, String> local = new LinkedHashMap<>(RELEASE);
    local.put("a.h", crLf(HEADER));
    assertThat(declared(local))
        .containsExactly(new LineEndings(FileSelection.of("a.h"), LineEnd.CRLF));
  }

  @Test
  void mixedEndsOfAFileAreItsOwn() {
    Map<String, String> local = new LinkedHashMap<>(RELEASE);
    local.put("a.h", HEADER.replace("SIZE 10\n", "SIZE 10\r\n"));
    assertThat(declared(local))
        .containsExactly(new LineEndings(FileSelection.of("a.h"), LineEnd.LF));
    local = tree(Map.of("a.h", crLf(HEADER).replace("SIZE 10\r\n", "SIZE 10\n")));
    assertThat(declared(local))
        .containsExactly(new LineEndings(FileSelection.of("**"), LineEnd.CRLF));
  }

  @Test
  void editsAreDeclaredBesideLineEnds() {
    String edited =
        crLf(HEADER
                .replace("  unsigned int size", "  volatile unsigned int size")
                .replace("SIZE 10", "SIZE 12")
                .replace("#define A_H\n", "#define A_H\n#include <ours.h>\n"))
            .replace("SIZE 12\r\n", "SIZE 12\n")
            .replace("<ours.h>\r\n", "<ours.h>\n");
    assertThat(declared(tree(Map.of("a.h", edited, "own.h", "/* ours */\r\n\r\n"))))
        .extracting(change -> change.kind().name())
        .containsExactlyInAnyOrder(
            "line-endings", "qualify-fields", "replace-line", "insert-lines", "add-file");
  }

  /** Lines that local has keep its ends, in whatever release; new ones get the form. */
  @Test
  void aLaterReleaseKeepsTheMixedEndsOfLocal() {
    HeaderTree local = DeclaredTree.tree(Map.of("a.h", "1\r\n2\n3\r\n4\n5"));
    HeaderTree later = DeclaredTree.tree(Map.of("a.h", "0\n1\n2\nnew\n4\n5\n6\n"));
    LineEndings endings = new LineEndings(FileSelection.of("**"), LineEnd.CRLF);
    PatchSet patches = new PatchSet(List.of(LocalPatch.proposed("ends", "Ends.", endings)));
    LocalFormatting spelling = patches.spelling(local);
    PatchTarget target = PatchTarget.of(later).withSpelling(spelling);
    byte[] patched = patches.apply(target).tree().get(HeaderPath.of("a.h")).orElseThrow().bytes();
    assertThat(new String(patched, StandardCharsets.ISO_8859_1))
        .isEqualTo("0\r\n1\r\n2\nnew\r\n4\n5\r\n6\r\n");
  }
}
