/** Git's configuration, read from every place that git reads. */
@NullMarked
package dev.xenvendor.git.config;

import org.jspecify.annotations.NullMarked;
