package dev.xenvendor.git.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

/**
 * A running {@code git cat-file --batch}. Git maps the index of a pack, where JGit reads all of it;
 * in a large repository that takes longer than to read the headers of a release.
 *
 * <p>An object that git does not give is empty here, and whoever asks reads it otherwise. So is
 * every object after many, for which one process is slower than Java.
 */
public final class ObjectProcess implements AutoCloseable {

  private static final int MOST_OBJECTS = 2_000;
  private static final int MOST_BYTES = 16 << 20;
  private static final int BUFFER = 1 << 16;

  private final Process process;
  private final OutputStream questions;
  private final InputStream answers;
  private int asked;
  private boolean over;

  private ObjectProcess(Process process) {
    this.process = process;
    this.questions = process.getOutputStream();
    this.answers = new BufferedInputStream(process.getInputStream(), BUFFER);
  }

  /** Starts git in a repository; empty where it cannot be started. */
  static Optional<ObjectProcess> start(Program catFile) {
    try {
      return Optional.of(new ObjectProcess(catFile.started()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The object of an id, if git has it and gives it. */
  public synchronized Optional<ObjectLoader> open(AnyObjectId id) {
    if (over) {
      return Optional.empty();
    }
    try {
      if (++asked > MOST_OBJECTS) {
        throw new IOException("many objects are asked for");
      }
      questions.write((id.name() + '\n').getBytes(StandardCharsets.US_ASCII));
      questions.flush();
      return Optional.ofNullable(answer(id));
    } catch (IOException | NumberFormatException e) {
      close();
      return Optional.empty();
    }
  }

  /** Reads {@code ID TYPE SIZE} and the bytes, or that the object is missing. */
  private @Nullable ObjectLoader answer(AnyObjectId id) throws IOException {
    String[] words = line().split(" ");
    if (words.length == 2 && words[1].equals("missing")) {
      return null;
    }
    if (words.length != 3 || !words[0].equals(id.name())) {
      throw new IOException("git does not answer");
    }
    int size = Integer.parseInt(words[2]);
    if (size > MOST_BYTES) {
      throw new IOException("the object is large");
    }
    byte[] bytes = answers.readNBytes(size);
    if (bytes.length < size || answers.read() != '\n') {
      throw new IOException("git ended");
    }
    return new ObjectLoader.SmallObject(type(words[1]), bytes);
  }

  private static int type(String word) throws IOException {
    return switch (word) {
      case Constants.TYPE_BLOB -> Constants.OBJ_BLOB;
      case Constants.TYPE_TREE -> Constants.OBJ_TREE;
      case Constants.TYPE_COMMIT -> Constants.OBJ_COMMIT;
      case Constants.TYPE_TAG -> Constants.OBJ_TAG;
      default -> throw new IOException("an object of an unknown type: " + word);
    };
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new IOException("git ended");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public synchronized void close() {
    over = true;
    process.destroy();
  }
}
