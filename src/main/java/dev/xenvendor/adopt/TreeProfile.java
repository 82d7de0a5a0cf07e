package dev.xenvendor.adopt;

import dev.xenvendor.downstream.TrunkView;
import dev.xenvendor.patch.review.PatchAdoption.Choice;
import dev.xenvendor.profile.ProfileText;
import dev.xenvendor.profile.Vendor;
import dev.xenvendor.release.VendorConfig;
import dev.xenvendor.tree.HeaderFile;
import dev.xenvendor.tree.PathSet;
import dev.xenvendor.yaml.SchemaComment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the {@code vendor.yaml} of an adopted tree, from the built-in profile. */
final class TreeProfile {

  private final VendorConfig config;
  private final TrunkView trunk;

  TreeProfile(VendorConfig config, TrunkView trunk) {
    this.config = config;
    this.trunk = trunk;
  }

  /**
   * Returns the file.
   *
   * @param vendor the profile as it fits the tree
   * @param patches which of the program's own patches the tree gets
   */
  HeaderFile of(Vendor vendor, Choice patches) {
    ProfileText text = new ProfileText(config.profileText());
    text.with("prefix", vendor.prefix().value());
    vendor.localName().ifPresent(name -> text.with("local", name));
    text.with("include", globs(vendor.files(), true));
    text.with("exclude", globs(vendor.files(), false));
    if (BuiltInProfileMatch.isAnother(config, trunk) && patches != Choice.ALL) {
      ConsumerScan users = ConsumerScan.of(trunk.tree(), vendor.prefix());
      List<String> targets = HeaderTargets.of(trunk.tree(vendor.prefix()));
      text.without("baseline")
          .without("cvs")
          .with("consumers", users.globs())
          .withBlock("abi", users.abi(targets));
    }
    return HeaderFile.regular(
        SchemaComment.before(text.toString(), "vendor").getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> globs(PathSet files, boolean include) {
    return (include ? files.include() : files.exclude()).stream().map(Object::toString).toList();
  }
}
