/** The installed git and the programs that its configuration names: hooks and signers. */
@NullMarked
package dev.xenvendor.git.program;

import org.jspecify.annotations.NullMarked;
