package dev.xenvendor.profile;

import dev.xenvendor.tree.HeaderPath;

/**
 * The place where a vendor publishes its headers.
 *
 * @param url the git repository that is the default source
 * @param path the folder of the headers in the upstream's tree
 * @param tags the forms of its release tags
 */
public record Upstream(String url, HeaderPath path, UpstreamTags tags) {}
