package dev.xenvendor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded error is one that a test still causes. */
final class AccidentRecordsTest {

  @ParameterizedTest
  @MethodSource("records")
  void everyEntryNamesATest(Path file) throws ClassNotFoundException {
    String name = file.getFileName().toString().replace(".txt", "");
    Class<?> tests = Class.forName(AccidentRecordsTest.class.getPackageName() + "." + name);
    List<String> methods = Stream.of(tests.getDeclaredMethods()).map(Method::getName).toList();
    assertThat(Accident.read(file).keySet())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(methods).contains(key.substring(0, key.indexOf(':'))));
  }

  static List<Path> records() {
    return TestFiles.filesBelow(Accident.FOLDER);
  }
}
