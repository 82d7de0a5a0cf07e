/** Tests that run the documentation: the guide, the stories, the demo and the recipes for CI. */
@NullMarked
package dev.xenvendor.acceptance.docs;

import org.jspecify.annotations.NullMarked;
