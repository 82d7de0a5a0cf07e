package dev.xenvendor.cli.console;

import java.io.BufferedOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link PrintWriter} that remembers why something could not be written. */
public final class OutputWriter extends PrintWriter {

  private final Noting noting;

  /** Writes UTF-8. */
  public OutputWriter(OutputStream stream) {
    this(
        new Noting(
            new OutputStreamWriter(new BufferedOutputStream(stream), StandardCharsets.UTF_8)));
  }

  private OutputWriter(Noting noting) {
    super(noting);
    this.noting = noting;
  }

  /** Returns why not everything was written; empty where it was. */
  public static Optional<String> failure(PrintWriter writer) {
    if (!writer.checkError()) {
      return Optional.empty();
    }
    String why = writer instanceof OutputWriter output ? output.noting.failure : null;
    return Optional.of(why == null ? "it is closed" : why);
  }

  /** Notes the first failure. */
  private static final class Noting extends FilterWriter {

    private @Nullable String failure;

    Noting(Writer out) {
      super(out);
    }

    private interface Step {
      void run() throws IOException;
    }

    private void noting(Step step) throws IOException {
      try {
        step.run();
      } catch (IOException e) {
        if (failure == null) {
          failure = e.getMessage();
        }
        throw e;
      }
    }

    @Override
    public void write(int c) throws IOException {
      noting(() -> out.write(c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      noting(() -> out.write(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      noting(() -> out.write(text, offset, length));
    }

    @Override
    public void flush() throws IOException {
      noting(out::flush);
    }
  }
}
