package dev.xenvendor.patch.propose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.patch.Anchor;
import dev.xenvendor.patch.Change;
import dev.xenvendor.patch.DeclaredTree;
import dev.xenvendor.patch.FileSelection;
import dev.xenvendor.patch.LocalPatch;
import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.TextPatch;
import dev.xenvendor.patch.edit.InsertLines;
import dev.xenvendor.patch.edit.ReplaceLine;
import dev.xenvendor.patch.residue.LocalCopy;
import dev.xenvendor.profile.Version;
import dev.xenvendor.tree.HeaderTree;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of the changes that say the same, the one that holds in most releases is declared. */
final class DurableChangesTest {

  private static final String HEADER =
      """
      #ifndef A_H
      #define A_H
      int first;

      #define LATEST 1
      int second;

      int third;
      struct page {
        int cons;
      };

      #endif
      """;

  private final SortedMap<Version, HeaderTree> releases = new TreeMap<>();

  private DurableChangesTest release(String version, String text) {
    releases.put(new Version(version), DeclaredTree.tree(Map.of("a.h", text)));
    return this;
  }

  /** The one change that declares an edit of release 3.1, and how durable it is. */
  private Map.Entry<Change, Durability> declared(String from, String to) {
    release("3.1", HEADER);
    assertThat(HEADER).contains(from);
    PatchSearch.Declared declared =
        new PatchSearch(
                LocalCopy.of(
                    new Version("3.1"),
                    Objects.requireNonNull(releases.get(new Version("3.1"))),
                    DeclaredTree.tree(Map.of("a.h", HEADER.replace(from, to)))),
                releases,
                CEnvironment.system())
            .measured(PatchSet.NONE, path -> true);
    assertThat(declared.patches().patches()).hasSize(1);
    LocalPatch patch = declared.patches().patches().get(0);
    return Map.entry(patch.change(), declared.durability().get(patch.id()));
  }

  private static Durability held(int held, int releases) {
    return new Durability(held, releases, new Version("3.1"));
  }

  private static InsertLines inserted(Anchor.Where where, String line, String lines) {
    return new InsertLines(
        FileSelection.of("a.h"), new Anchor(where, line), lines.lines().toList());
  }

  @Test
  void aBlockIsAnchoredAtTheLineThatMoreReleasesHave() {
    release("3.2", HEADER.replace("int first", "long first"));
    release("3.3", HEADER.replace("int second;", "long second;"));
    release("3.4", HEADER.replace("int second;", "short second;"));

    Map.Entry<Change, Durability> behind = declared("int third;\n", "int third;\nint ours;\n");
    assertThat(behind.getKey())
        .isEqualTo(inserted(Anchor.Where.AFTER_LINE, "int third;", "int ours;"));
    assertThat(behind.getValue()).isEqualTo(held(4, 4));

    release("3.5", HEADER.replace("int third;", "long third;"));
    Map.Entry<Change, Durability> before = declared("struct page", "int ours;\nstruct page");
    assertThat(before.getKey())
        .isEqualTo(inserted(Anchor.Where.BEFORE_LINE, "struct page {", "int ours;"));
    assertThat(before.getValue()).isEqualTo(held(5, 5));
  }

  /** What a macro is defined as may change with every release. */
  @Test
  void aBlockIsAnchoredAtAMacroWhoseValueChanges() {
    release("3.2", HEADER.replace("LATEST 1", "LATEST 2"));

    Map.Entry<Change, Durability> declared =
        declared("#define LATEST 1\n", "#define LATEST 1\n#define OURS 1\n");

    assertThat(declared.getKey())
        .isEqualTo(inserted(Anchor.Where.AFTER_DEFINE, "LATEST", "#define OURS 1"));
    assertThat(declared.getValue()).isEqualTo(held(2, 2));
  }

  /** A line that a later release has twice would be replaced in both places. */
  @Test
  void aDiffIsTakenWhereItAloneSaysWhichLineIsMeant() {
    release("3.2", HEADER.replace("#endif", "struct leaf {\n  int cons;\n};\n\n#endif"));

    Map.Entry<Change, Durability> declared = declared("  int cons;", "  long cons; /* ours */");

    assertThat(declared.getKey()).isInstanceOf(TextPatch.class);
    assertThat(declared.getValue()).isEqualTo(held(2, 2));
  }

  @Test
  void ofEqualsTheMostSpecificIsTaken() {
    release("3.2", HEADER.replace("int first", "long first"));

    Map.Entry<Change, Durability> declared = declared("  int cons;", "  long cons; /* ours */");

    assertThat(declared.getKey()).isInstanceOf(ReplaceLine.class);
    assertThat(declared.getValue()).isEqualTo(held(2, 2));
  }

  @Test
  void whatDoesNotHoldIsNotCounted() {
    release("3.2", HEADER.replace("  int cons;", "  short cons;"));

    assertThat(declared("  int cons;", "  long cons; /* ours */").getValue()).isEqualTo(held(1, 2));
  }

  @Test
  void earlierReleasesAndThoseWithoutTheHeaderDoNotCount() {
    release("3.0", "");
    release("3.2", HEADER);
    releases.put(new Version("3.3"), HeaderTree.EMPTY);

    assertThat(declared("int third;\n", "int third;\nint ours;\n").getValue())
        .isEqualTo(held(2, 2));
  }
}
