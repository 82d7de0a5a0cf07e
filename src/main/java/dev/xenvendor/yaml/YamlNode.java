package dev.xenvendor.yaml;

import dev.xenvendor.problem.FilePlace;
import dev.xenvendor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value in a YAML file, with its place and what to call it in messages. */
public final class YamlNode {

  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

  private final String file;
  private final String what;
  private final Node node;

  YamlNode(String file, String what, Node node) {
    this.file = file;
    this.what = what;
    this.node = node;
  }

  /** The scalar as written: {@code 4.10} stays {@code 4.10}, {@code no} stays a word. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem("a single value is expected for " + what);
  }

  public YamlMapping mapping() {
    if (node instanceof MappingNode mapping) {
      return new YamlMapping(file, what, mapping);
    }
    throw problem("a mapping is expected for " + what + ": keys with their values");
  }

  public List<YamlNode> list() {
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> elements = new ArrayList<>();
      sequence.getValue().forEach(e -> elements.add(new YamlNode(file, "each of " + what, e)));
      return elements;
    }
    throw problem("a list is expected for " + what);
  }

  public List<String> texts() {
    return list().stream().map(YamlNode::text).toList();
  }

  /** A list of values, or one value standing for a list of itself. */
  public List<String> textOrTexts() {
    return node.getNodeId() == NodeId.scalar ? List.of(text()) : texts();
  }

  /** The elements of a list; a single value is a list of one. */
  public List<YamlNode> oneOrMore() {
    return node.getNodeId() == NodeId.scalar ? List.of(this) : list();
  }

  /** Returns whether it is no value: nothing at all, or {@code null} without quotes. */
  public boolean isNull() {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && NULL.contains(scalar.getValue());
  }

  public boolean isMapping() {
    return node.getNodeId() == NodeId.mapping;
  }

  /** The value made of the scalar; what the maker refuses is reported at this place. */
  public <T> T as(Function<String, T> maker) {
    return made(() -> maker.apply(text()));
  }

  /** Returns what is made of the value; what the maker refuses is reported at this place. */
  public <T> T made(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  public FilePlace place() {
    return place(file, node);
  }

  /** The line in the file, counted from 1. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public Problem problem(String message) {
    return Problem.inputFile(place(), message);
  }

  static FilePlace place(String file, Node node) {
    return place(file, node.getStartMark());
  }

  static FilePlace place(String file, Mark mark) {
    return new FilePlace(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
