package dev.xenvendor;

import dev.xenvendor.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Runs the program once more in a locale whose file names are UTF-8, as git's are.
 *
 * <p>Java decodes file names by the locale that it starts in, and nothing in the process can change
 * that: in the locale {@code C} a name that is not ASCII cannot be opened. The launcher sets a
 * locale that works on most systems; this is for the others, and for those who start the program
 * without the launcher.
 */
final class Utf8Restart {

  /** Common UTF-8 locales, the most common first. */
  private static final List<String> LOCALES = List.of("C.UTF-8", "en_US.UTF-8", "C.utf8");

  /** The variable that names the last locale tried, for the new process. */
  private static final String TRIED = "XENVENDOR_LOCALE";

  private Utf8Restart() {}

  /** The status with which the other process ended; empty where none was needed. */
  static OptionalInt run(String... arguments) {
    Optional<String> locale = next();
    if (locale.isEmpty()) {
      return OptionalInt.empty();
    }
    if (Stream.of(arguments).anyMatch(argument -> !argument.chars().allMatch(c -> c < 0x7f))) {
      throw Problem.usage("the command line is not ASCII, and Java cannot read it in this locale")
          .hint("LC_ALL=" + locale.get() + " xenvendor ...");
    }
    try {
      ProcessBuilder builder = new ProcessBuilder(command(arguments)).inheritIO();
      builder.environment().putAll(Map.of("LC_ALL", locale.get(), TRIED, locale.get()));
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return OptionalInt.of(process.waitFor());
    } catch (IOException e) {
      return OptionalInt.empty(); // names that are ASCII work all the same
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static Optional<String> next() {
    boolean good = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    int tried = LOCALES.indexOf(System.getenv().getOrDefault(TRIED, ""));
    return good || File.separatorChar != '/' || tried == LOCALES.size() - 1
        ? Optional.empty()
        : Optional.of(LOCALES.get(tried + 1));
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("org.graalvm.nativeimage.imagecode") == null) {
      command.add(System.getProperty("java.home") + "/bin/java");
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      command.addAll(properties());
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    } else {
      command.add(ProcessHandle.current().info().command().orElse("xenvendor"));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  /** Returns what the launcher said with {@code -D}. */
  private static List<String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("xenvendor."))
        .map(name -> "-D" + name + '=' + Objects.requireNonNull(System.getProperty(name)))
        .toList();
  }
}
