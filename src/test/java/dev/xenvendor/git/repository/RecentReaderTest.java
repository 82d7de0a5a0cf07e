package dev.xenvendor.git.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecentReaderTest {

  private final List<ObjectId> opened = new ArrayList<>();
  private Git git;
  private RecentReader reader;

  @BeforeEach
  void open(@TempDir Path folder) throws GitAPIException {
    git = Git.init().setDirectory(folder.toFile()).call();
    reader =
        new RecentReader(counting(git.getRepository().newObjectReader()), RecentReader.objects());
  }

  @AfterEach
  void close() {
    git.close();
  }

  private ObjectReader counting(ObjectReader stored) {
    return new ObjectReader.Filter() {
      @Override
      protected ObjectReader delegate() {
        return stored;
      }

      @Override
      public ObjectReader newReader() {
        return counting(stored.newReader());
      }

      @Override
      public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        opened.add(id.copy());
        return super.open(id, type);
      }
    };
  }

  private ObjectId blob(byte[] bytes) throws IOException {
    try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
      ObjectId id = inserter.insert(Constants.OBJ_BLOB, bytes);
      inserter.flush();
      return id;
    }
  }

  @Test
  void anObjectIsOpenedOnceByAllReaders() throws IOException {
    ObjectId id = blob(new byte[] {1, 2, 3});
    for (ObjectReader each : List.of(reader, reader, reader.newReader())) {
      assertThat(each.open(id).getBytes()).containsExactly(1, 2, 3);
      assertThat(each.open(id, Constants.OBJ_BLOB).getType()).isEqualTo(Constants.OBJ_BLOB);
    }
    assertThat(opened).containsExactly(id);
  }

  @Test
  void anObjectOfAnotherTypeIsRefusedAlsoWhenItIsKept() throws IOException {
    ObjectId id = blob(new byte[] {1});
    reader.open(id);

    assertThatThrownBy(() -> reader.open(id, Constants.OBJ_TREE))
        .isInstanceOf(IncorrectObjectTypeException.class);
  }

  @Test
  void whatIsMissingIsLookedForAgain() throws IOException {
    assertThatThrownBy(() -> reader.open(ObjectId.zeroId()))
        .isInstanceOf(MissingObjectException.class);
    assertThatThrownBy(() -> reader.open(ObjectId.zeroId()))
        .isInstanceOf(MissingObjectException.class);
    assertThat(opened).hasSize(2);
  }

  @Test
  void aLargeObjectIsNotKept() throws IOException {
    byte[] large = new byte[1 << 20];
    ObjectId id = blob(large);
    for (int i = 0; i < 2; i++) {
      assertThat(reader.open(id).getBytes()).isEqualTo(large);
    }
    assertThat(opened).hasSize(2);
  }
}
