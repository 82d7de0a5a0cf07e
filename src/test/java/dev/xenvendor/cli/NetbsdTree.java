package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.patch.PatchSet;
import dev.xenvendor.patch.file.PatchConfig;
import dev.xenvendor.profile.Version;
import dev.xenvendor.source.DirectoryConfig;
import dev.xenvendor.testing.FileTrees;
import dev.xenvendor.testing.Project;
import dev.xenvendor.tree.HeaderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** A tree as NetBSD's stood on Xen 3.1.0: its changes, in words of our own, in the real headers. */
final class NetbsdTree {

  static final String P = TeamRepository.PREFIX;
  static final String MD_HEADER = "sys/arch/xen/include/xen_blkif_md.h";

  private static final Path PROJECT = Project.FOLDER;

  /** What NetBSD's block back end needs of requests and responses. */
  private static final String STRUCTS =
      """

      /* What the rings of all guests have in common. */
      struct blkif_common_request { uint8_t unused; };
      struct blkif_common_response { uint8_t unused; };

      /* As an i386 guest lays them out, whatever we are compiled for. */
      struct blkif_x86_32_request {
      \tuint8_t operation;
      \tuint8_t nr_segments;
      \tblkif_vdev_t handle;
      \tuint64_t id;
      \tblkif_sector_t sector_number;
      \tstruct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
      } __packed;
      typedef struct blkif_x86_32_request blkif_x86_32_request_t;
      struct blkif_x86_32_response {
      \tuint64_t id;
      \tuint8_t operation;
      \tuint8_t unused;
      \tint16_t status;
      } __packed;
      typedef struct blkif_x86_32_response blkif_x86_32_response_t;

      /* As an x86_64 guest does. */
      struct blkif_x86_64_request {
      \tuint8_t operation;
      \tuint8_t nr_segments;
      \tblkif_vdev_t handle;
      \tuint64_t __attribute__((__aligned__(8))) id;
      \tblkif_sector_t sector_number;
      \tstruct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
      };
      typedef struct blkif_x86_64_request blkif_x86_64_request_t;
      struct blkif_x86_64_response {
      \tuint64_t __attribute__((__aligned__(8))) id;
      \tuint8_t operation;
      \tint16_t status;
      };
      typedef struct blkif_x86_64_response blkif_x86_64_response_t;
      """;

  /** And of their rings. */
  private static final String RINGS =
      """
      DEFINE_RING_TYPES(blkif_common, struct blkif_common_request, struct blkif_common_response);
      DEFINE_RING_TYPES(blkif_x86_32, struct blkif_x86_32_request, struct blkif_x86_32_response);
      DEFINE_RING_TYPES(blkif_x86_64, struct blkif_x86_64_request, struct blkif_x86_64_response);

      /* One of three, chosen when the front end connects. */
      union blkif_back_rings {
      \tblkif_back_ring_t native;
      \tblkif_common_back_ring_t common;
      \tblkif_x86_32_back_ring_t x86_32;
      \tblkif_x86_64_back_ring_t x86_64;
      };
      typedef union blkif_back_rings blkif_back_rings_t;
      """;

  private NetbsdTree() {}

  /** The headers of 3.1.0 with NetBSD's changes, its ident lines expanded as CVS does. */
  static Map<String, String> headers() {
    return edited("3.1.0-branched", (path, text) -> ident(path) + netbsds(path, text));
  }

  /**
   * The same as NetBSD's files have it: the trailing backslashes of macro lines in their column.
   */
  static Map<String, String> headersInColumn() {
    Map<String, String> headers = headers();
    String[] published = XenGit.headers("3.1.0-branched").getOrDefault("io/ring.h", "").split("\n");
    String[] lines = headers.getOrDefault("io/ring.h", "").split("\n");
    for (int i = 0; i < published.length; i++) {
      String line = lines[i + 1]; // behind the ident line
      if (line.endsWith("\\") && !line.equals(published[i])) {
        String text = line.substring(0, line.length() - 1).stripTrailing();
        int blanks = Math.max(1, published[i].length() - 1 - text.length());
        lines[i + 1] = text + " ".repeat(blanks) + "\\";
      }
    }
    String ring = String.join("\n", lines) + "\n";
    assertThat(ring).isNotEqualTo(headers.put("io/ring.h", ring));
    return headers;
  }

  /** A release's headers with an edit made in each. */
  static Map<String, String> edited(String tag, BinaryOperator<String> edit) {
    Map<String, String> changed = new TreeMap<>();
    XenGit.headers(tag).forEach((path, text) -> changed.put(path, edit.apply(path, text)));
    changed.keySet().removeIf(path -> path.startsWith("foreign/"));
    return changed;
  }

  static String ident(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return path.endsWith(".h")
        ? "/* $NetBSD: " + name + ",v 1.2 2007/11/27 19:36:17 joerg Exp $ */\n"
        : "";
  }

  static String netbsds(String path, String text) {
    String edited =
        switch (path) {
          case "io/xs_wire.h" ->
              text.replace("__attribute__((unused))", "__unused")
                  .replaceAll("(?m)^( *)(?=XENSTORE_RING_IDX r(eq|sp)_)", "$1volatile ");
          case "io/ring.h" ->
              text.replaceAll("\\bwmb\\(\\)", "x86_sfence()")
                  .replaceAll("\\brmb\\(\\)", "x86_lfence()")
                  .replaceAll("\\bmb\\(\\)", "x86_mfence()");
          case "io/blkif.h" ->
              text.replaceFirst("(?m)^typedef struct blkif_response .*\n", "$0" + STRUCTS)
                  .replaceFirst("(?m)^DEFINE_RING_TYPES\\(blkif, .*\n", "$0" + RINGS);
          default -> text;
        };
    boolean ours = List.of("io/xs_wire.h", "io/ring.h", "io/blkif.h").contains(path);
    assertThat(edited.equals(text)).as(path).isEqualTo(!ours);
    return edited;
  }

  /**
   * A repository with headers and the shipped patches, taken over.
   *
   * @param patches how the names of those patches begin that it has; all of them where none is said
   */
  static TeamRepository adopted(Path folder, Map<String, String> headers, String... patches)
      throws IOException {
    TeamRepository team = XenGit.netbsd(folder, headers);
    Path own = Files.createDirectories(folder.resolve("local-patches/xen"));
    try (Stream<Path> shipped = Files.list(PROJECT.resolve("local-patches/xen"))) {
      for (Path file : shipped.toList()) {
        String name = file.getFileName().toString();
        if (patches.length == 0 || Stream.of(patches).anyMatch(name::startsWith)) {
          Files.copy(file, own.resolve(name));
        }
      }
    }
    team.commitAll("Our changes, declared");
    team.xenvendor("adopt", "--from", XenGit.folder().toString()).exits(0);
    return team;
  }

  static void importRelease(TeamRepository team, String version) {
    team.xenvendor("import", version, "--from", XenGit.folder().toString()).exits(0);
  }

  /** The headers as they stand in the work tree. */
  static HeaderTree headers(TeamRepository team) {
    return FileTrees.read(team.folder().resolve(P));
  }

  /** The patches that the tree declares. */
  static PatchSet patches(TeamRepository team) {
    return PatchConfig.load("xen", new DirectoryConfig(team.folder(), team.folder()));
  }

  /** A release with the tree's patches made in it, ident lines as new files get them. */
  static HeaderTree patched(TeamRepository team, String version, HeaderTree published) {
    PatchSet all = patches(team);
    HeaderTree tree = all.forRelease(new Version(version)).applyTo(published, Map.of()).tree();
    return all.withBareIdents(tree);
  }
}
