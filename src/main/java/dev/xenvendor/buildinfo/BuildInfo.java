package dev.xenvendor.buildinfo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * The version, commit and address of this program, from the resource {@code xenvendor.properties}.
 */
public final class BuildInfo {

  private BuildInfo() {}

  /** Returns the version; empty where the build did not fill it in, as in development. */
  public static Optional<String> version() {
    return property("version");
  }

  /** Returns the commit that was built, abbreviated; empty for sources without their history. */
  public static Optional<String> commit() {
    return property("commit");
  }

  /** Returns the day of that commit. */
  public static Optional<LocalDate> date() {
    return property("date").map(LocalDate::parse);
  }

  /** Returns the address of the project, without a slash at the end. */
  public static String url() {
    return property("url").orElseThrow();
  }

  private static Optional<String> property(String name) {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("/xenvendor.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.ofNullable(properties.getProperty(name))
        .filter(value -> !value.isEmpty() && !value.startsWith("$"));
  }

  /** Returns what runs the program: {@code native}, or the version of Java. */
  public static String runtime() {
    return System.getProperty("org.graalvm.nativeimage.imagecode") == null
        ? "Java " + Runtime.version().feature()
        : "native";
  }
}
