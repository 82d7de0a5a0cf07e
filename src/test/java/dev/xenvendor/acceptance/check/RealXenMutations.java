package dev.xenvendor.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.xenvendor.acceptance.fixture.NetbsdTree;
import dev.xenvendor.acceptance.fixture.TeamRepository;
import dev.xenvendor.profile.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What may go wrong with a merged tree, and the rule and the place of the finding. */
final class RealXenMutations {

  private static final String P = TeamRepository.PREFIX;
  private static final String MD = NetbsdTree.MD_HEADER;
  private static final String DRIVER = "sys/arch/xen/xen/backend.c";

  private final TeamRepository team;

  RealXenMutations(TeamRepository team) {
    this.team = team;
  }

  /** Something that goes wrong with the tree. */
  interface Mutation {
    void make();
  }

  private static Arguments mutation(Rule rule, String what, String place, Mutation mutation) {
    return arguments(rule, what, place, mutation);
  }

  void edit(String path, String from, String to) {
    String text = team.read(path);
    assertThat(text).as(path).contains(from);
    int at = text.indexOf(from);
    team.write(path, text.substring(0, at) + to + text.substring(at + from.length()));
  }

  void append(String path, String text) {
    team.write(path, team.read(path) + text);
  }

  /** Inserts into the MD header, before its last line. */
  private void insertInMd(String text) {
    String header = team.read(MD);
    int end = header.lastIndexOf("#endif");
    team.write(MD, header.substring(0, end) + text + header.substring(end));
  }

  private void alterVendorBranch() {
    team.git("switch", "-q", "upstream/xen");
    team.write(P + "/callback.h", "/* ours */\n");
    team.commitAll("Ours");
    team.git("switch", "-q", "-");
  }

  Stream<Arguments> all() {
    return Stream.of(
        mutation(
            Rule.UNDECLARED_CHANGE,
            "a constant",
            P + "/io/xs_wire.h",
            () -> edit(P + "/io/xs_wire.h", "XENSTORE_RING_SIZE 1024", "XENSTORE_RING_SIZE 2048")),
        mutation(
            Rule.UNDECLARED_CHANGE,
            "a comment",
            P + "/event_channel.h",
            () -> edit(P + "/event_channel.h", " * ", " * (sic) ")),
        mutation(
            Rule.UNDECLARED_CHANGE,
            "the order of fields",
            P + "/callback.h",
            () ->
                edit(
                    P + "/callback.h",
                    "uint16_t type;\n    uint16_t flags;",
                    "uint16_t flags;\n    uint16_t type;")),
        mutation(
            Rule.UNDECLARED_CHANGE,
            "a header that is gone",
            P + "/io/fbif.h",
            () -> team.git("rm", "-q", P + "/io/fbif.h")),
        mutation(
            Rule.PATCH_MISSING,
            "a volatile that is gone",
            P + "/io/xs_wire.h",
            () -> edit(P + "/io/xs_wire.h", "volatile XENSTORE", "XENSTORE")),
        mutation(
            Rule.UNKNOWN_FILE,
            "a header of our own",
            P + "/io/own.h",
            () -> team.write(P + "/io/own.h", "/* $NetBSD$ */\n#define OWN 1\n")),
        mutation(
            Rule.CONFLICT_MARKER,
            "a conflict that was committed",
            P + "/callback.h",
            () -> edit(P + "/callback.h", "#define", "<<<<<<< local NetBSD\n#define")),
        mutation(
            Rule.VENDOR_NOT_PRISTINE, "a change on the vendor branch", "", this::alterVendorBranch),
        mutation(
            Rule.MERGE_RECORD,
            "a record of another release",
            "vendor/xen/merged.yaml",
            () -> edit("vendor/xen/merged.yaml", "\nrelease: 3.3.0", "\nrelease: 3.2.0")),
        mutation(
            Rule.DOES_NOT_COMPILE,
            "a syntax error in the MD header",
            MD,
            () -> insertInMd("struct broken { int a b; };\n")),
        mutation(
            Rule.CROSS_ABI_MISMATCH,
            "the 32-bit request as a typedef of the native one",
            MD,
            () ->
                edit(
                    MD,
                    "typedef struct blkif_x86_32_request blkif_x86_32_request_t;",
                    "typedef blkif_request_t blkif_x86_32_request_t;")),
        mutation(
            Rule.CROSS_ABI_MISMATCH,
            "a packed attribute that is gone",
            MD,
            () -> edit(MD, "} __packed;", "};")),
        mutation(
            Rule.UNDEFINED_NAME,
            "a misspelt interface version",
            MD,
            () ->
                insertInMd("#if __XEN_INTERFACE_VERSION >= 0x00030209\n#define NEWER 1\n#endif\n")),
        mutation(
            Rule.REMOVED_BUT_USED,
            "a driver that uses what is no longer there",
            DRIVER,
            () -> append(DRIVER, "int acm = __HYPERVISOR_acm_op;\n")),
        mutation(
            Rule.NEWER_THAN_BASELINE,
            "a driver that uses what the oldest hypervisor lacks",
            DRIVER,
            () ->
                append(
                    DRIVER,
                    "int mca(void *op)\n{\n\treturn HYPERVISOR_mca(XEN_MC_fetch, op);\n}\n")),
        mutation(
            Rule.MERGE_PENDING,
            "a release that was imported since",
            "",
            () -> NetbsdTree.importRelease(team, "3.4.0")));
  }
}
