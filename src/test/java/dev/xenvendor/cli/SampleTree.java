package dev.xenvendor.cli;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test of a class a copy of the sample's tree in a field; skips it without git. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SampleTree.Copies.class)
@interface SampleTree {

  /** How far the tree has come. */
  Stage value();

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods
  enum Stage {
    ADOPTED(TestTree::adopted),
    /** 3.3.0 is imported, and its merge conflicts. */
    IMPORTED(TestTree::imported),
    /** 3.3.0 is imported, and its merge is clean. */
    IMPORTED_CLEAN(TestTree::importedClean),
    /** The conflicts are in the work tree. */
    IN_CONFLICT(TestTree::inConflict);

    private final Function<Path, TestTree> maker;

    Stage(Function<Path, TestTree> maker) {
      this.maker = maker;
    }
  }

  /** Makes each tree once a run and copies it for every test. */
  final class Copies implements BeforeEachCallback {

    private static final Namespace OWN = Namespace.create(Copies.class);

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
      Programs.requireGit();
      Object test = context.getRequiredTestInstance();
      for (Field field : AnnotationSupport.findAnnotatedFields(test.getClass(), SampleTree.class)) {
        Stage stage = field.getAnnotation(SampleTree.class).value();
        TestTree made = made(stage, context.getRoot().getStore(OWN));
        Folder folder = new Folder();
        context.getStore(OWN).put(field, folder);
        field.setAccessible(true);
        field.set(test, made.copyTo(folder.path().resolve("tree")));
      }
    }

    private static TestTree made(Stage stage, Store store) {
      Folder folder = store.getOrComputeIfAbsent("made", key -> new Folder(), Folder.class);
      return store.getOrComputeIfAbsent(
          stage, key -> stage.maker.apply(folder.path().resolve(stage.name())), TestTree.class);
    }
  }

  /** A temporary folder, which the store that holds it deletes when it is closed. */
  record Folder(Path path) implements AutoCloseable {

    Folder() {
      this(TestFiles.temporaryFolder());
    }

    @Override
    public void close() throws IOException {
      TestFiles.delete(path);
    }
  }
}
