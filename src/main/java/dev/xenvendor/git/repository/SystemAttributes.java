package dev.xenvendor.git.repository;

import dev.xenvendor.git.config.QuietSystemReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.attributes.AttributesRule;
import org.jspecify.annotations.Nullable;

/** Adds the system's attributes, which the user's override. */
record SystemAttributes(AttributesNodeProvider others) implements AttributesNodeProvider {

  @Override
  public AttributesNode getInfoAttributesNode() throws IOException {
    return others.getInfoAttributesNode();
  }

  @Override
  public @Nullable AttributesNode getGlobalAttributesNode() throws IOException {
    @Nullable AttributesNode user = others.getGlobalAttributesNode(); // none where there is no file
    Optional<File> system = QuietSystemReader.systemAttributes();
    return system.isEmpty() ? user : before(user, system.get());
  }

  private static AttributesNode before(@Nullable AttributesNode user, File system)
      throws IOException {
    AttributesNode node = new AttributesNode();
    try (InputStream in = new FileInputStream(system)) {
      node.parse(in);
    }
    List<AttributesRule> rules = new ArrayList<>(node.getRules());
    if (user != null) {
      rules.addAll(user.getRules());
    }
    return new AttributesNode(rules);
  }
}
