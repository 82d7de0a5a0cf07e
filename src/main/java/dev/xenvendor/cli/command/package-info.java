/** The base of every command: its syntax, the context it runs in, and the ports to adapters. */
@NullMarked
package dev.xenvendor.cli.command;

import org.jspecify.annotations.NullMarked;
