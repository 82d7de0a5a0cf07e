package dev.xenvendor.yaml;

import dev.xenvendor.problem.FilePlace;
import dev.xenvendor.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML file as written: a tree of nodes with their positions. */
public final class YamlDocument {

  /** Far above any file of this tool: the manifest of 80,000 files has some 20 MB. */
  private static final int MOST_CHARACTERS = 256 << 20;

  private static final int DEEPEST_NESTING = 50;

  private YamlDocument() {}

  /**
   * Reads a document whose top is a mapping.
   *
   * @param name what messages call the file, e.g. its path
   */
  public static YamlMapping read(String name, byte[] utf8) {
    String text = decode(name, utf8);
    Node root = SimpleYaml.compose(name, text).orElseGet(() -> compose(name, text));
    if (root instanceof MappingNode mapping) {
      return new YamlMapping(name, "the file", mapping);
    }
    throw Problem.inputFile(
        YamlNode.place(name, root), "a mapping is expected here: keys with their values");
  }

  private static String decode(String name, byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.inputFile(FilePlace.of(name), "the file is not UTF-8 text").because(e);
    }
  }

  /**
   * Returns what the library's front door does, without making ready to build objects, or to write.
   */
  static Node compose(String name, String text) {
    try {
      LoaderOptions options = options();
      Node root =
          new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options)
              .getSingleNode();
      if (root == null) {
        throw Problem.inputFile(new FilePlace(name, 1, 1), "the file is empty");
      }
      refuseAliases(name, root, new IdentityHashMap<>());
      return root;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      FilePlace place = mark == null ? FilePlace.of(name) : YamlNode.place(name, mark);
      throw Problem.inputFile(place, e.getProblem()).because(e);
    } catch (YAMLException | IllegalArgumentException e) { // the latter for a tag of blanks
      throw Problem.inputFile(FilePlace.of(name), String.valueOf(e.getMessage())).because(e);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST_NESTING);
    // Every alias is refused later on, with its place; to read one costs nothing.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    return options;
  }

  /** A node met twice is an alias; a few of them can blow up to billions of values. */
  private static void refuseAliases(String name, Node node, Map<Node, Node> seen) {
    if (seen.put(node, node) != null) {
      throw Problem.inputFile(
          YamlNode.place(name, node), "anchors and aliases (& and *) are not used in this file");
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        refuseAliases(name, tuple.getKeyNode(), seen);
        refuseAliases(name, tuple.getValueNode(), seen);
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> refuseAliases(name, element, seen));
    }
  }
}
