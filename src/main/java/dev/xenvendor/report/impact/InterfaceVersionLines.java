package dev.xenvendor.report.impact;

import dev.xenvendor.impact.consumer.OlderInterface;
import dev.xenvendor.impact.consumer.RequestedInterfaces;
import dev.xenvendor.impact.consumer.RequestedVersions;
import dev.xenvendor.impact.consumer.RequestedVersions.Asked;
import dev.xenvendor.profile.InterfaceVersion;
import dev.xenvendor.report.format.Json;
import dev.xenvendor.report.format.Phrases;
import dev.xenvendor.report.format.Text;
import java.util.List;

/** Lists the interface versions that consumers request, and the effects. */
public final class InterfaceVersionLines {

  private static final int MOST_NAMES = 3;

  private InterfaceVersionLines() {}

  public static void add(Text text, RequestedInterfaces interfaces) {
    RequestedVersions asked = interfaces.asked();
    if (!asked.known()) {
      return;
    }
    for (Asked each : asked.asked()) {
      String version = each.isLatest() ? "the newest interface version" : each.version();
      text.line(
          "Consumers request "
              + (each.isLatest() ? version : "interface version " + version)
              + ": "
              + text.style().bold(each.path() + ":" + each.line()));
    }
    if (asked.byDefault()) {
      text.line(
          (asked.asked().isEmpty() ? "Consumers define no " : "All others define no ")
              + InterfaceVersion.MACRO
              + ", so the headers use "
              + RequestedVersions.NONE
              + ": the hypercalls of Xen 3.0.");
    }
    interfaces.older().forEach(older -> add(text, older, interfaces));
    interfaces
        .refused()
        .forEach(
            each ->
                text.warning(
                    each.path()
                        + ":"
                        + each.line()
                        + " requests "
                        + each.version()
                        + ", but the headers know only up to "
                        + interfaces.newest().orElse("none")));
  }

  private static void add(Text text, OlderInterface older, RequestedInterfaces interfaces) {
    List<OlderInterface.Name> names = older.names();
    if (names.isEmpty()) {
      return;
    }
    boolean all = text.style().isVerbose();
    text.line(
        "  "
            + Phrases.count(names.size(), "name")
            + (names.size() == 1 ? " differs" : " differ")
            + " at "
            + older.version()
            + " from "
            + interfaces.newest().orElse("the newest")
            + ":");
    names.stream()
        .limit(all ? names.size() : MOST_NAMES)
        .forEach(name -> text.line("    " + Phrases.printable(name.told())));
    if (!all && names.size() > MOST_NAMES) {
      text.line("    … " + (names.size() - MOST_NAMES) + " more (-v)");
    }
  }

  public static void write(Json json, RequestedInterfaces interfaces) {
    json.put("known", interfaces.asked().known());
    json.put("byDefault", interfaces.asked().byDefault());
    json.objects(
        "asked",
        interfaces.asked().asked(),
        (each, j) ->
            j.put("version", each.version())
                .put("path", each.path().value())
                .put("line", each.line()));
    json.put("newest", interfaces.newest());
    json.objects(
        "older",
        interfaces.older(),
        (older, j) -> {
          j.put("version", older.version());
          j.objects(
              "names",
              older.names(),
              (name, k) ->
                  k.put("name", name.name())
                      .put("value", name.here())
                      .put("newest", name.newest()));
        });
  }
}
