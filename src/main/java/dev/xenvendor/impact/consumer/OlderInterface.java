package dev.xenvendor.impact.consumer;

import dev.xenvendor.c.parse.CDefinition;
import dev.xenvendor.c.parse.CDefinition.Macro;
import dev.xenvendor.c.parse.CEnvironment;
import dev.xenvendor.c.parse.CHeader;
import dev.xenvendor.c.parse.CHeaderReader;
import dev.xenvendor.c.parse.ConstantValues;
import dev.xenvendor.c.parse.HeaderView;
import dev.xenvendor.c.parse.Target;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.tree.HeaderPath;
import dev.xenvendor.tree.HeaderTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences between an interface version and the newest, as guests see them.
 *
 * @param version as in {@code 0x00030201}
 * @param names hypercalls first
 */
public record OlderInterface(String version, List<Name> names) {

  /**
   * A name with another meaning.
   *
   * @param here its meaning; empty if it is not defined
   * @param newest its meaning at the newest interface version
   */
  public record Name(String name, Optional<String> here, Optional<String> newest) {

    boolean isHypercall() {
      return name.startsWith("__HYPERVISOR_");
    }

    /** As in {@code sched_op is 29, and 6 at the newest}. */
    public String told() {
      return here.isEmpty()
          ? name + " is not there"
          : newest.isEmpty()
              ? name + " is still there" + here.map(text -> shown(" as ", text)).orElse("")
              : name + shown(" is ", here.get()) + shown(", not ", newest.get());
    }

    private static String shown(String before, String text) {
      return text.isEmpty() || text.length() > MOST_SHOWN ? "" : before + text;
    }
  }

  private static final int MOST_SHOWN = 40;

  /** Types have no value to compare; that they are there is enough. */
  private static final String TYPE = "";

  private static final Comparator<Name> ORDER =
      Comparator.comparing((Name name) -> !name.isHypercall())
          .thenComparing(name -> name.here().isEmpty() || name.newest().isEmpty())
          .thenComparing(Name::name);

  public OlderInterface {
    names = List.copyOf(names);
  }

  /**
   * Compares what the headers give on x86_64.
   *
   * @param environment of the headers by themselves
   */
  public static OlderInterface of(HeaderTree headers, CEnvironment environment, String version) {
    SortedMap<String, String> here = names(headers, environment, version);
    SortedMap<String, String> newest = names(headers, environment, InterfaceVersion.LATEST_MACRO);
    TreeSet<String> all = new TreeSet<>(here.keySet());
    all.addAll(newest.keySet());
    all.remove(InterfaceVersion.MACRO);
    List<Name> names = new ArrayList<>();
    for (String name : all) {
      Name seen =
          new Name(
              name, Optional.ofNullable(here.get(name)), Optional.ofNullable(newest.get(name)));
      if (!seen.here().equals(seen.newest())) {
        names.add(seen);
      }
    }
    names.sort(ORDER);
    return new OlderInterface(version, names);
  }

  private static SortedMap<String, String> names(
      HeaderTree headers, CEnvironment environment, String version) {
    List<HeaderPath> paths =
        headers.paths().stream()
            .filter(path -> path.value().endsWith(".h") && Target.X86_64.mayUse(path))
            .toList();
    Map<HeaderPath, CHeader> read =
        new CHeaderReader(headers, environment, HeaderView.ofGuests(Target.X86_64, version))
            .readTogether(paths);
    List<CDefinition> definitions = read.values().stream().flatMap(CHeader::all).toList();
    ConstantValues constants = new ConstantValues(asLeft(definitions));
    SortedMap<String, String> names = new TreeMap<>();
    for (CDefinition definition : definitions) {
      boolean isName = definition.kind() != CDefinition.Kind.MACRO_USE;
      if (!definition.name().isEmpty() && isName && !definition.isGuestHandle()) {
        names.put(definition.spelling(), value(definition, constants));
      }
    }
    return names;
  }

  /** Of several definitions of a macro, the last is what guests are left with. */
  private static List<CDefinition> asLeft(List<CDefinition> definitions) {
    List<CDefinition> lastFirst = new ArrayList<>(definitions);
    Collections.reverse(lastFirst);
    return lastFirst;
  }

  private static String value(CDefinition definition, ConstantValues constants) {
    return definition instanceof Macro macro
        ? constants.of(macro).map(n -> Long.toString(n)).orElse(macro.body().strip())
        : TYPE;
  }
}
