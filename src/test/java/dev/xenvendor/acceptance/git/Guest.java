package dev.xenvendor.acceptance.git;

import dev.xenvendor.acceptance.fixture.Programs;
import dev.xenvendor.acceptance.fixture.Run;
import dev.xenvendor.acceptance.fixture.TestTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The program and git in one repository and one environment, which a test sets to the last. */
final class Guest {

  private final TestTree tree;
  private final Map<String, String> environment = new TreeMap<>();

  Guest(TestTree tree) {
    this.tree = tree;
  }

  Guest with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Run xenvendor(String... arguments) {
    List<String> command = new ArrayList<>(Programs.java());
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  Run git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  /** By {@code env}, which can also unset what the machine sets. */
  private Run run(List<String> command) {
    List<String> all = new ArrayList<>(List.of("env"));
    for (String unset :
        List.of("GIT_CONFIG_GLOBAL", "HOME", "XDG_CONFIG_HOME", "LC_ALL", "LANG", "EMAIL")) {
      all.addAll(List.of("-u", unset));
    }
    environment.forEach((variable, value) -> all.add(variable + '=' + value));
    all.addAll(command);
    return Programs.execute(tree.root(), Map.of(), all);
  }
}
