package dev.xenvendor.git.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xenvendor.git.program.GitProgram;
import dev.xenvendor.git.program.ObjectProcess;
import dev.xenvendor.git.repository.GitRepository;
import dev.xenvendor.release.Snapshot;
import dev.xenvendor.release.Source;
import dev.xenvendor.testing.NativeGit;
import dev.xenvendor.tree.HeaderPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release as read from a repository, by Java or by the installed git. */
@Tag("slow")
final class GitSourceTest {

  @TempDir Path folder;
  private Path upstream;
  private NativeGit git;

  @BeforeEach
  void releases() throws IOException {
    upstream = Files.createDirectory(folder.resolve("upstream"));
    git = NativeGit.inWorkTree(upstream);
    for (int i = 0; i < 30; i++) {
      write("include/d" + i % 3 + "/f" + i + ".h", ("int i" + i + ";\n").repeat(i));
    }
    git.run("add", "include");
    git.run("commit", "-qm", "First");
    git.run("tag", "-am", "One", "1.0");
    write("include/d0/f0.h", "int changed;\n");
    git.run("commit", "-qam", "Second");
    git.run("tag", "2.0");
    git.run("gc", "-q");
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(upstream.resolve(path).getParent());
    Files.writeString(upstream.resolve(path), text);
  }

  /** The source, whose objects git reads where they are in another repository. */
  private Map<String, String> read(Path place, String ref) {
    try (Source source = GitSource.local("upstream", place).orElseThrow()) {
      Source.Request request = new Source.Request(HeaderPath.of("include"), List.of(ref), Set.of());
      Snapshot snapshot = source.snapshot(request);
      Map<String, String> read = new TreeMap<>();
      read.put("origin", snapshot.origin().toString());
      read.put("tree", snapshot.headers().id().hex());
      snapshot
          .headers()
          .files()
          .forEach(
              (path, file) ->
                  read.put(path.value(), file + new String(file.bytes(), StandardCharsets.UTF_8)));
      return read;
    }
  }

  @Test
  void theAnswerIsTheSameEitherWay() {
    Path shared = folder.resolve("shared");
    git.run("clone", "-q", "--shared", upstream.toString(), shared.toString());

    for (String ref : List.of("1.0", "2.0", "HEAD")) {
      assertThat(read(shared, ref)).isEqualTo(read(upstream, ref)).hasSize(32);
    }
  }

  @Test
  void gitGivesEveryObjectAsItIsStored() throws IOException {
    git.run("replace", "2.0:include/d0/f0.h", "1.0:include/d0/f3.h");
    try (GitRepository repository = GitRepository.openAt(upstream).orElseThrow();
        ObjectReader reader = repository.jgit().newObjectReader();
        ObjectProcess process =
            GitProgram.find(repository.jgit()).flatMap(GitProgram::objects).orElseThrow()) {
      List<String> names = List.of("1.0", "1.0^{commit}", "2.0^{tree}", "2.0:include/d0/f0.h");
      for (String name : names) {
        ObjectId id = ObjectId.fromString(git.run("rev-parse", name).strip());
        ObjectLoader given = process.open(id).orElseThrow();
        ObjectLoader stored = reader.open(id);

        assertThat(given.getType()).as(name).isEqualTo(stored.getType());
        assertThat(given.getBytes()).as(name).isEqualTo(stored.getBytes());
      }
      assertThat(process.open(ObjectId.zeroId())).isEmpty();
      assertThat(process.open(ObjectId.fromString(git.run("rev-parse", "HEAD").strip())))
          .as("a missing object is no reason to give up")
          .isPresent();
    }
  }

  @Test
  void javaReadsWhatGitDoesNotGive() throws IOException {
    byte[] large = new byte[17 << 20];
    Files.write(upstream.resolve("large"), large);
    ObjectId id = ObjectId.fromString(git.run("hash-object", "-w", "large").strip());
    ObjectId head = ObjectId.fromString(git.run("rev-parse", "HEAD").strip());
    try (GitRepository repository = GitRepository.openAt(upstream).orElseThrow();
        ObjectProcess process =
            GitProgram.find(repository.jgit()).flatMap(GitProgram::objects).orElseThrow()) {
      assertThat(process.open(head)).isPresent();
      assertThat(process.open(id)).as("larger than is worth it").isEmpty();
      assertThat(process.open(head)).as("after git was given up").isEmpty();
    }
    try (GitRepository repository = GitRepository.openAt(upstream).orElseThrow();
        ObjectProcess process =
            GitProgram.find(repository.jgit()).flatMap(GitProgram::objects).orElseThrow()) {
      List<Optional<ObjectLoader>> given = new ArrayList<>();
      for (int i = 0; i < 2_100; i++) {
        given.add(process.open(head));
      }
      assertThat(given.get(1_999)).isPresent();
      assertThat(given.get(2_099)).as("of very many objects").isEmpty();
      assertThat(repository.jgit().open(id, Constants.OBJ_BLOB).getSize()).isEqualTo(large.length);
    }
  }
}
