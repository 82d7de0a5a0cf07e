/** What people and scripts read: text and JSON renderings of results. */
@NullMarked
package dev.xenvendor.report;

import org.jspecify.annotations.NullMarked;
