/** Tests of the pages and of the JSON that commands write. */
@NullMarked
package dev.xenvendor.acceptance.report;

import org.jspecify.annotations.NullMarked;
