package dev.xenvendor.report.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes JSON objects; an empty optional leaves its key out. */
public final class Json {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** A document over several lines, ended by a line feed. */
  public static String document(Consumer<Json> body) {
    return write(
            generator -> {
              generator.setPrettyPrinter(lines());
              writeObject(generator, body);
            })
        + "\n";
  }

  /** An array over several lines, ended by a line feed. */
  public static <T> String array(List<T> values, BiConsumer<T, Json> each) {
    return write(
            generator -> {
              generator.setPrettyPrinter(lines());
              generator.writeStartArray();
              Json json = new Json(generator);
              for (T value : values) {
                generator.writeStartObject();
                each.accept(value, json);
                generator.writeEndObject();
              }
              generator.writeEndArray();
            })
        + "\n";
  }

  /** An object on one line. */
  public static String line(Consumer<Json> body) {
    return write(generator -> writeObject(generator, body));
  }

  private static DefaultPrettyPrinter lines() {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    return printer;
  }

  private static void writeObject(JsonGenerator generator, Consumer<Json> body) throws IOException {
    generator.writeStartObject();
    body.accept(new Json(generator));
    generator.writeEndObject();
  }

  private static String write(Writing document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      document.to(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes a whole document. */
  private interface Writing {
    void to(JsonGenerator generator) throws IOException;
  }

  public Json put(String key, String value) {
    return doing(() -> out.writeStringField(key, value));
  }

  public Json put(String key, long value) {
    return doing(() -> out.writeNumberField(key, value));
  }

  public Json put(String key, boolean value) {
    return doing(() -> out.writeBooleanField(key, value));
  }

  public Json put(String key, Optional<?> value) {
    value.ifPresent(v -> put(key, v.toString()));
    return this;
  }

  public Json put(String key, List<?> values) {
    return doing(
        () -> {
          out.writeArrayFieldStart(key);
          for (Object value : values) {
            if (value instanceof Integer number) {
              out.writeNumber(number);
            } else {
              out.writeString(value.toString());
            }
          }
          out.writeEndArray();
        });
  }

  public Json object(String key, Consumer<Json> body) {
    return doing(
        () -> {
          out.writeObjectFieldStart(key);
          body.accept(this);
          out.writeEndObject();
        });
  }

  public <T> Json objects(String key, List<T> values, BiConsumer<T, Json> each) {
    return doing(
        () -> {
          out.writeArrayFieldStart(key);
          for (T value : values) {
            out.writeStartObject();
            each.accept(value, this);
            out.writeEndObject();
          }
          out.writeEndArray();
        });
  }

  /** A step of writing. */
  private interface Step {
    void run() throws IOException;
  }

  private Json doing(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
