package dev.xenvendor.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Translates a description of JSON documents in the Concise Data Definition Language (RFC 8610)
 * into a JSON Schema: maps, groups, arrays, choices, strings by regular expression, integers from a
 * least value. The first rule is the document. Maps are closed, and a comment is the description of
 * what comes after it.
 */
public final class Cddl {

  private static final Pattern TOKEN =
      Pattern.compile(";[^\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.-]+|[=/\\[\\](){}*+?:,]");
  private static final String END = "";
  private static final Map<String, String> TYPES =
      Map.of("tstr", "string", "int", "integer", "uint", "integer", "bool", "boolean");

  private final List<String> tokens;
  private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
  private int at;

  private Cddl(String text) {
    tokens = new ArrayList<>(TOKEN.matcher(text).results().map(MatchResult::group).toList());
    tokens.add(END);
  }

  /** Returns the JSON Schema of the documents that a text describes. */
  public static ObjectNode jsonSchema(String text) {
    return new Cddl(text).schema();
  }

  private ObjectNode schema() {
    ObjectNode schema = object().put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.setAll(described());
    next();
    expect("=");
    schema.setAll(type());
    ObjectNode rules = schema.putObject("$defs");
    while (!take(END)) {
      ObjectNode rule = described();
      String name = next();
      expect("=");
      if (take("(")) {
        groups.put(name, members(object(), ")"));
      } else {
        rules.set(name, rule.setAll(type()));
      }
    }
    return schema;
  }

  /** Returns a schema of which only the description is known, from the comments here. */
  private ObjectNode described() {
    List<String> comments = new ArrayList<>();
    while (tokens.get(at).startsWith(";")) {
      comments.add(next().substring(1).strip());
    }
    ObjectNode schema = object();
    return comments.isEmpty() ? schema : schema.put("description", String.join(" ", comments));
  }

  private ObjectNode type() {
    List<ObjectNode> choices = new ArrayList<>(List.of(single()));
    while (take("/")) {
      choices.add(single());
    }
    if (choices.size() == 1) {
      return choices.get(0);
    }
    ObjectNode schema = object();
    if (choices.stream().allMatch(choice -> choice.has("const"))) {
      choices.forEach(choice -> schema.withArray("enum").add(choice.get("const")));
    } else {
      choices.forEach(choice -> schema.withArray("oneOf").add(choice));
    }
    return schema;
  }

  private ObjectNode single() {
    String token = next();
    if (token.equals("{")) {
      ObjectNode map = object().put("type", "object").put("additionalProperties", false);
      return members(map, "}");
    }
    if (token.equals("[")) {
      return array();
    }
    if (token.startsWith("\"")) {
      return object().put("const", unquoted(token));
    }
    return TYPES.containsKey(token) ? plain(token) : object().put("$ref", "#/$defs/" + token);
  }

  private ObjectNode plain(String name) {
    ObjectNode schema = object().put("type", TYPES.get(name));
    if (take(".regexp")) {
      return schema.put("pattern", "^" + unquoted(next()) + "$");
    }
    if (take(".ge")) {
      return schema.put("minimum", Integer.parseInt(next()));
    }
    return name.equals("uint") ? schema.put("minimum", 0) : schema;
  }

  private ObjectNode array() {
    ObjectNode schema = object().put("type", "array");
    if (!take("*")) {
      expect("+");
      schema.put("minItems", 1);
    }
    schema.set("items", type());
    expect("]");
    return schema;
  }

  /** Adds the members up to an end to a map, or to a group that maps include by its name. */
  private ObjectNode members(ObjectNode map, String end) {
    map.withArray("required");
    map.putObject("properties");
    while (!take(end)) {
      ObjectNode member = described();
      boolean optional = take("?");
      String name = next();
      if (take(":")) {
        add(map, name, member.setAll(type()), optional);
      } else {
        include(map, name);
      }
      take(",");
    }
    return map;
  }

  private void include(ObjectNode map, String name) {
    ObjectNode group = groups.get(name);
    if (group == null) {
      throw new IllegalArgumentException("no group before here is called " + name);
    }
    map.withArray("required").addAll(group.withArray("required"));
    map.withObjectProperty("properties").setAll(group.withObjectProperty("properties"));
  }

  private static void add(ObjectNode map, String name, ObjectNode member, boolean optional) {
    map.withObjectProperty("properties").set(name, member);
    if (!optional) {
      map.withArray("required").add(name);
    }
  }

  private String next() {
    return tokens.get(at++);
  }

  private boolean take(String token) {
    boolean there = tokens.get(at).equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw new IllegalArgumentException(
          "expected " + token + ", not " + tokens.get(at) + ", after " + tokens.get(at - 1));
    }
  }

  private static String unquoted(String token) {
    return token.substring(1, token.length() - 1).replace("\\\\", "\\");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
